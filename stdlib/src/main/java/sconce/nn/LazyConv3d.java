package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// A [Conv3d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyConv3d`.
///
/// ```java
/// var layer = new LazyConv3d(4, 3);
/// layer.call(Torch.ones(1, 2, 7, 7, 7)).shape();   // torch.Size([1, 4, 5, 5, 5])
/// layer   // Conv3d(2, 4, kernel_size=(3, 3, 3), stride=(1, 1, 1))
/// ```
public class LazyConv3d extends Conv3d implements LazyConv {
    /// With a cubic kernel.
    public LazyConv3d(long outChannels, long kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a cubic kernel and a step.
    public LazyConv3d(long outChannels, long kernelSize, long stride) {
        this(outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a cubic kernel, a step and added rows.
    public LazyConv3d(long outChannels, long kernelSize, long stride, long padding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of three sizes.
    public LazyConv3d(long outChannels, Size kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of three sizes.
    public LazyConv3d(long outChannels, int[] kernelSize) {
        this(outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic kernel and options.
    public LazyConv3d(long outChannels, long kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public LazyConv3d(long outChannels, Size kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public LazyConv3d(long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LazyConv3d(long outChannels, IntOrTuple kernelSize, Options o) {
        super(0, 0, kernelSize, o);
        LazyConv.await(this, outChannels, o);
    }

    @Override
    public void resetParameters() {
        if (inChannels != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
