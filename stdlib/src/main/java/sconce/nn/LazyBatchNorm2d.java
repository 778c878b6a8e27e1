package sconce.nn;

import java.util.function.Consumer;

/// A [BatchNorm2d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyBatchNorm2d`.
///
/// ```java
/// var layer = new LazyBatchNorm2d();
/// layer.call(Torch.ones(2, 3, 7, 7));
/// layer   // BatchNorm2d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyBatchNorm2d extends BatchNorm2d implements LazyNorm {
    /// With the defaults.
    public LazyBatchNorm2d() { this(o -> {}); }

    /// With the options of [BatchNorm2d].
    public LazyBatchNorm2d(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private LazyBatchNorm2d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
