package sconce.nn;

import java.util.function.Consumer;

/// A [BatchNorm1d] that takes the number of its input's channels from the first one. Stands for `torch.nn.LazyBatchNorm1d`.
///
/// ```java
/// var layer = new LazyBatchNorm1d();
/// layer.call(Torch.ones(2, 3, 7));
/// layer   // BatchNorm1d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
/// ```
public class LazyBatchNorm1d extends BatchNorm1d implements LazyNorm {
    /// With the defaults.
    public LazyBatchNorm1d() { this(o -> {}); }

    /// With the options of [BatchNorm1d].
    public LazyBatchNorm1d(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private LazyBatchNorm1d(Options o) {
        super(0, o);
        LazyNorm.await(this, o);
    }

    @Override
    public void resetParameters() {
        if (numFeatures != 0 && !hasUninitializedParams()) super.resetParameters();
    }
}
