package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The p-norm of each window of a volume: `(Σ xᵖ)^(1/p)`. Stands for `torch.nn.LPPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, D', H', W')` with
/// `D' = ⌊(D - kernel) / stride + 1⌋`. With p = 1 it is the sum; the larger p, the nearer to the maximum.
///
/// ```java
/// new LPPool3d(2, 3, 2).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 3, 3])
/// ```
public class LPPool3d extends LPPoolNd {
    /// Options of [LPPool3d], with PyTorch's names and defaults.
    public static final class Options extends LPPoolNd.Options<Options> {}

    /// With a cubic window.
    public LPPool3d(Number normType, long kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a cubic window and a step.
    public LPPool3d(Number normType, long kernelSize, long stride) {
        this(normType, kernelSize, o -> o.stride(stride));
    }

    /// With a window of three sizes.
    public LPPool3d(Number normType, Size kernelSize) {
        this(normType, kernelSize, o -> {});
    }

    /// With a window of three sizes.
    public LPPool3d(Number normType, int[] kernelSize) {
        this(normType, Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic window and options.
    public LPPool3d(Number normType, long kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public LPPool3d(Number normType, Size kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public LPPool3d(Number normType, int[] kernelSize, Consumer<Options> options) {
        this(normType, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LPPool3d(Number normType, IntOrTuple kernelSize, Options o) { super(3, normType, kernelSize, o); }
}
