package sconce.optim;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Moves the learning rate to that of stochastic weight averaging within `annealEpochs`, along half a cosine or a line, and
/// keeps it there. Stands for `torch.optim.swa_utils.SWALR`.
///
/// ```java
/// new SWALR(new SGD(new Linear(2, 1), 0.1), 0.05).getLastLr()   // [0.1]
/// ```
public class SWALR extends LRScheduler {
    /// To a rate within 10 epochs, along half a cosine.
    public SWALR(Optimizer optimizer, Number swaLr) { this(optimizer, swaLr, 10, "cos"); }

    /// To a rate within some epochs, along half a cosine (`cos`) or a line (`linear`).
    public SWALR(Optimizer optimizer, Number swaLr, long annealEpochs, String annealStrategy) {
        this(optimizer, swaLr, annealEpochs, annealStrategy, -1);
    }

    /// The same after some epochs.
    public SWALR(Optimizer optimizer, Number swaLr, long annealEpochs, String annealStrategy, long lastEpoch) {
        super(optimizer, lastEpoch, checked(optimizer, swaLr, annealEpochs, annealStrategy));
    }

    /// To a rate of each group within 10 epochs, along half a cosine.
    public SWALR(Optimizer optimizer, List<? extends Number> swaLr) { this(optimizer, swaLr, 10, "cos"); }

    /// To a rate of each group within some epochs.
    public SWALR(Optimizer optimizer, List<? extends Number> swaLr, long annealEpochs, String annealStrategy) {
        this(optimizer, swaLr, annealEpochs, annealStrategy, -1);
    }

    /// The same after some epochs.
    ///
    /// @throws ValueError if the strategy is unknown or the number of epochs negative
    public SWALR(Optimizer optimizer, List<? extends Number> swaLr, long annealEpochs, String annealStrategy,
            long lastEpoch) {
        super(optimizer, lastEpoch, checked(optimizer, swaLr, annealEpochs, annealStrategy));
    }

    private static SequencedMap<String, @Nullable Object> checked(Optimizer optimizer, Object swaLr,
            long annealEpochs, String annealStrategy) {
        var rates = forGroups("swa_lr", optimizer, swaLr);
        for (var i = 0; i < rates.size(); i++) optimizer.paramGroups().get(i).set("swa_lr", rates.get(i));
        strategy(annealStrategy);
        if (annealEpochs < 0) {
            throw new ValueError("anneal_epochs must be equal or greater than 0, got " + annealEpochs);
        }
        return attributes("_anneal_strategy", annealStrategy, "anneal_epochs", annealEpochs);
    }

    private static void strategy(@Nullable Object strategy) {
        if (!"cos".equals(strategy) && !"linear".equals(strategy)) {
            throw new ValueError("anneal_strategy must by one of 'cos' or 'linear', instead got " + strategy);
        }
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var epochs = integer("anneal_epochs");
        var step = integer("_step_count") - 1;
        if (epochs == 0) step = Math.max(1, step);
        var before = share(step - 1, epochs);
        var now = share(step, epochs);
        return optimizer().paramGroups().stream().map(group -> {
            var goal = group.number("swa_lr");
            var first = before == 1 ? goal : (group.lr() - before * goal) / (1 - before);
            return goal * now + first * (1 - now);
        }).toList();
    }

    /// How much of the way is gone.
    private double share(long step, long epochs) {
        var t = Math.clamp((double) step / Math.max(1, epochs), 0, 1);
        return "linear".equals(values.get("_anneal_strategy")) ? t : (1 - Math.cos(Math.PI * t)) / 2;
    }

    @Override
    public void loadStateDict(Map<String, ?> saved) {
        if (saved.containsKey("_anneal_strategy")) strategy(saved.get("_anneal_strategy"));
        super.loadStateDict(saved);
    }
}
