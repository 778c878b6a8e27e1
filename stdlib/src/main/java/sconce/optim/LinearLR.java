package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Moves a factor of the learning rate evenly from `startFactor` to `endFactor` over the first `totalIters` epochs: a
/// warm-up. Stands for `torch.optim.lr_scheduler.LinearLR`.
///
/// ```java
/// new LinearLR(new SGD(new Linear(2, 1), 0.1), 0.5, 1, 4).getLastLr()   // [0.05]
/// ```
public class LinearLR extends LRScheduler {
    /// From a third to 1 over 5 epochs.
    public LinearLR(Optimizer optimizer) { this(optimizer, 1.0 / 3); }

    /// From a factor to 1 over 5 epochs.
    public LinearLR(Optimizer optimizer, Number startFactor) { this(optimizer, startFactor, 1.0, 5); }

    /// From a factor to another over some epochs.
    public LinearLR(Optimizer optimizer, Number startFactor, Number endFactor, long totalIters) {
        this(optimizer, startFactor, endFactor, totalIters, -1);
    }

    /// From a factor to another over some epochs, after some.
    ///
    /// @throws ValueError if a factor is not between 0 and 1
    public LinearLR(Optimizer optimizer, Number startFactor, Number endFactor, long totalIters, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("start_factor", start(startFactor), "end_factor", end(endFactor),
                "total_iters", totalIters));
    }

    private static Number start(Number factor) {
        if (factor.doubleValue() > 1 || factor.doubleValue() <= 0) {
            throw new ValueError(
                    "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.");
        }
        return factor;
    }

    private static Number end(Number factor) {
        if (factor.doubleValue() > 1 || factor.doubleValue() < 0) {
            throw new ValueError("Ending multiplicative factor expected to be between 0 and 1.");
        }
        return factor;
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var start = number("start_factor");
        var rise = number("end_factor") - start;
        if (epoch() == 0) return eachGroup(lr -> lr * start);
        if (isInitial() || epoch() > number("total_iters")) return groupLrs();
        return eachGroup(lr -> lr * (1 + divided(rise, number("total_iters") * start + (epoch() - 1) * rise)));
    }

    @Override
    @Nullable
    List<Double> closedForm() {
        var start = number("start_factor");
        var rise = number("end_factor") - start;
        var total = number("total_iters");
        return eachBase(lr -> lr * (start + divided(rise * Math.min(total, epoch()), total)));
    }
}
