package sconce.nn;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import sconce.IndexError;
import sconce.MemoryFormat;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// How much is pruned, and the masks that come of it.
final class PruningAmount {
    private PruningAmount() {}

    private static boolean isWhole(Number amount) {
        return amount instanceof Integer || amount instanceof Long || amount instanceof Short || amount instanceof Byte
                || amount instanceof BigInteger;
    }

    static Number checked(Number amount) {
        if (!isWhole(amount) && !(amount instanceof Double || amount instanceof Float)) {
            throw new TypeError("Invalid type for amount: " + PythonFormat.of(amount) + ". Must be int or float.");
        }
        var value = amount.doubleValue();
        if (value < 0 || (!isWhole(amount) && !(value <= 1))) {
            throw new ValueError("amount=" + PythonFormat.of(amount)
                    + " should either be a float in the range [0, 1] or a non-negative integer");
        }
        return amount;
    }

    /// How many of `size` an amount is.
    static long of(Number amount, long size) {
        // Python, too, rounds a half to the even neighbour.
        if (!isWhole(amount)) return (long) Math.rint(amount.doubleValue() * size);
        if (amount.longValue() > size) {
            throw new ValueError(
                    "amount=" + amount + " should be smaller than the number of parameters to prune=" + size);
        }
        return amount.longValue();
    }

    /// The number of channels along a dimension.
    static long channels(Tensor t, long dim) {
        if (t.dim() <= 1) {
            throw new ValueError("Structured pruning can only be applied to multidimensional tensors. Found tensor of "
                    + "shape " + t.shape() + " with " + t.dim() + " dims");
        }
        if (dim >= t.dim()) throw new IndexError("Invalid index " + dim + " for tensor of size " + t.shape());
        return t.size(dim);
    }

    /// The mask without the `count` entries of the largest or smallest scores.
    static Tensor without(Tensor defaultMask, long count, Supplier<Tensor> scores, boolean largest) {
        var mask = defaultMask.clone(MemoryFormat.contiguous_format);
        if (count == 0) return mask;
        Object[] found = Operators.call("topk", scores.get().reshape(-1), count, -1, largest);
        mask.view(-1).indexFill_(0, (Tensor) found[1], 0);
        return mask;
    }

    /// The mask with the given channels alone.
    static Tensor only(Tensor t, long dim, Tensor channels, Tensor defaultMask) {
        var mask = Torch.zerosLike(t).indexFill(dim, channels, 1);
        return mask.mul_(defaultMask.to(mask.dtype()));
    }

    /// The norm of each channel.
    static Tensor norms(Tensor t, Number n, long dim) {
        var last = t.dim();
        var along = dim < 0 ? dim + last : dim;
        var others = LongStream.range(0, last).filter(d -> d != along).toArray();
        return Operators.call("linalg_vector_norm", t, n, new Size(others).longs());
    }
}
