package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `Σ max(0, 1 - (input[j] - input[i])) / C` over the classes j of the target, which end at its first -1,
/// and all others i. Stands for `torch.nn.MultiLabelMarginLoss`.
///
/// Input and target `(N, C)` or `(C)`; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new MultiLabelMarginLoss().call(Torch.zeros(3), Torch.tensor(0, -1, 1))   // tensor(0.6667)
/// ```
public class MultiLabelMarginLoss extends LossModule {
    /// Options of [MultiLabelMarginLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {}

    /// With the defaults.
    public MultiLabelMarginLoss() { this(o -> {}); }

    /// With options.
    public MultiLabelMarginLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private MultiLabelMarginLoss(Options o) {
        super(o.reduction());
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.multilabelMarginLoss(input, target, o -> o.reduction(reduction));
    }
}
