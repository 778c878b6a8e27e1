package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `max(0, -target (input1 - input2) + margin)`: target 1 asks that the first be larger, -1 the second.
/// Stands for `torch.nn.MarginRankingLoss`.
///
/// Inputs and target `(N)` or no dimensions; the result is a number, or of their shape with reduction `"none"`.
///
/// ```java
/// new MarginRankingLoss().call(Torch.tensor(1.0), Torch.tensor(2.0), Torch.tensor(1.0))   // tensor(1.)
/// ```
public class MarginRankingLoss extends TripleLossModule {
    /// The margin.
    public Number margin;

    /// Options of [MarginRankingLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number margin = 0.0;

        /// The margin; by default 0.0.
        public Options margin(Number margin) { this.margin = margin; return this; }
    }

    /// With the defaults.
    public MarginRankingLoss() { this(o -> {}); }

    /// With options.
    public MarginRankingLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private MarginRankingLoss(Options o) {
        super(o.reduction());
        margin = o.margin;
    }

    @Override
    public Tensor forward(Tensor input1, Tensor input2, Tensor target) {
        return F.marginRankingLoss(input1, input2, target, o -> o.reduction(reduction).margin(margin));
    }
}
