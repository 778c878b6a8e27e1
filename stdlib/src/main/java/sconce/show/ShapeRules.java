package sconce.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.Replica;

/// Runs operators on tensors of the meta device, which have shapes and no values.
///
/// libtorch itself knows the shapes for most operators. For convolutions, norms and embeddings, whose shapes PyTorch
/// computes in Python, the rules are here. For any other operator it is asked what it makes of zeros.
@SuppressWarnings("ReferenceEquality") // Whether it is the very same argument.
final class ShapeRules {
    private static final Map<String, Function<OperatorArguments, @Nullable Tensor>> RULES = Map.ofEntries(
            Map.entry("conv1d", a -> convolution(a, 1)), Map.entry("conv2d", a -> convolution(a, 2)),
            Map.entry("conv3d", a -> convolution(a, 3)), Map.entry("conv_transpose1d", a -> transposed(a, 1)),
            Map.entry("conv_transpose2d", a -> transposed(a, 2)), Map.entry("conv_transpose3d", a -> transposed(a, 3)),
            Map.entry("batch_norm", a -> channels(a, 4)), Map.entry("instance_norm", a -> channels(a, 4)),
            Map.entry("layer_norm", ShapeRules::trailing), Map.entry("rms_norm", ShapeRules::trailing),
            Map.entry("group_norm", ShapeRules::groups), Map.entry("embedding", ShapeRules::embedding));
    /// What they give has the shape and dtype of their first argument, if that is of real numbers.
    private static final Set<String> ALIKE = Set.of("relu", "relu6", "selu", "celu", "rrelu", "hardtanh",
            "hardswish", "abs", "log_sigmoid", "dropout", "alpha_dropout", "feature_dropout", "feature_alpha_dropout",
            "clamp", "clamp_min", "clamp_max", "nan_to_num");
    /// What they give depends on values.
    private static final Set<String> OF_VALUES = Set.of("item", "is_nonzero", "nonzero", "nonzero_numpy",
            "masked_select", "unique_consecutive", "unique_dim", "_unique", "_unique2", "equal", "bincount",
            "repeat_interleave", "one_hot", "argwhere", "_to_copy", "to", "histc", "allclose");
    /// Tensors that say how others lie stay on the CPU.
    private static final Set<String> WITH_LENGTHS = Set.of("_pack_padded_sequence", "_pad_packed_sequence");
    /// Operators, as met so far, that libtorch has no shapes for.
    private static final Set<String> WITHOUT_META = ConcurrentHashMap.newKeySet();

    private ShapeRules() {}

    /// Calls an operator, of whose arguments some may be on the meta device.
    static @Nullable Object call(String name, @Nullable Object[] given,
            Function<@Nullable Object[], @Nullable Object> operator) {
        if (!anyMeta(given)) return operator.apply(given);
        var values = name.endsWith(".data") || WITH_LENGTHS.contains(name) ? given
                : map(given, tensor -> isMeta(tensor) || tensor.dim() == 0 ? tensor : meta(tensor));
        var result = result(name, OperatorArguments.of(name, values), operator);
        // An in-place operator gives back the very object it was given.
        return values != given && values[0] != given[0] && result == values[0] ? given[0] : result;
    }

    private static @Nullable Object result(String name, OperatorArguments arguments,
            Function<@Nullable Object[], @Nullable Object> operator) {
        var rule = RULES.get(arguments.name());
        if (rule != null && arguments.isTensor(0)) {
            var known = rule.apply(arguments);
            if (known != null) return known;
        }
        if (ALIKE.contains(arguments.name()) && arguments.isTensor(0) && arguments.tensor(0).dtype().isFloatingPoint()
                && !arguments.isTensor(1)) {
            var inPlace = OperatorArguments.inPlace(name.replaceFirst("\\..*", ""));
            return inPlace ? arguments.at(0) : meta(arguments.tensor(0));
        }
        if (!WITHOUT_META.contains(name) || asksValues(arguments)) {
            try {
                return operator.apply(arguments.values());
            } catch (RuntimeException failed) {
                if (asksValues(arguments) || !lacksShapes(failed)) throw failed;
                WITHOUT_META.add(name);
            }
        }
        return ofZeros(name, arguments.values(), operator);
    }

    /// Whether the shape of the result depends on values: so it does where a mask chooses.
    private static boolean asksValues(OperatorArguments arguments) {
        return OF_VALUES.contains(arguments.name()) || (arguments.name().equals("index")
                && Replica.tensors(arguments.at(1)).stream().anyMatch(index -> index.dtype() == DType.bool));
    }

    private static boolean lacksShapes(RuntimeException failed) {
        var message = String.valueOf(failed.getMessage());
        return message.contains("no fake impl or Meta kernel") || message.contains("'Meta' backend")
                || message.contains("_overrideable not implemented");
    }

    private static @Nullable Object ofZeros(String name, @Nullable Object[] values,
            Function<@Nullable Object[], @Nullable Object> operator) {
        var inPlace = OperatorArguments.inPlace(name.replaceFirst("\\..*", ""));
        var result = operator.apply(map(values, tensor -> isMeta(tensor) ? zeros(tensor, inPlace) : tensor));
        return inPlace ? values[0] : shapes(name, result);
    }

    private static Tensor zeros(Tensor tensor, boolean ownMemory) {
        if (ownMemory) return Torch.zeros(tensor.shape(), o -> o.dtype(tensor.dtype()).device(Device.CPU));
        // One number stands for all: no memory is needed.
        return Torch.zeros(Torch.size(), o -> o.dtype(tensor.dtype()).device(Device.CPU)).expand(tensor.shape());
    }

    private static @Nullable Object shapes(String name, @Nullable Object result) {
        return switch (result) {
            case null -> null;
            case Tensor tensor -> meta(tensor);
            case Object[] several -> Arrays.stream(several).map(each -> shapes(name, each)).toArray();
            case List<?> list -> list.stream().map(each -> shapes(name, each)).toList();
            default -> throw new UnsupportedOperationException(name + " asks for values, of which there are none");
        };
    }

    static Tensor meta(Tensor tensor) { return empty(tensor.shape(), tensor.dtype()); }

    private static Tensor empty(Size shape, DType dtype) {
        return Torch.empty(shape, o -> o.dtype(dtype).device("meta"));
    }

    private static Tensor like(Tensor input, long... shape) { return empty(new Size(shape), input.dtype()); }

    private static boolean isMeta(Tensor tensor) { return tensor.device().type().equals("meta"); }

    private static boolean anyMeta(@Nullable Object[] values) {
        for (var value : values) {
            if (value instanceof Tensor tensor && isMeta(tensor)) return true;
            if (value instanceof Object[] array && anyMeta(array)) return true;
            if (value instanceof Collection<?> list && anyMeta(list.toArray())) return true;
        }
        return false;
    }

    private static @Nullable Object[] map(@Nullable Object[] values, Function<Tensor, Tensor> change) {
        var mapped = values.clone();
        for (var i = 0; i < mapped.length; i++) mapped[i] = map(values[i], change);
        return mapped;
    }

    private static @Nullable Object map(@Nullable Object value, Function<Tensor, Tensor> change) {
        return switch (value) {
            case Tensor tensor -> change.apply(tensor);
            case Tensor[] array -> Arrays.stream(array).map(each -> map(each, change)).toArray(Tensor[]::new);
            case List<?> list when list.stream().anyMatch(Tensor.class::isInstance) -> {
                var mapped = new ArrayList<@Nullable Object>(list.size());
                for (var each : list) mapped.add(map(each, change));
                yield mapped;
            }
            case null, default -> value;
        };
    }

    // Where something does not fit there is no rule: the operator itself says so best.

    private static @Nullable Tensor convolution(OperatorArguments a, int dimensions) {
        var input = a.sizes(0);
        var weight = a.sizes(1);
        var first = input.length - dimensions;
        var groups = a.number(6, 1);
        if (weight.length != dimensions + 2 || (first != 1 && first != 2)
                || input[first - 1] != weight[1] * groups || weight[0] % groups != 0
                || a.tensor(0).dtype() != a.tensor(1).dtype()) {
            return null;
        }
        var stride = a.longs(3, dimensions, 1);
        var dilation = a.longs(5, dimensions, 1);
        var out = input.clone();
        out[first - 1] = weight[0];
        for (var i = 0; i < dimensions; i++) {
            var kernel = dilation[i] * (weight[i + 2] - 1) + 1;
            var padding = switch (a.at(4)) {
                case String same when same.equals("same") -> kernel - 1;
                case String valid -> 0;
                case null, default -> 2 * a.longs(4, dimensions, 0)[i];
            };
            out[first + i] = (input[first + i] + padding - kernel) / stride[i] + 1;
            if (input[first + i] + padding < kernel) return null;
        }
        return like(a.tensor(0), out);
    }

    private static @Nullable Tensor transposed(OperatorArguments a, int dimensions) {
        var input = a.sizes(0);
        var weight = a.sizes(1);
        var first = input.length - dimensions;
        if (weight.length != dimensions + 2 || (first != 1 && first != 2) || input[first - 1] != weight[0]
                || a.tensor(0).dtype() != a.tensor(1).dtype()) {
            return null;
        }
        var stride = a.longs(3, dimensions, 1);
        var padding = a.longs(4, dimensions, 0);
        var added = a.longs(5, dimensions, 0);
        var dilation = a.longs(7, dimensions, 1);
        var out = input.clone();
        out[first - 1] = weight[1] * a.number(6, 1);
        for (var i = 0; i < dimensions; i++) {
            if (added[i] >= Math.max(stride[i], dilation[i])) return null;
            out[first + i] = (input[first + i] - 1) * stride[i] - 2 * padding[i] + dilation[i] * (weight[i + 2] - 1)
                    + added[i] + 1;
            if (out[first + i] <= 0) return null;
        }
        return like(a.tensor(0), out);
    }

    private static @Nullable Tensor channels(OperatorArguments a, int runningAt) {
        var input = a.sizes(0);
        if (input.length < 2 || !a.tensor(0).dtype().isFloatingPoint()) return null;
        for (var i = 1; i <= runningAt; i++) {
            if (a.isTensor(i) && a.tensor(i).numel() != input[1]) return null;
        }
        return meta(a.tensor(0));
    }

    private static @Nullable Tensor trailing(OperatorArguments a) {
        var input = a.sizes(0);
        var normalized = a.longs(1, 1, 0);
        var start = input.length - normalized.length;
        if (start < 0 || !a.tensor(0).dtype().isFloatingPoint()) return null;
        if (!Arrays.equals(normalized, Arrays.copyOfRange(input, start, input.length))) return null;
        if (a.isTensor(2) && !Arrays.equals(a.sizes(2), normalized)) return null;
        return meta(a.tensor(0));
    }

    private static @Nullable Tensor groups(OperatorArguments a) {
        var input = a.sizes(0);
        if (input.length < 2 || input[1] % Math.max(1, a.number(1, 1)) != 0) return null;
        return a.isTensor(2) && a.tensor(2).numel() != input[1] ? null : meta(a.tensor(0));
    }

    private static @Nullable Tensor embedding(OperatorArguments a) {
        var indices = a.tensor(1);
        if (indices.dtype() != DType.int64 && indices.dtype() != DType.int32) return null;
        var weight = a.sizes(0);
        if (weight.length != 2) return null;
        var out = Arrays.copyOf(indices.shape().longs(), (int) indices.dim() + 1);
        out[out.length - 1] = weight[1];
        return like(a.tensor(0), out);
    }
}
