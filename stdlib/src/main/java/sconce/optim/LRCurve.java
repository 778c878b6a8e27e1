package sconce.optim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;

/// The learning rates of a scheduler from epoch to epoch. For those who show schedulers.
///
/// ```java
/// var scheduler = new StepLR(new SGD(new Linear(2, 1), 0.1), 3);
/// LRCurve.of(scheduler).toCome().get(2).rates()   // [0.010000000000000002]
/// ```
///
/// @param set    what the scheduler has set so far, the present rates last
/// @param toCome what it will set, as far as one would want to see it; empty where that hangs on more than the epoch
public record LRCurve(List<Step> set, List<Step> toCome) {
    /// More are not foreseen.
    private static final int MOST = 10_000;
    /// Where a schedule says nothing of its length.
    private static final int USUAL = 100;
    private static final String COUNT = "_step_count";

    public LRCurve {
        set = List.copyOf(set);
        toCome = List.copyOf(toCome);
    }

    /// An epoch.
    ///
    /// @param epoch its number
    /// @param rates the learning rates in it, one for each group of the optimizer
    public record Step(double epoch, List<Double> rates) {
        public Step {
            rates = List.copyOf(rates);
        }
    }

    /// The curve of a scheduler, which is tried and put back: it, its optimizer and its rates stay as they are. Functions
    /// that it was given are called.
    public static LRCurve of(LRScheduler scheduler) {
        return new LRCurve(past(scheduler), scheduler instanceof ReduceLROnPlateau ? List.of() : foreseen(scheduler));
    }

    private static List<Step> past(LRScheduler scheduler) {
        var set = new ArrayList<>(scheduler.history.steps());
        var now = scheduler.lastEpoch();
        // Of a long training not every epoch is kept.
        if (!set.isEmpty() && set.getLast().epoch < now) set.add(new Step(now, scheduler.getLastLr()));
        return set;
    }

    private static List<Step> foreseen(LRScheduler scheduler) {
        var kept = new HashMap<LRScheduler, Map<String, @Nullable Object>>();
        each(scheduler, part -> {
            kept.put(part, new LinkedHashMap<>(part.values));
            part.recording = false;
            // Who only looks need not be told to step the optimizer first.
            if (part.integer(COUNT) == 1) part.values.put(COUNT, 2L);
        });
        var groups = scheduler.optimizer().paramGroups();
        var options = groups.stream().map(group -> copied(group.options)).toList();
        var toCome = new ArrayList<Step>();
        try {
            for (var left = Math.min(MOST, length(scheduler) - scheduler.lastEpoch()); left > 0; left--) {
                // A user's own step may do more than set rates.
                if (scheduler.getClass().getPackage() == LRScheduler.class.getPackage()) scheduler.step();
                else
                    scheduler.updateLr(null);
                toCome.add(new Step(scheduler.lastEpoch(), scheduler.getLastLr()));
            }
        } catch (RuntimeException ended) {
            // A schedule may refuse to go beyond its end, and a user's function beyond its table.
        } finally {
            each(scheduler, part -> {
                part.values.clear();
                part.values.putAll(kept.getOrDefault(part, Map.of()));
                part.recording = true;
            });
            for (var i = 0; i < groups.size(); i++) restore(groups.get(i).options, options.get(i));
        }
        return toCome;
    }

    private static void each(LRScheduler scheduler, Consumer<LRScheduler> action) {
        action.accept(scheduler);
        if (scheduler instanceof Combined combined) combined.schedulers().forEach(part -> each(part, action));
    }

    private static Map<String, @Nullable Object> copied(Map<String, @Nullable Object> options) {
        var copy = new LinkedHashMap<>(options);
        copy.replaceAll((name, value) -> value instanceof Tensor tensor ? new Kept(tensor, tensor.detach().clone())
                : value);
        return copy;
    }

    /// A tensor that is changed in its place, and what was in it.
    private record Kept(Tensor tensor, Tensor was) {}

    private static void restore(Map<String, @Nullable Object> options, Map<String, @Nullable Object> kept) {
        options.clear();
        kept.forEach((name, value) -> {
            if (value instanceof Kept(Tensor tensor, Tensor was)) {
                Torch.noGrad(() -> Operators.run("copy_", tensor, was, false));
                options.put(name, tensor);
            } else options.put(name, value);
        });
    }

    /// After how many epochs one has seen what a schedule is like.
    private static long length(LRScheduler scheduler) {
        if (scheduler instanceof SequentialLR sequential) {
            var milestones = scheduler.numbers("_milestones");
            var last = milestones.isEmpty() ? 0 : milestones.getLast().longValue();
            return last + length(sequential.schedulers().getLast());
        }
        if (scheduler instanceof ChainedScheduler chained) {
            return chained.schedulers().stream().mapToLong(LRCurve::length).max().orElse(USUAL);
        }
        return switch (scheduler) {
            case OneCycleLR one -> scheduler.integer("total_steps") - 1;
            case CosineAnnealingLR cosine -> scheduler.integer("T_max");
            case CosineAnnealingWarmRestarts restarts -> {
                var first = scheduler.integer("T_0");
                var growth = scheduler.integer("T_mult");
                yield first * (1 + growth + growth * growth) - 1;
            }
            case CyclicLR cyclic -> 2 * (long) scheduler.number("total_size");
            case StepLR step -> 5 * scheduler.integer("step_size");
            case MultiStepLR several -> beyond(milestone(scheduler.values.get("milestones")));
            case SWALR swa -> beyond(scheduler.integer("anneal_epochs"));
            case ConstantLR constant -> beyond(scheduler.integer("total_iters"));
            case LinearLR linear -> beyond(scheduler.integer("total_iters"));
            case PolynomialLR polynomial -> beyond(scheduler.integer("total_iters"));
            default -> USUAL;
        };
    }

    private static long beyond(long end) { return end + Math.max(1, end / 4); }

    // The keys of a loaded state may be texts.
    private static long milestone(@Nullable Object counted) {
        return counted instanceof Map<?, ?> milestones
                ? milestones.keySet().stream().mapToLong(each -> Long.parseLong(String.valueOf(each))).max()
                        .orElse(USUAL)
                : USUAL;
    }
}
