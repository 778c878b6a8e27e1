package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `½ d²` where `d = |input - target|` is below `delta`, and of `delta (d - ½ delta)` elsewhere. Stands for
/// `torch.nn.HuberLoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new HuberLoss().call(Torch.tensor(1.0, 2.0), Torch.tensor(1.0, 4.0))   // tensor(0.7500)
/// ```
public class HuberLoss extends LossModule {
    /// Where the line begins.
    public double delta;

    /// Options of [HuberLoss], with PyTorch's names and defaults.
    public static final class Options extends ReductionOptions<Options> {
        double delta = 1.0;

        /// Where the line begins; by default 1.0.
        public Options delta(double delta) { this.delta = delta; return this; }
    }

    /// With the defaults.
    public HuberLoss() { this(o -> {}); }

    /// With options.
    public HuberLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private HuberLoss(Options o) {
        super(o.reduction());
        delta = o.delta;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.huberLoss(input, target, o -> o.reduction(reduction).delta(delta));
    }
}
