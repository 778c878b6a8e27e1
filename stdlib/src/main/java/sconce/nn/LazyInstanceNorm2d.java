package sconce.nn;

import java.util.function.Consumer;

/// A [InstanceNorm2d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyInstanceNorm2d`.
///
/// As in PyTorch, it scales, shifts and keeps running statistics unless told otherwise, which [InstanceNorm2d] does not.
///
/// ```java
/// var layer = new LazyInstanceNorm2d();
/// layer.call(Torch.ones(2, 3, 7, 7));
/// layer   // InstanceNorm2d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyInstanceNorm2d extends InstanceNorm2d implements LazyNorm {
    /// With the defaults.
    public LazyInstanceNorm2d() { this(o -> {}); }

    /// With the options of [InstanceNorm2d].
    public LazyInstanceNorm2d(Consumer<Options> options) {
        this(Keywords.of(new Options().affine(true).trackRunningStats(true), options));
    }

    private LazyInstanceNorm2d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
