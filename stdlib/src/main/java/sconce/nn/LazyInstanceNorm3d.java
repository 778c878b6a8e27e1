package sconce.nn;

import java.util.function.Consumer;

/// A [InstanceNorm3d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyInstanceNorm3d`.
///
/// As in PyTorch, it scales, shifts and keeps running statistics unless told otherwise, which [InstanceNorm3d] does not.
///
/// ```java
/// var layer = new LazyInstanceNorm3d();
/// layer.call(Torch.ones(2, 3, 7, 7, 7));
/// layer   // InstanceNorm3d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyInstanceNorm3d extends InstanceNorm3d implements LazyNorm {
    /// With the defaults.
    public LazyInstanceNorm3d() { this(o -> {}); }

    /// With the options of [InstanceNorm3d].
    public LazyInstanceNorm3d(Consumer<Options> options) {
        this(Keywords.of(new Options().affine(true).trackRunningStats(true), options));
    }

    private LazyInstanceNorm3d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
