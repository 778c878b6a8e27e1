package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The gradient of [Conv1d] by its input, as a layer: each value of a sequence spreads a kernel. Stands for
/// `torch.nn.ConvTranspose1d`.
///
/// Input `(N, inChannels, L)` or `(inChannels, L)`, output `(N, outChannels, L')` with
/// `L' = (L - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`; a size given with the input
/// chooses the output padding.
/// Weight and bias start evenly in `±1/√(outChannels / groups · kernel points)`.
///
/// ```java
/// new ConvTranspose1d(2, 4, 3, 2).call(Torch.ones(1, 2, 5)).shape()   // torch.Size([1, 4, 11])
/// new ConvTranspose1d(2, 4, 3, 2).call(Torch.ones(1, 2, 5), Torch.size(12)).shape()   // torch.Size([1, 4, 12])
/// ```
public class ConvTranspose1d extends ConvTransposeNd {
    /// Options of [ConvTranspose1d], with PyTorch's names and defaults.
    public static final class Options extends ConvTransposeNd.Options<Options> {}

    /// With a kernel of one size.
    public ConvTranspose1d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and a step.
    public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a kernel of one size, a step and added rows.
    public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of one size, a step, added rows and rows added to the output.
    public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
            long outputPadding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of one size.
    public ConvTranspose1d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and options.
    public ConvTranspose1d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of one size and options.
    public ConvTranspose1d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    ConvTranspose1d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(1, inChannels, outChannels, kernelSize, o);
    }
}
