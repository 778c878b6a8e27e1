package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;

/// Slides kernels over an image: `out[n, o] = bias[o] + Σ_c weight[o, c] ⋆ input[n, c]`. Stands for `torch.nn.Conv2d`.
///
/// Input `(N, inChannels, H, W)` or `(inChannels, H, W)`, output `(N, outChannels, H', W')` with
/// `H' = ⌊(H + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`.
/// Weight and bias start evenly in `±1/√(inChannels / groups · kernel points)`.
///
/// ```java
/// new Conv2d(1, 20, 5).call(Torch.ones(2, 1, 28, 28)).shape()   // torch.Size([2, 20, 24, 24])
/// new Conv2d(3, 8, 3, o -> o.stride(2).padding(1).bias(false))  // Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)
/// ```
public class Conv2d extends ConvNd {
    /// Options of [Conv2d], with PyTorch's names and defaults.
    public static final class Options extends ConvNd.ForwardOptions<Options> {}

    /// With a square kernel.
    public Conv2d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a square kernel and a step.
    public Conv2d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a square kernel, a step and added rows.
    public Conv2d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of two sizes.
    public Conv2d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of two sizes.
    public Conv2d(long inChannels, long outChannels, int[] kernelSize) {
        this(inChannels, outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a square kernel and options.
    public Conv2d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public Conv2d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of two sizes and options.
    public Conv2d(long inChannels, long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    Conv2d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(2, inChannels, outChannels, kernelSize, o, null);
    }

    @Override
    public Tensor forward(Tensor input) { return F.convolve(2, this, input); }
}
