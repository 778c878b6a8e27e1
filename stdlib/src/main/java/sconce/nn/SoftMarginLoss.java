package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `log(1 + exp(-target input))`, with targets 1 and -1. Stands for `torch.nn.SoftMarginLoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new SoftMarginLoss().call(Torch.tensor(0.0), Torch.tensor(1.0))   // tensor(0.6931)
/// ```
public class SoftMarginLoss extends LossModule {
    /// Options of [SoftMarginLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {}

    /// With the defaults.
    public SoftMarginLoss() { this(o -> {}); }

    /// With options.
    public SoftMarginLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private SoftMarginLoss(Options o) {
        super(o.reduction());
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.softMarginLoss(input, target, o -> o.reduction(reduction));
    }
}
