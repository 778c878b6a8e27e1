package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The largest value in each window of a sequence. Stands for `torch.nn.MaxPool1d`.
///
/// Input `(N, C, L)` or `(C, L)`, output `(N, C, L')` with
/// `L' = ⌊(L + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`. With `returnIndices` it also gives the places of the
/// maxima: [#callWithIndices].
///
/// ```java
/// new MaxPool1d(3, 2).call(Torch.ones(1, 2, 7)).shape()   // torch.Size([1, 2, 3])
/// ```
public class MaxPool1d extends MaxPoolNd {
    /// Options of [MaxPool1d], with PyTorch's names and defaults.
    public static final class Options extends MaxPoolNd.Options<Options> {}

    /// With a window of one size.
    public MaxPool1d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and a step.
    public MaxPool1d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a window of one size, a step and added rows.
    public MaxPool1d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of one size.
    public MaxPool1d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and options.
    public MaxPool1d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of one size and options.
    public MaxPool1d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private MaxPool1d(IntOrTuple kernelSize, Options o) { super(1, kernelSize, o); }
}
