package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The p-norm of each window of an image: `(Σ xᵖ)^(1/p)`. Stands for `torch.nn.LPPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, H', W')` with
/// `H' = ⌊(H - kernel) / stride + 1⌋`. With p = 1 it is the sum; the larger p, the nearer to the maximum.
///
/// ```java
/// new LPPool2d(2, 3, 2).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 3])
/// ```
public class LPPool2d extends LPPoolNd {
    /// Options of [LPPool2d], with PyTorch's names and defaults.
    public static final class Options extends LPPoolNd.Options<Options> {}

    /// With a square window.
    public LPPool2d(Number normType, long kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a square window and a step.
    public LPPool2d(Number normType, long kernelSize, long stride) {
        this(normType, kernelSize, o -> o.stride(stride));
    }

    /// With a window of two sizes.
    public LPPool2d(Number normType, Size kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a window of two sizes.
    public LPPool2d(Number normType, int[] kernelSize) {
        this(normType, Keywords.size(kernelSize), o -> {});
    }

    /// With a square window and options.
    public LPPool2d(Number normType, long kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public LPPool2d(Number normType, Size kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public LPPool2d(Number normType, int[] kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LPPool2d(Number normType, IntOrTuple kernelSize, Options o) { super(2, normType, kernelSize, o); }
}
