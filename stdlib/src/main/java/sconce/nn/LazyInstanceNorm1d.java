package sconce.nn;

import java.util.function.Consumer;

/// A [InstanceNorm1d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyInstanceNorm1d`.
///
/// As in PyTorch, it scales, shifts and keeps running statistics unless told otherwise, which [InstanceNorm1d] does not.
///
/// ```java
/// var layer = new LazyInstanceNorm1d();
/// layer.call(Torch.ones(2, 3, 7));
/// layer   // InstanceNorm1d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyInstanceNorm1d extends InstanceNorm1d implements LazyNorm {
    /// With the defaults.
    public LazyInstanceNorm1d() { this(o -> {}); }

    /// With the options of [InstanceNorm1d].
    public LazyInstanceNorm1d(Consumer<Options> options) {
        this(Keywords.of(new Options().affine(true).trackRunningStats(true), options));
    }

    private LazyInstanceNorm1d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
