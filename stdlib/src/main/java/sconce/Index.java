package sconce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;
import sconce.libtorch.PythonTypes;

/// What stands between the brackets of Python's `x[..]`. Made by `Torch.index(..)`; `get` and `set` make their own.
///
/// ```java
/// var x = Torch.zeros(2, 3);
/// x.set(Torch.index(0, "1:"), 5);
/// x   // tensor([[0., 5., 5.], [0., 0., 0.]])
/// ```
///
/// Follows `aten/src/ATen/TensorIndexing.h`: numbers, slices, `...` and `None` give views; what tensors name is gathered
/// afterwards by one operator.
public final class Index {
    private final List<Part> parts;

    private Index(List<Part> parts) { this.parts = parts; }

    private sealed interface Part {}

    private record At(long place) implements Part {}

    private record Slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Part {
        boolean isAll() { return start == null && stop == null && step == null; }
    }

    private record Truth(boolean holds) implements Part {}

    private record Named(Tensor indices) implements Part {}

    private enum Word implements Part {
        ELLIPSIS, NONE
    }

    static Index of(@Nullable Object... indices) {
        var parts = new ArrayList<Part>();
        // A call with null alone means None.
        for (var index : indices == null ? Collections.singletonList(null) : java.util.Arrays.asList(indices)) {
            add(parts, index);
        }
        return new Index(parts);
    }

    static Index of(long index) { return new Index(List.of(new At(index))); }

    private static void add(List<Part> parts, @Nullable Object index) {
        switch (index) {
            case null -> parts.add(Word.NONE);
            case Index several -> parts.addAll(several.parts);
            case String text -> new Parser(text).addTo(parts);
            case Boolean truth -> parts.add(new Truth(truth));
            case Tensor tensor -> parts.add(new Named(tensor));
            case Integer place -> parts.add(new At(place));
            case Long place -> parts.add(new At(place));
            case Short place -> parts.add(new At(place));
            case Byte place -> parts.add(new At(place));
            case Collection<?> list -> parts.add(new Named(indices(list)));
            case Object array when array.getClass().isArray() -> parts.add(new Named(indices(array)));
            default -> throw notAnIndex();
        }
    }

    private static IndexError notAnIndex() {
        return new IndexError(
                "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid "
                        + "indices");
    }

    /// A list of numbers or truths as an index tensor; an empty one is of numbers.
    private static Tensor indices(Object list) {
        var tensor = Torch.tensor(list);
        return tensor.numel() == 0 ? tensor.to(DType.int64) : tensor;
    }

    Tensor get(Tensor tensor) {
        var view = view(tensor);
        if (!view.indices.isEmpty()) return Operators.call("index.Tensor", view.tensor, view.indices);
        // Python gives a view even where nothing was cut off.
        return Metadata.isSame(view.tensor, tensor) ? Operators.call("alias", tensor) : view.tensor;
    }

    void set(Tensor tensor, @Nullable Object value) {
        if (parts.size() == 1 && parts.getFirst() instanceof Truth(var holds) && !holds) return;
        var source = source(tensor, value);
        if (parts.size() == 1 && parts.getFirst() instanceof Truth) {
            copy(tensor.unsqueeze(0), source);
            return;
        }
        var view = view(tensor);
        if (view.indices.isEmpty()) {
            copy(view.tensor, source);
            return;
        }
        var sizes = withoutOnes(source);
        var values = sizes.length == source.dim() ? source : source.view(sizes);
        Operators.run("index_put_", view.tensor, view.indices, values);
    }

    private static Tensor source(Tensor tensor, @Nullable Object value) {
        return switch (value) {
            case Tensor source -> source;
            case Number number -> scalar(tensor, number);
            case Boolean truth -> scalar(tensor, truth);
            case null, default -> throw new TypeError("can't assign a " + PythonTypes.of(value) + " to a "
                    + tensor.type());
        };
    }

    private static Tensor scalar(Tensor tensor, Object number) {
        return Operators.call("scalar_tensor", number, tensor.dtype(), null, tensor.device());
    }

    private static void copy(Tensor target, Tensor source) {
        if (target.shape().equals(source.shape())) {
            Operators.run("copy_", target, source);
        } else if (source.dim() == 0) {
            Operators.run("fill_.Tensor", target, source);
        } else {
            Tensor narrow = source.view(withoutOnes(source));
            Operators.run("copy_", target, narrow.expand(target.shape()));
        }
    }

    /// The sizes without leading ones.
    private static long[] withoutOnes(Tensor tensor) {
        var sizes = Metadata.sizes(tensor);
        var ones = 0;
        while (ones < sizes.length && sizes[ones] == 1) ones++;
        return java.util.Arrays.copyOfRange(sizes, ones, sizes.length);
    }

    /// A view of a tensor, and index tensors still to be applied to it, null for dimensions that stay.
    private record View(Tensor tensor, List<@Nullable Tensor> indices) {}

    private View view(Tensor original) {
        var dims = original.dim();
        var named = parts.stream().mapToLong(Index::dims).sum();
        if (named > dims) {
            if (dims == 0 && parts.size() == 1) {
                throw new IndexError("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                        + "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number");
            }
            throw new IndexError("too many indices for tensor of dimension " + dims);
        }
        var tensor = original;
        var indices = new ArrayList<@Nullable Tensor>();
        var dim = 0;
        // The dimension of the original that a part speaks of: what messages name.
        var place = 0;
        for (var part : parts) {
            switch (part) {
                case At(var index) -> tensor = select(tensor, dim, index, place);
                case Slice slice -> {
                    tensor = slice(tensor, dim++, slice);
                    if (!indices.isEmpty()) indices.add(null);
                }
                case Word.ELLIPSIS -> {
                    var all = (int) (dims - named);
                    dim += all;
                    if (!indices.isEmpty()) for (var i = 0; i < all; i++) indices.add(null);
                    place += all;
                }
                case Word.NONE -> {
                    tensor = tensor.unsqueeze(dim++);
                    if (!indices.isEmpty()) indices.add(null);
                }
                case Truth(var holds) -> {
                    tensor = tensor.unsqueeze(dim);
                    dim = record(truth(holds), indices, dim);
                }
                case Named(var index) when index.dim() == 0 && isWhole(index.dtype()) -> {
                    if (index.dtype() == DType.bool || index.dtype() == DType.uint8) {
                        tensor = tensor.unsqueeze(dim);
                        dim = record(truth(index.booleanValue()), indices, dim);
                    } else {
                        tensor = select(tensor, dim, index.longValue(), place);
                    }
                }
                case Named(var index) -> dim = record(index, indices, dim);
            }
            place += (int) dims(part);
        }
        return new View(tensor, indices);
    }

    /// How many dimensions of the tensor a part takes.
    private static long dims(Part part) {
        return switch (part) {
            case At at -> 1;
            case Slice slice -> 1;
            case Truth truth -> 0;
            case Named(var index) when isMask(index) -> index.dim();
            case Named index -> 1;
            case Word word -> 0;
        };
    }

    private static boolean isMask(Tensor index) { return index.dtype() == DType.bool || index.dtype() == DType.uint8; }

    private static boolean isWhole(DType dtype) { return !dtype.isFloatingPoint() && !dtype.isComplex(); }

    private static Tensor truth(boolean holds) {
        return holds ? Torch.tensor(new long[1]) : Torch.tensor(new long[0], o -> o.dtype(DType.int64));
    }

    private static int record(Tensor index, List<@Nullable Tensor> indices, int dim) {
        if (indices.isEmpty()) for (var i = 0; i < dim; i++) indices.add(null);
        indices.add(index);
        return dim + (isMask(index) ? (int) index.dim() : 1);
    }

    private static Tensor select(Tensor tensor, int dim, long index, int place) {
        var size = tensor.size(dim);
        if (index < -size || index >= size) {
            throw new IndexError("index " + index + " is out of bounds for dimension " + place + " with size " + size);
        }
        return Operators.call("select.int", tensor, dim, index);
    }

    private static Tensor slice(Tensor tensor, int dim, Slice slice) {
        if (slice.isAll()) return tensor;
        var step = slice.step == null ? 1 : slice.step;
        if (step == 0) throw new ValueError("slice step cannot be zero");
        if (step < 0) throw new ValueError("step must be greater than zero");
        return Operators.call("slice.Tensor", tensor, dim, slice.start, slice.stop, step);
    }

    /// Reads an index as Python writes it.
    private static final class Parser {
        private final String text;

        Parser(String text) { this.text = text; }

        void addTo(List<Part> parts) {
            var depth = 0;
            var start = 0;
            for (var at = 0; at <= text.length(); at++) {
                var c = at == text.length() ? ',' : text.charAt(at);
                if (c == '[') depth++;
                if (c == ']') depth--;
                if (c != ',' || (depth > 0 && at < text.length())) continue;
                var token = text.substring(start, at).strip();
                // A comma may stand at the end, as in Python's tuples.
                if (!token.isEmpty() || at < text.length() || start == 0) parts.add(part(token));
                start = at + 1;
            }
        }

        private Part part(String token) {
            return switch (token) {
                case "..." -> Word.ELLIPSIS;
                case "None" -> Word.NONE;
                case "True" -> new Truth(true);
                case "False" -> new Truth(false);
                default -> token.startsWith("[") ? new Named(indices(LiteralText.list(token)))
                        : token.contains(":") ? slice(token) : new At(number(token));
            };
        }

        private Slice slice(String token) {
            var bounds = token.split(":", -1);
            if (bounds.length > 3) throw wrong(token);
            return new Slice(bound(bounds[0]), bound(bounds[1]), bounds.length < 3 ? null : bound(bounds[2]));
        }

        private @Nullable Long bound(String token) {
            var bound = token.strip();
            return bound.isEmpty() || bound.equals("None") ? null : number(bound);
        }

        private long number(String token) {
            try {
                return Long.parseLong(token);
            } catch (NumberFormatException notWhole) {
                throw wrong(token);
            }
        }

        private IndexError wrong(String token) {
            return new IndexError(
                    "'" + token + "' in the index '" + text + "' is none of: a whole number, a slice such "
                            + "as 1:, ..., None, True, False, [0, 2]");
        }
    }
}
