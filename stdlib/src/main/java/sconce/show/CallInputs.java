package sconce.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.Contents;
import sconce.nn.Module;

/// What a model shall be called with, given as tensors or as shapes.
///
/// @param given a [Size] where a shape was given
/// @param dtypes of the tensors that shapes stand for
record CallInputs(List<@Nullable Object> given, List<DType> dtypes) {
    /// Reads what was given: numbers alone are one shape, as are arrays and lists of numbers; a list of shapes is several
    /// inputs.
    static CallInputs of(Module model, List<?> inputs, List<DType> dtypes) {
        List<?> each = inputs;
        if (!inputs.isEmpty() && inputs.stream().allMatch(CallInputs::isInteger)) each = List.of(inputs);
        else if (inputs.size() == 1 && inputs.getFirst() instanceof Collection<?> list && !(list instanceof Size)
                && !list.isEmpty() && list.stream().allMatch(CallInputs::isShape)) {
                    each = List.copyOf(list);
                }
        var read = new ArrayList<@Nullable Object>();
        var shapes = 0;
        for (var input : each) {
            var shape = shape(input);
            read.add(shape == null ? input : shape);
            if (shape != null) shapes++;
        }
        if (!dtypes.isEmpty() && shapes != dtypes.size()) {
            throw new ValueError("dtypes names one dtype for each input that is given as a shape: there are " + shapes
                    + " such inputs, but " + dtypes.size() + " dtypes");
        }
        var all = dtypes;
        if (dtypes.isEmpty()) all = java.util.Collections.nCopies(shapes, dtype(model));
        return new CallInputs(read, all);
    }

    boolean isEmpty() { return given.isEmpty(); }

    /// The arguments: tensors without values where values are not needed.
    @Nullable
    Object[] arguments(boolean withValues, @Nullable Integer batchDim) {
        var arguments = new @Nullable Object[given.size()];
        var shapes = 0;
        for (var i = 0; i < arguments.length; i++) {
            arguments[i] = switch (given.get(i)) {
                case Size shape -> tensor(batchDim == null ? shape : withBatch(shape, batchDim), dtypes.get(shapes++),
                        withValues);
                case Tensor tensor when batchDim != null -> tensor.detach().narrow(batchDim, 0, 1);
                case Object other -> other;
                case null -> null;
            };
        }
        return arguments;
    }

    private static Tensor tensor(Size shape, DType dtype, boolean withValues) {
        if (!withValues) return Torch.empty(shape, o -> o.dtype(dtype).device("meta"));
        return dtype.isFloatingPoint() ? Torch.rand(shape, o -> o.dtype(dtype))
                : Torch.zeros(shape, o -> o.dtype(dtype));
    }

    private static Size withBatch(Size shape, int batchDim) {
        var sizes = new ArrayList<Long>(shape);
        if (batchDim < 0 || batchDim > sizes.size()) {
            throw new ValueError("batchDim is a dimension from 0 to " + sizes.size() + " for " + shape + ", not "
                    + batchDim);
        }
        sizes.add(batchDim, 1L);
        return Size.of(sizes);
    }

    private static @Nullable Size shape(@Nullable Object input) {
        var shape = switch (input) {
            case Size size -> size;
            case long[] sizes -> new Size(sizes);
            case int[] sizes -> new Size(Arrays.stream(sizes).asLongStream().toArray());
            case Collection<?> list when isShape(list) -> new Size(
                    list.stream().mapToLong(each -> ((Number) each).longValue()).toArray());
            case null, default -> null;
        };
        if (shape != null && shape.stream().anyMatch(size -> size <= 0)) {
            throw new ValueError("Input_data is invalid, or negative size found in input_data.");
        }
        if (shape == null && input instanceof double[]) {
            throw new TypeError(
                    "an input is a tensor or a shape of whole numbers, not a double[]: use Torch.tensor(..)");
        }
        return shape;
    }

    private static boolean isShape(@Nullable Object value) {
        return switch (value) {
            case Size size -> true;
            case long[] sizes -> true;
            case int[] sizes -> true;
            case Collection<?> list -> !list.isEmpty() && list.stream().allMatch(CallInputs::isInteger);
            case null, default -> false;
        };
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    /// That of the model's parameters.
    private static DType dtype(Module model) {
        return model.parameters().stream().filter(parameter -> !Contents.isLazy(parameter))
                .map(Tensor::dtype).filter(DType::isFloatingPoint).findFirst().orElseGet(Torch::getDefaultDtype);
    }
}
