package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;

/// Slides kernels over a sequence: `out[n, o] = bias[o] + Σ_c weight[o, c] ⋆ input[n, c]`. Stands for `torch.nn.Conv1d`.
///
/// Input `(N, inChannels, L)` or `(inChannels, L)`, output `(N, outChannels, L')` with
/// `L' = ⌊(L + 2 padding - dilation (kernel - 1) - 1) / stride + 1⌋`.
/// Weight and bias start evenly in `±1/√(inChannels / groups · kernel points)`.
///
/// ```java
/// new Conv1d(2, 4, 3).call(Torch.ones(1, 2, 10)).shape()   // torch.Size([1, 4, 8])
/// new Conv1d(2, 4, 3, o -> o.padding("same"))   // Conv1d(2, 4, kernel_size=(3,), stride=(1,), padding=same)
/// ```
public class Conv1d extends ConvNd {
    /// Options of [Conv1d], with PyTorch's names and defaults.
    public static final class Options extends ConvNd.ForwardOptions<Options> {}

    /// With a kernel of one size.
    public Conv1d(long inChannels, long outChannels, long kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and a step.
    public Conv1d(long inChannels, long outChannels, long kernelSize, long stride) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride));
    }

    /// With a kernel of one size, a step and added rows.
    public Conv1d(long inChannels, long outChannels, long kernelSize, long stride, long padding) {
        this(inChannels, outChannels, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// With a kernel of one size.
    public Conv1d(long inChannels, long outChannels, Size kernelSize) {
        this(inChannels, outChannels, kernelSize, o -> {});
    }

    /// With a kernel of one size and options.
    public Conv1d(long inChannels, long outChannels, long kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    /// With a kernel of one size and options.
    public Conv1d(long inChannels, long outChannels, Size kernelSize, Consumer<Options> options) {
        this(inChannels, outChannels, IntOrTuple.of(kernelSize), Keywords.of(new Options(), options));
    }

    Conv1d(long inChannels, long outChannels, IntOrTuple kernelSize, Options o) {
        super(1, inChannels, outChannels, kernelSize, o, null);
    }

    @Override
    public Tensor forward(Tensor input) { return F.convolve(1, this, input); }
}
