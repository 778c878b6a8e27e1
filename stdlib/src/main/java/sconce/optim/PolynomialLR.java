package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets the learning rate fall to zero over the first `totalIters` epochs: `lr = base (1 - epoch / totalIters)^power`.
/// Stands for `torch.optim.lr_scheduler.PolynomialLR`.
///
/// ```java
/// new PolynomialLR(new SGD(new Linear(2, 1), 0.1), 4, 2).getLastLr()   // [0.1]
/// ```
public class PolynomialLR extends LRScheduler {
    /// In a line over 5 epochs.
    public PolynomialLR(Optimizer optimizer) { this(optimizer, 5); }

    /// In a line over some epochs.
    public PolynomialLR(Optimizer optimizer, long totalIters) { this(optimizer, totalIters, 1.0); }

    /// By a power over some epochs.
    public PolynomialLR(Optimizer optimizer, long totalIters, Number power) { this(optimizer, totalIters, power, -1); }

    /// By a power over some epochs, after some.
    public PolynomialLR(Optimizer optimizer, long totalIters, Number power, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("total_iters", totalIters, "power", power));
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var total = number("total_iters");
        if (isInitial() || epoch() > total) return groupLrs();
        var factor = Math.pow(divided(1 - divided(epoch(), total), 1 - divided(epoch() - 1, total)), number("power"));
        return eachGroup(lr -> lr * factor);
    }

    @Override
    @Nullable
    List<Double> closedForm() {
        var total = number("total_iters");
        return eachBase(lr -> lr * Math.pow(1 - divided(Math.min(total, epoch()), total), number("power")));
    }
}
