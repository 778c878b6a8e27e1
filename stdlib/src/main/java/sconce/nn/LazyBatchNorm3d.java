package sconce.nn;

import java.util.function.Consumer;

/// A [BatchNorm3d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyBatchNorm3d`.
///
/// ```java
/// var layer = new LazyBatchNorm3d();
/// layer.call(Torch.ones(2, 3, 7, 7, 7));
/// layer   // BatchNorm3d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyBatchNorm3d extends BatchNorm3d implements LazyNorm {
    /// With the defaults.
    public LazyBatchNorm3d() { this(o -> {}); }

    /// With the options of [BatchNorm3d].
    public LazyBatchNorm3d(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private LazyBatchNorm3d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
