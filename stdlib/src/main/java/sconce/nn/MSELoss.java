package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `(input - target)²`. Stands for `torch.nn.MSELoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new MSELoss().call(Torch.tensor(1.0, 2.0), Torch.tensor(1.0, 4.0))   // tensor(2.)
/// ```
public class MSELoss extends LossModule {
    /// Options of [MSELoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {}

    /// With the defaults.
    public MSELoss() { this(o -> {}); }

    /// With options.
    public MSELoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private MSELoss(Options o) {
        super(o.reduction());
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) { return F.mseLoss(input, target, o -> o.reduction(reduction)); }
}
