package sconce.optim;

import java.util.List;
import java.util.stream.IntStream;
import sconce.ZeroDivisionError;

/// Lets the learning rate fall and rise along a cosine, from its beginning to `etaMin` in `tMax` epochs:
/// `lr = etaMin + (base - etaMin) (1 + cos(pi epoch / tMax)) / 2`. Stands for
/// `torch.optim.lr_scheduler.CosineAnnealingLR`.
///
/// ```java
/// new CosineAnnealingLR(new SGD(new Linear(2, 1), 0.1), 10).getLastLr()   // [0.1]
/// ```
public class CosineAnnealingLR extends LRScheduler {
    /// Down to 0.
    public CosineAnnealingLR(Optimizer optimizer, long tMax) { this(optimizer, tMax, 0.0); }

    /// Down to a rate.
    public CosineAnnealingLR(Optimizer optimizer, long tMax, Number etaMin) { this(optimizer, tMax, etaMin, -1); }

    /// Down to a rate, after some epochs.
    public CosineAnnealingLR(Optimizer optimizer, long tMax, Number etaMin, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("T_max", tMax, "eta_min", etaMin));
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        if (isInitial()) return groupLrs();
        var most = number("T_max");
        var least = number("eta_min");
        if (integer("_step_count") == 1 && epoch() > 0) return closedForm();
        if (most == 0) throw new ZeroDivisionError("integer modulo by zero");
        if ((epoch() - 1 - most) % (2 * most) == 0) {
            // At the bottom the quotient below is of zeros.
            var groups = groupLrs();
            var bases = baseLrs();
            var rise = 1 - Math.cos(Math.PI / most);
            return IntStream.range(0, groups.size())
                    .mapToObj(i -> groups.get(i) + (bases.get(i) - least) * rise / 2).toList();
        }
        var share = divided(1 + Math.cos(Math.PI * epoch() / most), 1 + Math.cos(Math.PI * (epoch() - 1) / most));
        return eachGroup(lr -> share * (lr - least) + least);
    }

    @Override
    List<Double> closedForm() {
        var least = number("eta_min");
        var angle = divided(Math.PI * epoch(), number("T_max"));
        return eachBase(lr -> least + (lr - least) * (1 + Math.cos(angle)) / 2);
    }
}
