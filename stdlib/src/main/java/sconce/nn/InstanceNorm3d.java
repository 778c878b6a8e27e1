package sconce.nn;

import java.util.function.Consumer;

/// Brings each channel of each volume to mean 0 and variance 1, by itself, then scales and shifts it if `affine`:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.InstanceNorm3d`.
///
/// Input and output `(N, numFeatures, D, H, W)` or `(numFeatures, D, H, W)`. With `trackRunningStats` the statistics of
/// training are blended into running ones, which count in evaluation.
///
/// ```java
/// new InstanceNorm3d(3).call(Torch.ones(2, 3, 4, 4, 4)).shape()   // torch.Size([2, 3, 4, 4, 4])
/// ```
public class InstanceNorm3d extends InstanceNormNd {
    /// Options of [InstanceNorm3d], with PyTorch's names and defaults.
    public static final class Options extends InstanceNormNd.Options<Options> {}

    /// For so many channels.
    public InstanceNorm3d(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many channels, with options.
    public InstanceNorm3d(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    InstanceNorm3d(long numFeatures, Options o) { super(4, numFeatures, o); }
}
