package sconce.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.Layout;
import sconce.Tensor;
import sconce.TypeError;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Contents;

/// The numbers in whatever people keep numbers in: lists, arrays, tensors, streams.
final class Numbers {
    /// A plot needs no more, and reading more would hold up the session.
    private static final long MOST = 20_000_000;

    private final String function;

    /// @param function who asks, for the errors
    Numbers(String function) { this.function = function; }

    /// All numbers of a one-dimensional thing.
    double[] vector(@Nullable Object values) {
        return switch (values) {
            case null -> throw no(values);
            case Tensor tensor -> {
                if (tensor.dim() > 1 && tensor.numel() != longest(tensor)) {
                    throw new ValueError(function + " takes numbers in one dimension, not a tensor of shape "
                            + List.copyOf(tensor.shape()) + ". Use flatten(), or heatmap for a matrix");
                }
                yield elements(tensor);
            }
            case double[] array -> array.clone();
            case DoubleStream stream -> stream.toArray();
            case IntStream stream -> stream.asDoubleStream().toArray();
            case LongStream stream -> stream.asDoubleStream().toArray();
            default -> items(values).stream().mapToDouble(this::number).toArray();
        };
    }

    private static long longest(Tensor tensor) {
        return tensor.shape().stream().mapToLong(Number::longValue).max().orElse(1);
    }

    /// The rows of a matrix, each as long as the others.
    Grid matrix(@Nullable Object values) {
        if (values instanceof Tensor tensor) {
            var squeezed = tensor;
            while (squeezed.dim() > 2 && squeezed.size(0) == 1) squeezed = squeezed.detach().squeeze(0);
            if (squeezed.dim() != 2) {
                throw new ValueError(function + " takes a matrix, not a tensor of shape "
                        + List.copyOf(tensor.shape()) + ". Choose one: get(0), or reshape it");
            }
            return new Grid(elements(squeezed), Math.toIntExact(squeezed.size(0)), Math.toIntExact(squeezed.size(1)));
        }
        var rows = new ArrayList<double[]>();
        for (var row : items(values)) rows.add(vector(row));
        if (rows.isEmpty()) return new Grid(new double[0], 0, 0);
        var columns = rows.getFirst().length;
        for (var row : rows) {
            if (row.length != columns) {
                throw new ValueError(function + " takes rows of one length, but got rows of " + columns + " and "
                        + row.length + " numbers");
            }
        }
        return new Grid(rows.stream().flatMapToDouble(DoubleStream::of).toArray(), rows.size(), columns);
    }

    /// Whether these are rows of numbers, not numbers.
    static boolean isMatrix(@Nullable Object values) {
        return switch (values) {
            case null -> false;
            case Tensor tensor -> tensor.dim() == 2 && tensor.size(0) != 1 && tensor.size(1) != 1;
            case Object[] array -> array.length > 0 && isRow(array[0]);
            case List<?> list -> !list.isEmpty() && isRow(list.getFirst());
            default -> false;
        };
    }

    private static boolean isRow(@Nullable Object value) {
        return (value instanceof Iterable<?> && !(value instanceof Tensor))
                || (value instanceof Tensor t && t.dim() == 1)
                || (value != null && value.getClass().isArray());
    }

    private List<@Nullable Object> items(@Nullable Object values) {
        var items = new ArrayList<@Nullable Object>();
        switch (values) {
            case String _ -> throw no(values);
            case Iterable<?> all -> all.forEach(items::add);
            case Stream<?> stream -> stream.forEach(items::add);
            case Object[] array -> items.addAll(Arrays.asList(array));
            case null -> throw no(null);
            case float[] array -> {
                for (var value : array) items.add(value);
            }
            case int[] array -> {
                for (var value : array) items.add(value);
            }
            case long[] array -> {
                for (var value : array) items.add(value);
            }
            case short[] array -> {
                for (var value : array) items.add(value);
            }
            case byte[] array -> {
                for (var value : array) items.add(value);
            }
            case boolean[] array -> {
                for (var value : array) items.add(value);
            }
            default -> throw no(values);
        }
        return items;
    }

    /// One number; what is not there is NaN.
    double number(@Nullable Object value) {
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1 : 0;
            case Tensor tensor when !Contents.isLazy(tensor) && tensor.numel() == 1 -> elements(tensor)[0];
            case Optional<?> optional -> number(optional.orElse(null));
            default -> throw new TypeError(function + " takes numbers, but one of the values is "
                    + (value instanceof Tensor t ? "a tensor of shape " + List.copyOf(t.shape())
                            : "a " + value.getClass().getSimpleName()));
        };
    }

    /// A tensor's numbers, whatever its dtype, device and history.
    double[] elements(Tensor tensor) {
        if (Contents.isLazy(tensor)) {
            throw new ValueError(function + ": the parameter is uninitialized: call its module once");
        }
        if (tensor.device().type().equals("meta")) {
            throw new ValueError(function + ": a tensor on the meta device has no numbers");
        }
        if (tensor.dtype().isComplex()) {
            throw new TypeError(function + " takes real numbers, but the tensor is " + tensor.dtype()
                    + ". Use abs(), Torch.real(x) or Torch.imag(x)");
        }
        if (tensor.numel() > MOST) {
            throw new ValueError(function + ": the tensor has " + Words.count(tensor.numel())
                    + " elements, too many to draw. Take a part, or every thousandth: get(\"::1000\")");
        }
        Tensor dense = tensor.layout() == Layout.strided ? tensor : Operators.call("to_dense", tensor.detach());
        return dense.doubleArray();
    }

    private TypeError no(@Nullable Object values) {
        return new TypeError(function + " takes numbers in a list, an array or a tensor, but got "
                + (values == null ? "null" : "a " + values.getClass().getSimpleName()));
    }
}
