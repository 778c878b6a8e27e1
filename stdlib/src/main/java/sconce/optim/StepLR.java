package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.ZeroDivisionError;

/// Multiplies the learning rate by `gamma` every `stepSize` epochs: `lr = base gamma^(epoch / stepSize)`, rounded down.
/// Stands for `torch.optim.lr_scheduler.StepLR`.
///
/// ```java
/// new StepLR(new SGD(new Linear(2, 1), 0.1), 30).getLastLr()   // [0.1]
/// ```
public class StepLR extends LRScheduler {
    /// With a `gamma` of 0.1.
    public StepLR(Optimizer optimizer, long stepSize) { this(optimizer, stepSize, 0.1); }

    /// With a factor.
    public StepLR(Optimizer optimizer, long stepSize, Number gamma) { this(optimizer, stepSize, gamma, -1); }

    /// With a factor, after some epochs.
    public StepLR(Optimizer optimizer, long stepSize, Number gamma, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("step_size", stepSize, "gamma", gamma));
    }

    private long stepSize() {
        if (integer("step_size") == 0) throw new ZeroDivisionError("integer modulo by zero");
        return integer("step_size");
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        if (epoch() == 0 || epoch() % stepSize() != 0) return groupLrs();
        return eachGroup(lr -> lr * number("gamma"));
    }

    @Override
    @Nullable
    List<Double> closedForm() {
        return eachBase(lr -> lr * Math.pow(number("gamma"), Math.floor(epoch() / stepSize())));
    }
}
