package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// The gradient of [Conv3d] by its input, as a layer: each value of a volume spreads a kernel. Stands for
/// `torch.nn.ConvTranspose3d`.
///
/// Input `(N, inChannels, D, H, W)` or `(inChannels, D, H, W)`, output `(N, outChannels, D', H', W')` with
/// `D' = (D - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`; a size given with the input
/// chooses the output padding.
/// Weight and bias start evenly in `±1/√(outChannels / groups · kernel points)`.
///
/// ```java
/// new ConvTranspose3d(2, 4, 3, 2).call(Torch.ones(1, 2, 5, 5, 5)).shape()   // torch.Size([1, 4, 11, 11, 11])
/// new ConvTranspose3d(2, 4, 3, 2).call(Torch.ones(1, 2, 5, 5, 5), Torch.size(11, 12, 11)).shape()   // torch.Size([1, 4, 11, 12, 11])
/// ```
public class ConvTranspose3d extends ConvTransposeNd {
    /// Options of [ConvTranspose3d], with PyTorch's names and defaults.
    public static final class Options extends ConvTransposeNd.Options<Options> {}

    /// With a cubic kernel.
    public ConvTranspose3d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a cubic kernel and a step.
    public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a cubic kernel, a step and added rows.
    public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a cubic kernel, a step, added rows and rows added to the output.
    public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, long stride, long padding,
            long outputPadding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of three sizes.
    public ConvTranspose3d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of three sizes.
    public ConvTranspose3d(long inChannels, long outChannels, int[] kernelSize) {
        this(inChannels, outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic kernel and options.
    public ConvTranspose3d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public ConvTranspose3d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public ConvTranspose3d(long inChannels, long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    ConvTranspose3d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(3, inChannels, outChannels, kernelSize, o);
    }
}
