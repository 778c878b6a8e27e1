package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `|input - target|`. Stands for `torch.nn.L1Loss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new L1Loss().call(Torch.tensor(1.0, 2.0), Torch.tensor(1.0, 4.0))   // tensor(1.)
/// ```
public class L1Loss extends LossModule {
    /// Options of [L1Loss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {}

    /// With the defaults.
    public L1Loss() { this(o -> {}); }

    /// With options.
    public L1Loss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private L1Loss(Options o) {
        super(o.reduction());
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) { return F.l1Loss(input, target, o -> o.reduction(reduction)); }
}
