package sconce.nn;

import java.util.function.Consumer;
import sconce.Warnings;

/// Old name of [NLLLoss], which takes images too. Stands for `torch.nn.NLLLoss2d`.
///
/// Input `(N, C, H, W)` of log-probabilities, target `(N, H, W)` of classes.
///
/// ```java
/// new NLLLoss2d().call(Torch.zeros(1, 2, 1, 1), Torch.tensor("[[[1]]]")).shape()   // torch.Size([])
/// ```
public class NLLLoss2d extends NLLLoss {
    /// With the defaults.
    public NLLLoss2d() { this(o -> {}); }

    /// With the options of [NLLLoss].
    public NLLLoss2d(Consumer<Options> options) {
        Warnings.warn("FutureWarning", "`NLLLoss2d` has been deprecated. Please use `NLLLoss` instead as a drop-in "
                + "replacement and see https://pytorch.org/docs/main/nn.html#torch.nn.NLLLoss for more details.");
        super(options);
    }
}
