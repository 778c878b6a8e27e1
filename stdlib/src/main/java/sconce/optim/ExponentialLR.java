package sconce.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Multiplies the learning rate by `gamma` every epoch: `lr = base gamma^epoch`. Stands for
/// `torch.optim.lr_scheduler.ExponentialLR`.
///
/// ```java
/// new ExponentialLR(new SGD(new Linear(2, 1), 0.1), 0.9).getLastLr()   // [0.1]
/// ```
public class ExponentialLR extends LRScheduler {
    /// With a factor.
    public ExponentialLR(Optimizer optimizer, Number gamma) { this(optimizer, gamma, -1); }

    /// With a factor, after some epochs.
    public ExponentialLR(Optimizer optimizer, Number gamma, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("gamma", gamma));
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        return isInitial() ? groupLrs() : eachGroup(lr -> lr * number("gamma"));
    }

    @Override
    @Nullable
    List<Double> closedForm() { return eachBase(lr -> lr * Math.pow(number("gamma"), epoch())); }
}
