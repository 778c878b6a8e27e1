package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The p-norm of each window of a sequence: `(Σ xᵖ)^(1/p)`. Stands for `torch.nn.LPPool1d`.
///
/// Input `(N, C, L)` or `(C, L)`, output `(N, C, L')` with
/// `L' = ⌊(L - kernel) / stride + 1⌋`. With p = 1 it is the sum; the larger p, the nearer to the maximum.
///
/// ```java
/// new LPPool1d(2, 3, 2).call(Torch.ones(1, 2, 7)).shape()   // torch.Size([1, 2, 3])
/// ```
public class LPPool1d extends LPPoolNd {
    /// Options of [LPPool1d], with PyTorch's names and defaults.
    public static final class Options extends LPPoolNd.Options<Options> {}

    /// With a window of one size.
    public LPPool1d(Number normType, long kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a window of one size and a step.
    public LPPool1d(Number normType, long kernelSize, long stride) {
        this(normType, kernelSize, o -> o.stride(stride));
    }

    /// With a window of one size.
    public LPPool1d(Number normType, Size kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a window of one size and options.
    public LPPool1d(Number normType, long kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of one size and options.
    public LPPool1d(Number normType, Size kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LPPool1d(Number normType, IntOrTuple kernelSize, Options o) { super(1, normType, kernelSize, o); }
}
