package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// Puts maxima back where [MaxPool2d] found them, zeros elsewhere. Stands for `torch.nn.MaxUnpool2d`.
///
/// Inputs: the maxima `(N, C, H, W)` or `(C, H, W)` and their places, output `(N, C, H', W')` with
/// `H' = (H - 1) stride - 2 padding + kernel`, or the size given with them.
///
/// ```java
/// var pooled = new MaxPool2d(2, o -> o.returnIndices(true)).callWithIndices(Torch.ones(1, 2, 6, 6));
/// new MaxUnpool2d(2).call(pooled.output(), pooled.indices()).shape()   // torch.Size([1, 2, 6, 6])
/// ```
public class MaxUnpool2d extends MaxUnpoolNd {
    /// Options of [MaxUnpool2d], with PyTorch's names and defaults.
    public static final class Options extends PaddedPoolOptions<Options> {}

    /// With a square window.
    public MaxUnpool2d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a square window and a step.
    public MaxUnpool2d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a square window, a step and added rows.
    public MaxUnpool2d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of two sizes.
    public MaxUnpool2d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of two sizes.
    public MaxUnpool2d(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a square window and options.
    public MaxUnpool2d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public MaxUnpool2d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public MaxUnpool2d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private MaxUnpool2d(IntOrTuple kernelSize, Options o) { super(2, kernelSize, o); }
}
