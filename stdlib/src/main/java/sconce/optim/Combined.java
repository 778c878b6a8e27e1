package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.NotImplementedError;
import sconce.ValueError;

/// A scheduler made of others.
abstract class Combined extends LRScheduler {
    private static final String SCHEDULERS = "_schedulers";
    private final List<LRScheduler> schedulers;

    Combined(Optimizer optimizer, List<? extends LRScheduler> schedulers,
            SequencedMap<String, @Nullable Object> own) {
        super(optimizer, own);
        this.schedulers = List.copyOf(schedulers);
    }

    final List<LRScheduler> schedulers() { return schedulers; }

    /// Checks that all belong to one optimizer, and gives it.
    ///
    /// @param none what is said where there are none
    static Optimizer checked(String name, @Nullable Optimizer optimizer, List<? extends LRScheduler> schedulers,
            String none) {
        if (schedulers.isEmpty()) throw new ValueError(name + none);
        var common = optimizer != null ? optimizer : schedulers.getFirst().optimizer();
        for (var i = 0; i < schedulers.size(); i++) {
            var scheduler = schedulers.get(i);
            if (scheduler instanceof ReduceLROnPlateau) {
                throw new ValueError(name + " does not support `ReduceLROnPlateau` scheduler as it requires additional "
                        + "kwargs to be specified when calling `step`, but got one at index " + i
                        + " in the given schedulers sequence.");
            }
            if (!common.equals(scheduler.optimizer())) {
                throw new ValueError(name
                        + " expects all schedulers to belong to the same optimizer, but got scheduler "
                        + scheduler.getClass().getSimpleName() + " at index " + i + " has " + scheduler.optimizer()
                        + ", which is different from " + common.name() + ".");
            }
        }
        return common;
    }

    /// Not for this scheduler: its rates are those of its parts.
    @Override
    public List<Double> getLr() { throw new NotImplementedError(""); }

    @Override
    public SequencedMap<String, Object> stateDict() {
        var saved = super.stateDict();
        var parts = new ArrayList<Object>();
        for (var scheduler : schedulers) parts.add(scheduler.stateDict());
        saved.put(SCHEDULERS, parts);
        return saved;
    }

    @Override
    @SuppressWarnings("unchecked") // What stateDict() gave.
    public void loadStateDict(Map<String, ?> saved) {
        saved.forEach((name, value) -> {
            if (!name.equals(SCHEDULERS)) values.put(name, value);
        });
        var parts = saved.get(SCHEDULERS) instanceof List<?> list ? list : List.of();
        for (var i = 0; i < Math.min(parts.size(), schedulers.size()); i++) {
            schedulers.get(i).loadStateDict((Map<String, ?>) parts.get(i));
        }
        resume();
    }
}
