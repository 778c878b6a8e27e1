package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The mean of each window of a sequence. Stands for `torch.nn.AvgPool1d`.
///
/// Input `(N, C, L)` or `(C, L)`, output `(N, C, L')` with
/// `L' = ⌊(L + 2 padding - kernel) / stride + 1⌋`.
///
/// ```java
/// new AvgPool1d(3, 2).call(Torch.ones(1, 2, 7)).shape()   // torch.Size([1, 2, 3])
/// ```
public class AvgPool1d extends AvgPoolNd {
    /// Options of [AvgPool1d], with PyTorch's names and defaults.
    public static final class Options extends AvgPoolNd.Options<Options> {}

    /// With a window of one size.
    public AvgPool1d(long kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and a step.
    public AvgPool1d(long kernelSize, long stride) {
        this(kernelSize, o -> o.stride(stride));
    }

    /// With a window of one size, a step and added rows.
    public AvgPool1d(long kernelSize, long stride, long padding) {
        this(kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a window of one size.
    public AvgPool1d(Size kernelSize) {
        this(kernelSize, o -> {});
    }

    /// With a window of one size and options.
    public AvgPool1d(long kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a window of one size and options.
    public AvgPool1d(Size kernelSize, Consumer<Options> options) {
        this(IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private AvgPool1d(IntOrTuple kernelSize, Options o) {
        super(1, IntOrTuple.of(kernelSize.expand(1)), IntOrTuple.of(o.stride(kernelSize).expand(1)),
                IntOrTuple.of(o.padding.expand(1)), o);
    }
}
