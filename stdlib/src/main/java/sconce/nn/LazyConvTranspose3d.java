package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// A [ConvTranspose3d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyConvTranspose3d`.
///
/// ```java
/// var layer = new LazyConvTranspose3d(4, 3);
/// layer.call(Torch.ones(1, 2, 7, 7, 7)).shape();   // torch.Size([1, 4, 9, 9, 9])
/// layer   // ConvTranspose3d(2, 4, kernel_size=(3, 3, 3), stride=(1, 1, 1))
/// ```
public class LazyConvTranspose3d extends ConvTranspose3d implements LazyConv {
    /// With a cubic kernel.
    public LazyConvTranspose3d(long outChannels, long kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a cubic kernel and a step.
    public LazyConvTranspose3d(long outChannels, long kernelSize, long stride) {
        this(outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a cubic kernel, a step and added rows.
    public LazyConvTranspose3d(long outChannels, long kernelSize, long stride, long padding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a cubic kernel, a step, added rows and rows added to the output.
    public LazyConvTranspose3d(long outChannels, long kernelSize, long stride, long padding, long outputPadding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of three sizes.
    public LazyConvTranspose3d(long outChannels, Size kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of three sizes.
    public LazyConvTranspose3d(long outChannels, int[] kernelSize) {
        this(outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic kernel and options.
    public LazyConvTranspose3d(long outChannels, long kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public LazyConvTranspose3d(long outChannels, Size kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public LazyConvTranspose3d(long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LazyConvTranspose3d(long outChannels, IntOrTuple kernelSize, Options o) {
        super(0, 0, kernelSize, o);
        LazyConv.await(this, outChannels, o);
    }

    @Override
    public void resetParameters() {
        if (inChannels != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
