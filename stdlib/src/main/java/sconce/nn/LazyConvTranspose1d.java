package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// A [ConvTranspose1d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyConvTranspose1d`.
///
/// ```java
/// var layer = new LazyConvTranspose1d(4, 3);
/// layer.call(Torch.ones(1, 2, 7)).shape();   // torch.Size([1, 4, 9])
/// layer   // ConvTranspose1d(2, 4, kernel_size=(3,), stride=(1,))
/// ```
public class LazyConvTranspose1d extends ConvTranspose1d implements LazyConv {
    /// With a kernel of one size.
    public LazyConvTranspose1d(long outChannels, long kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and a step.
    public LazyConvTranspose1d(long outChannels, long kernelSize, long stride) {
        this(outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a kernel of one size, a step and added rows.
    public LazyConvTranspose1d(long outChannels, long kernelSize, long stride, long padding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of one size, a step, added rows and rows added to the output.
    public LazyConvTranspose1d(long outChannels, long kernelSize, long stride, long padding, long outputPadding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// With a kernel of one size.
    public LazyConvTranspose1d(long outChannels, Size kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and options.
    public LazyConvTranspose1d(long outChannels, long kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of one size and options.
    public LazyConvTranspose1d(long outChannels, Size kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LazyConvTranspose1d(long outChannels, IntOrTuple kernelSize, Options o) {
        super(0, 0, kernelSize, o);
        LazyConv.await(this, outChannels, o);
    }

    @Override
    public void resetParameters() {
        if (inChannels != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
