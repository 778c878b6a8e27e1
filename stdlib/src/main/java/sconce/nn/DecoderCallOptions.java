package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// The keyword arguments that a call of a decoder and of its layer share.
abstract class DecoderCallOptions<O extends DecoderCallOptions<O>> {
    @Nullable
    Tensor tgtMask;
    @Nullable
    Tensor memoryMask;
    @Nullable
    Tensor tgtKeyPaddingMask;
    @Nullable
    Tensor memoryKeyPaddingMask;
    boolean memoryIsCausal = false;

    DecoderCallOptions() {}

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O self() { return (O) this; }

    /// What in the sequence may not look at what `(T, T)` or `(N * nhead, T, T)`, or what is added to the scores.
    public O tgtMask(@Nullable Tensor tgtMask) { this.tgtMask = tgtMask; return self(); }

    /// What in the sequence may not look at what in the memory `(T, S)`, or what is added to the scores.
    public O memoryMask(@Nullable Tensor memoryMask) { this.memoryMask = memoryMask; return self(); }

    /// What in the sequence is padding `(N, T)`.
    public O tgtKeyPaddingMask(@Nullable Tensor tgtKeyPaddingMask) {
        this.tgtKeyPaddingMask = tgtKeyPaddingMask;
        return self();
    }

    /// What in the memory is padding `(N, S)`.
    public O memoryKeyPaddingMask(@Nullable Tensor memoryKeyPaddingMask) {
        this.memoryKeyPaddingMask = memoryKeyPaddingMask;
        return self();
    }

    /// Whether `memoryMask` is the causal mask, a hint for the kernel; by default not.
    public O memoryIsCausal(boolean memoryIsCausal) { this.memoryIsCausal = memoryIsCausal; return self(); }
}
