package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// Puts maxima back where [MaxPool1d] found them, zeros elsewhere. Stands for `torch.nn.MaxUnpool1d`.
///
/// Inputs: the maxima `(N, C, L)` or `(C, L)` and their places, output `(N, C, L')` with
/// `L' = (L - 1) stride - 2 padding + kernel`, or the size given with them.
///
/// ```java
/// var pooled = new MaxPool1d(2, o -> o.returnIndices(true)).callWithIndices(Torch.ones(1, 2, 6));
/// new MaxUnpool1d(2).call(pooled.output(), pooled.indices()).shape()   // torch.Size([1, 2, 6])
/// ```
public class MaxUnpool1d extends MaxUnpoolNd {
    /// Options of [MaxUnpool1d], with PyTorch's names and defaults.
    public static final class Options extends PaddedPoolOptions<Options> {}

    /// With a window of one size.
    public MaxUnpool1d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and a step.
    public MaxUnpool1d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a window of one size, a step and added rows.
    public MaxUnpool1d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of one size.
    public MaxUnpool1d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and options.
    public MaxUnpool1d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of one size and options.
    public MaxUnpool1d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private MaxUnpool1d(IntOrTuple kernelSize, Options o) { super(1, kernelSize, o); }
}
