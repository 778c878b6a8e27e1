package sconce.nn;

import java.util.function.Consumer;

/// Brings each channel of each image to mean 0 and variance 1, by itself, then scales and shifts it if `affine`:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.InstanceNorm2d`.
///
/// Input and output `(N, numFeatures, H, W)` or `(numFeatures, H, W)`. With `trackRunningStats` the statistics of
/// training are blended into running ones, which count in evaluation.
///
/// ```java
/// new InstanceNorm2d(3).call(Torch.ones(2, 3, 4, 4)).shape()   // torch.Size([2, 3, 4, 4])
/// ```
public class InstanceNorm2d extends InstanceNormNd {
    /// Options of [InstanceNorm2d], with PyTorch's names and defaults.
    public static final class Options extends InstanceNormNd.Options<Options> {}

    /// For so many channels.
    public InstanceNorm2d(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many channels, with options.
    public InstanceNorm2d(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    InstanceNorm2d(long numFeatures, Options o) { super(3, numFeatures, o); }
}
