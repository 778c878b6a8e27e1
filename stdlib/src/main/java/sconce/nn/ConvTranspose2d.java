package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The gradient of [Conv2d] by its input, as a layer: each value of an image spreads a kernel. Stands for
/// `torch.nn.ConvTranspose2d`.
///
/// Input `(N, inChannels, H, W)` or `(inChannels, H, W)`, output `(N, outChannels, H', W')` with
/// `H' = (H - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`; a size given with the input
/// chooses the output padding.
/// Weight and bias start evenly in `±1/√(outChannels / groups · kernel points)`.
///
/// ```java
/// new ConvTranspose2d(2, 4, 3, 2).call(Torch.ones(1, 2, 5, 5)).shape()   // torch.Size([1, 4, 11, 11])
/// new ConvTranspose2d(2, 4, 3, 2).call(Torch.ones(1, 2, 5, 5), Torch.size(12, 11)).shape()   // torch.Size([1, 4, 12, 11])
/// ```
public class ConvTranspose2d extends ConvTransposeNd {
    /// Options of [ConvTranspose2d], with PyTorch's names and defaults.
    public static final class Options extends ConvTransposeNd.Options<Options> {}

    /// With a square kernel.
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a square kernel and a step.
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a square kernel, a step and added rows.
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a square kernel, a step, added rows and rows added to the output.
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
            long outputPadding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of two sizes.
    public ConvTranspose2d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of two sizes.
    public ConvTranspose2d(long inChannels, long outChannels, int[] kernelSize) {
        this(inChannels, outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a square kernel and options.
    public ConvTranspose2d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public ConvTranspose2d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public ConvTranspose2d(long inChannels, long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    ConvTranspose2d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(2, inChannels, outChannels, kernelSize, o);
    }
}
