package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Multiplies the learning rate by `factor` for the first `totalIters` epochs. Stands for
/// `torch.optim.lr_scheduler.ConstantLR`.
///
/// ```java
/// new ConstantLR(new SGD(new Linear(2, 1), 0.1), 0.5).getLastLr()   // [0.05]
/// ```
public class ConstantLR extends LRScheduler {
    /// With a third for 5 epochs.
    public ConstantLR(Optimizer optimizer) { this(optimizer, 1.0 / 3); }

    /// With a factor for 5 epochs.
    public ConstantLR(Optimizer optimizer, Number factor) { this(optimizer, factor, 5); }

    /// With a factor for some epochs.
    public ConstantLR(Optimizer optimizer, Number factor, long totalIters) { this(optimizer, factor, totalIters, -1); }

    /// With a factor for some epochs, after some.
    ///
    /// @throws ValueError if the factor is not between 0 and 1
    public ConstantLR(Optimizer optimizer, Number factor, long totalIters, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("factor", checked(factor), "total_iters", totalIters));
    }

    private static Number checked(Number factor) {
        if (factor.doubleValue() > 1 || factor.doubleValue() < 0) {
            throw new ValueError("Constant multiplicative factor expected to be between 0 and 1.");
        }
        return factor;
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        if (epoch() == 0) return eachGroup(lr -> lr * number("factor"));
        if (epoch() != number("total_iters")) return groupLrs();
        return eachGroup(lr -> lr * divided(1, number("factor")));
    }

    @Override
    @Nullable
    List<Double> closedForm() {
        var over = epoch() >= number("total_iters") ? 1 : 0;
        return eachBase(lr -> lr * (number("factor") + over * (1 - number("factor"))));
    }
}
