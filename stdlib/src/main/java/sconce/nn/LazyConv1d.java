package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// A [Conv1d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyConv1d`.
///
/// ```java
/// var layer = new LazyConv1d(4, 3);
/// layer.call(Torch.ones(1, 2, 7)).shape();   // torch.Size([1, 4, 5])
/// layer   // Conv1d(2, 4, kernel_size=(3,), stride=(1,))
/// ```
public class LazyConv1d extends Conv1d implements LazyConv {
    /// With a kernel of one size.
    public LazyConv1d(long outChannels, long kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and a step.
    public LazyConv1d(long outChannels, long kernelSize, long stride) {
        this(outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a kernel of one size, a step and added rows.
    public LazyConv1d(long outChannels, long kernelSize, long stride, long padding) {
        this(outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of one size.
    public LazyConv1d(long outChannels, Size kernelSize) {
        this(outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and options.
    public LazyConv1d(long outChannels, long kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of one size and options.
    public LazyConv1d(long outChannels, Size kernelSize, Consumer<Options> options) {
        this(outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    private LazyConv1d(long outChannels, IntOrTuple kernelSize, Options o) {
        super(0, 0, kernelSize, o);
        LazyConv.await(this, outChannels, o);
    }

    @Override
    public void resetParameters() {
        if (inChannels != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
