package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `½ d² / beta` where `d = |input - target|` is below `beta`, and of `d - ½ beta` elsewhere. Stands for
/// `torch.nn.SmoothL1Loss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new SmoothL1Loss().call(Torch.tensor(1.0, 2.0), Torch.tensor(1.0, 4.0))   // tensor(0.7500)
/// ```
public class SmoothL1Loss extends LossModule {
    /// Where the line begins.
    public Number beta;

    /// Options of [SmoothL1Loss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number beta = 1.0;

        /// Where the line begins; by default 1.0.
        public Options beta(Number beta) { this.beta = beta; return this; }
    }

    /// With the defaults.
    public SmoothL1Loss() { this(o -> {}); }

    /// With options.
    public SmoothL1Loss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private SmoothL1Loss(Options o) {
        super(o.reduction());
        beta = o.beta;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.smoothL1Loss(input, target, o -> o.reduction(reduction).beta(beta));
    }
}
