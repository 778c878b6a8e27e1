package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// A [ConvTranspose2d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyConvTranspose2d`.
///
/// ```java
/// var layer = new LazyConvTranspose2d(4, 3);
/// layer.call(Torch.ones(1, 2, 7, 7)).shape();   // torch.Size([1, 4, 9, 9])
/// layer   // ConvTranspose2d(2, 4, kernel_size=(3, 3), stride=(1, 1))
/// ```
public class LazyConvTranspose2d extends ConvTranspose2d implements LazyConv {
    /// With a square kernel.
    public LazyConvTranspose2d(long outChannels, long kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a square kernel and a step.
    public LazyConvTranspose2d(long outChannels, long kernelSize, long stride) {
        this(outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a square kernel, a step and added rows.
    public LazyConvTranspose2d(long outChannels, long kernelSize, long stride, long padding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a square kernel, a step, added rows and rows added to the output.
    public LazyConvTranspose2d(long outChannels, long kernelSize, long stride, long padding, long outputPadding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of two sizes.
    public LazyConvTranspose2d(long outChannels, Size kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of two sizes.
    public LazyConvTranspose2d(long outChannels, int[] kernelSize) {
        this(outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a square kernel and options.
    public LazyConvTranspose2d(long outChannels, long kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public LazyConvTranspose2d(long outChannels, Size kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public LazyConvTranspose2d(long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LazyConvTranspose2d(long outChannels, IntOrTuple kernelSize, Options o) {
        super(0, 0, kernelSize, o);
        LazyConv.await(this, outChannels, o);
    }

    @Override
    public void resetParameters() {
        if (inChannels != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
