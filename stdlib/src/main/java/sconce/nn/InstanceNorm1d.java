package sconce.nn;

import java.util.function.Consumer;

/// Brings each channel of each sequence to mean 0 and variance 1, by itself, then scales and shifts it if `affine`:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.InstanceNorm1d`.
///
/// Input and output `(N, numFeatures, L)` or `(numFeatures, L)`. With `trackRunningStats` the statistics of
/// training are blended into running ones, which count in evaluation.
///
/// ```java
/// new InstanceNorm1d(3).call(Torch.ones(2, 3, 4)).shape()   // torch.Size([2, 3, 4])
/// ```
public class InstanceNorm1d extends InstanceNormNd {
    /// Options of [InstanceNorm1d], with PyTorch's names and defaults.
    public static final class Options extends InstanceNormNd.Options<Options> {}

    /// For so many channels.
    public InstanceNorm1d(long numFeatures) { this(numFeatures, o -> {}); }

    /// For so many channels, with options.
    public InstanceNorm1d(long numFeatures, Consumer<Options> options) {
        this(numFeatures, Keywords.of(new Options(), options));
    }

    InstanceNorm1d(long numFeatures, Options o) { super(2, numFeatures, o); }
}
