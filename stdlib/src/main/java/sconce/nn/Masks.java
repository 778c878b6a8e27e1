package sconce.nn;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.Warnings;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// The masks of attention: what may be looked at, as numbers that are added to the scores.
final class Masks {
    private Masks() {}

    /// A mask as numbers: 0 where a boolean one is false, minus infinity where it is true. Stands for `_canonical_mask`.
    ///
    /// @param other the other mask, which should have the same dtype, or null
    /// @throws AssertionException if the mask is neither boolean nor real
    static @Nullable Tensor canonical(@Nullable Tensor mask, String name, @Nullable Tensor other, String otherName,
            DType target) {
        if (mask == null) return null;
        if (mask.dtype() != DType.bool && !mask.dtype().isFloatingPoint()) {
            throw new AssertionException("only bool and floating types of " + name + " are supported");
        }
        if (other != null && other.dtype() != mask.dtype()) {
            Warnings.warn("Support for mismatched " + name + " and " + otherName
                    + " is deprecated. Use same type for both instead.");
        }
        if (mask.dtype().isFloatingPoint()) return mask;
        return Torch.zerosLike(mask, o -> o.dtype(target)).maskedFill_(mask, Double.NEGATIVE_INFINITY);
    }

    /// The same for a mask that is compared with no other.
    static @Nullable Tensor canonical(@Nullable Tensor mask, String name, DType target) {
        return canonical(mask, name, null, "", target);
    }

    /// A matrix that is minus infinity above its diagonal, 0 elsewhere.
    static Tensor causal(long size, @Nullable DType dtype, @Nullable Device device) {
        Tensor full = Operators.call("full", new long[] { size, size }, Double.NEGATIVE_INFINITY,
                dtype == null ? Torch.getDefaultDtype() : dtype, null, device);
        return full.triu(1);
    }

    /// Whether a mask keeps every place from what comes after it. A given answer is taken as it is. Stands for
    /// `_detect_is_causal_mask`.
    ///
    /// @param size the length of the sequence, or null for the mask's
    static boolean isCausal(@Nullable Tensor mask, @Nullable Boolean given, @Nullable Long size) {
        if (given != null || mask == null) return Objects.equals(given, true);
        var causal = causal(size == null ? mask.size(-2) : size, mask.dtype(), mask.device());
        return mask.shape().equals(causal.shape()) && mask.eq(causal).all().booleanValue();
    }

    /// The length of the sequences in `source`, or null for a nested tensor. Stands for `_get_seq_len`.
    static @Nullable Long length(Tensor source, boolean batchFirst) {
        if (Metadata.isNested(source)) return null;
        return source.shape().get(source.dim() == 2 || !batchFirst ? 0 : 1);
    }
}
