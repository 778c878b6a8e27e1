package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;

/// Slides kernels over a volume: `out[n, o] = bias[o] + Σ_c weight[o, c] ⋆ input[n, c]`. Stands for `torch.nn.Conv3d`.
///
/// Input `(N, inChannels, D, H, W)` or `(inChannels, D, H, W)`, output `(N, outChannels, D', H', W')` with
/// `D' = ⌊(D + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`.
/// Weight and bias start evenly in `±1/√(inChannels / groups · kernel points)`.
///
/// ```java
/// new Conv3d(1, 4, 3).call(Torch.ones(2, 1, 5, 6, 7)).shape()   // torch.Size([2, 4, 3, 4, 5])
/// new Conv3d(1, 4, 3, o -> o.padding(1))   // Conv3d(1, 4, kernel_size=(3, 3, 3), stride=(1, 1, 1), padding=(1, 1, 1))
/// ```
public class Conv3d extends ConvNd {
    /// Options of [Conv3d], with PyTorch's names and defaults.
    public static final class Options extends ConvNd.ForwardOptions<Options> {}

    /// With a cubic kernel.
    public Conv3d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a cubic kernel and a step.
    public Conv3d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a cubic kernel, a step and added rows.
    public Conv3d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of three sizes.
    public Conv3d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of three sizes.
    public Conv3d(long inChannels, long outChannels, int[] kernelSize) {
        this(inChannels, outChannels, Keywords.size(kernelSize), o -> {});
    }

    /// With a cubic kernel and options.
    public Conv3d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public Conv3d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of three sizes and options.
    public Conv3d(long inChannels, long outChannels, int[] kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    Conv3d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(3, inChannels, outChannels, kernelSize, o, null);
    }

    @Override
    public Tensor forward(Tensor input) { return F.convolve(3, this, input); }
}
