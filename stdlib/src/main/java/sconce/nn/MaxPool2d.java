package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in each window of an image. Stands for `torch.nn.MaxPool2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, H', W')` with
/// `H' = ⌊(H + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`. With `returnIndices` it also gives the places of the
/// maxima: [#callWithIndices].
///
/// ```java
/// new MaxPool2d(3, 2).call(Torch.ones(1, 2, 7, 7)).shape()   // torch.Size([1, 2, 3, 3])
/// ```
public class MaxPool2d extends MaxPoolNd {
    /// Options of [MaxPool2d], with PyTorch's names and defaults.
    public static final class Options extends MaxPoolNd.Options<Options> {}

    /// With a square window; windows lie side by side.
    public MaxPool2d(long kernelSize) { this(kernelSize, o -> {}); }

    /// With a square window and a step.
    public MaxPool2d(long kernelSize, long stride) { this(kernelSize, o -> o.stride(stride)); }

    /// With a square window, a step and added rows.
    public MaxPool2d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of two sizes.
    public MaxPool2d(Size kernelSize) { this(kernelSize, o -> {}); }

    /// With a window of two sizes.
    public MaxPool2d(int[] kernelSize) { this(Keywords.size(kernelSize), o -> {}); }

    /// With a square window and options.
    public MaxPool2d(long kernelSize, Consumer<Options> options) {
        super(2, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public MaxPool2d(Size kernelSize, Consumer<Options> options) {
        super(2, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of two sizes and options.
    public MaxPool2d(int[] kernelSize, Consumer<Options> options) { this(Keywords.size(kernelSize), options); }
}
