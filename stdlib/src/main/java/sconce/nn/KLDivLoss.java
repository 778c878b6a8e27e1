package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `target (log(target) - input)`, the divergence of Kullback and Leibler; `"batchmean"` divides by the
/// batch alone, as the definition does. Stands for `torch.nn.KLDivLoss`.
///
/// Input `(*)` of log-probabilities, target `(*)` of probabilities; the result is a number, or `(*)` with reduction
/// `"none"`.
///
/// ```java
/// new KLDivLoss(o -> o.reduction("batchmean")).call(Torch.zeros(1, 2), Torch.ones(1, 2))   // tensor(0.)
/// ```
public class KLDivLoss extends LossModule {
    /// Whether the target holds logarithms too.
    public boolean logTarget;

    /// Options of [KLDivLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        boolean logTarget = false;

        /// Whether the target holds logarithms too; by default false.
        public Options logTarget(boolean logTarget) { this.logTarget = logTarget; return this; }
    }

    /// With the defaults.
    public KLDivLoss() { this(o -> {}); }

    /// With options.
    public KLDivLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private KLDivLoss(Options o) {
        super(o.reduction());
        logTarget = o.logTarget;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.klDiv(input, target, o -> o.reduction(reduction).logTarget(logTarget));
    }
}
