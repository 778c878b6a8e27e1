package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in each window of a volume. Stands for `torch.nn.MaxPool3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, D', H', W')` with
/// `D' = ⌊(D + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`. With `returnIndices` it also gives the places of the
/// maxima: [#callWithIndices].
///
/// ```java
/// new MaxPool3d(3, 2).call(Torch.ones(1, 2, 7, 7, 7)).shape()   // torch.Size([1, 2, 3, 3, 3])
/// ```
public class MaxPool3d extends MaxPoolNd {
    /// Options of [MaxPool3d], with PyTorch's names and defaults.
    public static final class Options extends MaxPoolNd.Options<Options> {}

    /// With a cubic window.
    public MaxPool3d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a cubic window and a step.
    public MaxPool3d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a cubic window, a step and added rows.
    public MaxPool3d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of three sizes.
    public MaxPool3d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of three sizes.
    public MaxPool3d(int[] kernelSize) {
        this(Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic window and options.
    public MaxPool3d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public MaxPool3d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of three sizes and options.
    public MaxPool3d(int[] kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private MaxPool3d(IntOrTuple kernelSize, Options o) { super(3, kernelSize, o); }
}
