package sconce.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// Multiplies the learning rate by `gamma` at each milestone, more than once if it is named more than once. Stands for
/// `torch.optim.lr_scheduler.MultiStepLR`.
///
/// ```java
/// new MultiStepLR(new SGD(new Linear(2, 1), 0.1), List.of(30, 80), 0.5).getLastLr()   // [0.1]
/// ```
public class MultiStepLR extends LRScheduler {
    /// With a `gamma` of 0.1.
    public MultiStepLR(Optimizer optimizer, int... milestones) {
        this(optimizer, Arrays.stream(milestones).boxed().toList(), 0.1);
    }

    /// With a `gamma` of 0.1.
    public MultiStepLR(Optimizer optimizer, List<Integer> milestones) { this(optimizer, milestones, 0.1); }

    /// With a factor.
    public MultiStepLR(Optimizer optimizer, List<Integer> milestones, Number gamma) {
        this(optimizer, milestones, gamma, -1);
    }

    /// With a factor, after some epochs.
    public MultiStepLR(Optimizer optimizer, List<Integer> milestones, Number gamma, long lastEpoch) {
        super(optimizer, lastEpoch, attributes("milestones", counted(milestones), "gamma", gamma));
    }

    /// How often each milestone is named: Python's `Counter`.
    private static Map<Long, Long> counted(List<Integer> milestones) {
        var counts = new LinkedHashMap<Long, Long>();
        for (var milestone : milestones) counts.merge(milestone.longValue(), 1L, Long::sum);
        return counts;
    }

    /// How many milestones lie where `inside` says. The keys of a loaded state may be texts.
    private long milestones(DoublePredicate inside) {
        var total = 0L;
        for (var entry : ((Map<?, ?>) Objects.requireNonNull(values.get("milestones"))).entrySet()) {
            if (inside.test(Double.parseDouble(String.valueOf(entry.getKey())))) {
                total += ((Number) Objects.requireNonNull(entry.getValue())).longValue();
            }
        }
        return total;
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var times = milestones(milestone -> milestone == epoch());
        return times == 0 ? groupLrs() : eachGroup(lr -> lr * Math.pow(number("gamma"), (double) times));
    }

    @Override
    @Nullable
    List<Double> closedForm() {
        var times = milestones(milestone -> milestone <= epoch());
        return eachBase(lr -> lr * Math.pow(number("gamma"), (double) times));
    }
}
