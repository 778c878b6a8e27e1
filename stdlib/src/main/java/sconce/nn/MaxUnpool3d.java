package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// Puts maxima back where [MaxPool3d] found them, zeros elsewhere. Stands for `torch.nn.MaxUnpool3d`.
///
/// Inputs: the maxima `(N, C, D, H, W)` or `(C, D, H, W)` and their places, output `(N, C, D', H', W')` with
/// `D' = (D - 1) stride - 2 padding + kernel`, or the size given with them.
///
/// ```java
/// var pooled = new MaxPool3d(2, o -> o.returnIndices(true)).callWithIndices(Torch.ones(1, 2, 6, 6, 6));
/// new MaxUnpool3d(2).call(pooled.output(), pooled.indices()).shape()   // torch.Size([1, 2, 6, 6, 6])
/// ```
public class MaxUnpool3d extends MaxUnpoolNd {
    /// Options of [MaxUnpool3d], with PyTorch's names and defaults.
    public static final class Options extends PaddedPoolOptions<Options> {}

    /// With a cubic window.
    public MaxUnpool3d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a cubic window and a step.
    public MaxUnpool3d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a cubic window, a step and added rows.
    public MaxUnpool3d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of three sizes.
    public MaxUnpool3d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of three sizes.
    public MaxUnpool3d(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic window and options.
    public MaxUnpool3d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public MaxUnpool3d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public MaxUnpool3d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private MaxUnpool3d(IntOrTuple kernelSize, Options o) { super(3, kernelSize, o); }
}
