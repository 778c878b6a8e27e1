package sconce.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// One cycle over a whole training: up from `maxLr / divFactor` to `maxLr` in the first `pctStart` of the steps, then down to
/// `maxLr / divFactor / finalDivFactor`, along half cosines or lines, and the momentum the other way. Called after every
/// batch. Stands for `torch.optim.lr_scheduler.OneCycleLR`.
///
/// ```java
/// var optimizer = new Adam(new Linear(2, 1));
/// var scheduler = new OneCycleLR(optimizer, 0.5, o -> o.epochs(10).stepsPerEpoch(100));
/// "%.2f".formatted(scheduler.getLastLr().getFirst())   // 0.02
/// ```
public class OneCycleLR extends LRScheduler {
    /// Options of [OneCycleLR], with PyTorch's names and defaults.
    public static final class Options {
        private @Nullable Long totalSteps;
        private @Nullable Long epochs;
        private @Nullable Long stepsPerEpoch;
        private Number pctStart = 0.3;
        private String annealStrategy = "cos";
        private boolean cycleMomentum = true;
        private Object baseMomentum = 0.85;
        private Object maxMomentum = 0.95;
        private Number divFactor = 25.0;
        private Number finalDivFactor = 1e4;
        private boolean threePhase;
        private long lastEpoch = -1;

        /// The number of steps of the training; or give `epochs` and `stepsPerEpoch`.
        public Options totalSteps(long totalSteps) { this.totalSteps = totalSteps; return this; }

        /// The number of epochs of the training.
        public Options epochs(long epochs) { this.epochs = epochs; return this; }

        /// The number of steps of an epoch.
        public Options stepsPerEpoch(long stepsPerEpoch) { this.stepsPerEpoch = stepsPerEpoch; return this; }

        /// The share of the steps that go up; by default 0.3.
        public Options pctStart(Number pctStart) { this.pctStart = pctStart; return this; }

        /// Along what: `cos`, by default, or `linear`.
        public Options annealStrategy(String annealStrategy) { this.annealStrategy = annealStrategy; return this; }

        /// Whether the momentum goes the other way; by default it does.
        public Options cycleMomentum(boolean cycleMomentum) { this.cycleMomentum = cycleMomentum; return this; }

        /// The least momentum; by default 0.85.
        public Options baseMomentum(Number baseMomentum) { this.baseMomentum = baseMomentum; return this; }

        /// The least momentum of each group.
        public Options baseMomentum(List<? extends Number> baseMomentum) {
            this.baseMomentum = baseMomentum;
            return this;
        }

        /// The largest momentum; by default 0.95.
        public Options maxMomentum(Number maxMomentum) { this.maxMomentum = maxMomentum; return this; }

        /// The largest momentum of each group.
        public Options maxMomentum(List<? extends Number> maxMomentum) { this.maxMomentum = maxMomentum; return this; }

        /// What the largest rate is divided by for the first; by default 25.
        public Options divFactor(Number divFactor) { this.divFactor = divFactor; return this; }

        /// What the first rate is divided by for the last; by default 10,000.
        public Options finalDivFactor(Number finalDivFactor) { this.finalDivFactor = finalDivFactor; return this; }

        /// Whether it goes down as long as up, and then on to the last rate; by default not.
        public Options threePhase(boolean threePhase) { this.threePhase = threePhase; return this; }

        /// How many steps were made already; by default -1.
        public Options lastEpoch(long lastEpoch) { this.lastEpoch = lastEpoch; return this; }
    }

    /// Up to a rate and down, over a number of steps.
    public OneCycleLR(Optimizer optimizer, Number maxLr, long totalSteps) {
        this(optimizer, maxLr, o -> o.totalSteps(totalSteps));
    }

    /// Up to a rate and down; the number of steps is an option that must be given.
    public OneCycleLR(Optimizer optimizer, Number maxLr, Consumer<Options> options) {
        this(optimizer, maxLr, given(options));
    }

    /// Up to a rate of each group and down.
    ///
    /// @throws ValueError if the number of steps is not given, or an option is out of its range
    public OneCycleLR(Optimizer optimizer, List<? extends Number> maxLr, Consumer<Options> options) {
        this(optimizer, maxLr, given(options));
    }

    private OneCycleLR(Optimizer optimizer, Object maxLr, Options o) {
        super(optimizer, o.lastEpoch, checked(present(optimizer), maxLr, o));
    }

    private static Options given(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        return o;
    }

    private static long steps(Options o) {
        if (o.totalSteps != null) return positive("total_steps", o.totalSteps);
        if (o.epochs != null && o.stepsPerEpoch != null) {
            return positive("epochs", o.epochs) * positive("steps_per_epoch", o.stepsPerEpoch);
        }
        throw new ValueError("You must define either total_steps OR (epochs AND steps_per_epoch)");
    }

    private static long positive(String name, long number) {
        if (number <= 0) throw new ValueError("Expected positive integer " + name + ", but got " + number);
        return number;
    }

    private static SequencedMap<String, @Nullable Object> checked(Optimizer optimizer, Object maxLr, Options o) {
        var steps = steps(o);
        var share = o.pctStart.doubleValue();
        var phases = new ArrayList<Object>();
        phases.add(phase(share * steps - 1, "initial_lr", "max_lr", "max_momentum", "base_momentum"));
        if (o.threePhase) {
            phases.add(phase(2 * share * steps - 2, "max_lr", "initial_lr", "base_momentum", "max_momentum"));
            phases.add(phase(steps - 1, "initial_lr", "min_lr", "max_momentum", "max_momentum"));
        } else {
            phases.add(phase(steps - 1, "max_lr", "min_lr", "base_momentum", "max_momentum"));
        }
        if (share < 0 || share > 1 || !(o.pctStart instanceof Double || o.pctStart instanceof Float)) {
            throw new ValueError("Expected float between 0 and 1 pct_start, but got " + PythonFormat.of(o.pctStart));
        }
        if (!o.annealStrategy.equals("cos") && !o.annealStrategy.equals("linear")) {
            throw new ValueError("anneal_strategy must be one of 'cos' or 'linear', instead got " + o.annealStrategy);
        }
        var own = attributes("total_steps", steps, "_schedule_phases", phases, "_anneal_func_type", o.annealStrategy,
                "cycle_momentum", o.cycleMomentum);
        var largest = forGroups("max_lr", optimizer, maxLr);
        for (var i = 0; i < largest.size() && o.lastEpoch == -1; i++) {
            var group = optimizer.paramGroups().get(i);
            var first = divided(((Number) largest.get(i)).doubleValue(), o.divFactor.doubleValue());
            group.set("initial_lr", first);
            group.set("max_lr", largest.get(i));
            group.set("min_lr", divided(first, o.finalDivFactor.doubleValue()));
        }
        if (o.cycleMomentum) {
            own.put("use_beta1", Momentum.isBeta(optimizer));
            var most = forGroups("max_momentum", optimizer, o.maxMomentum);
            var least = forGroups("base_momentum", optimizer, o.baseMomentum);
            if (o.lastEpoch == -1) Momentum.begin(optimizer, least, most);
        }
        return own;
    }

    /// A part of the cycle, as PyTorch saves it: up to which step, and between which options of a group.
    private static Map<String, Object> phase(Number endStep, String startLr, String endLr, String startMomentum,
            String endMomentum) {
        var phase = new LinkedHashMap<String, Object>();
        phase.put("end_step", endStep);
        phase.put("start_lr", startLr);
        phase.put("end_lr", endLr);
        phase.put("start_momentum", startMomentum);
        phase.put("end_momentum", endMomentum);
        return phase;
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        if (epoch() > number("total_steps")) {
            throw new ValueError("Tried to step " + PythonFormat.of(values.get("last_epoch"))
                    + " times. The specified number of total steps is " + integer("total_steps"));
        }
        return optimizer().paramGroups().stream().map(this::rate).toList();
    }

    private double rate(ParamGroup group) {
        var phases = (List<?>) Objects.requireNonNull(values.get("_schedule_phases"));
        var start = 0.0;
        for (var i = 0;; i++) {
            var phase = (Map<?, ?>) Objects.requireNonNull(phases.get(i));
            var end = OptimizerOptions.number(phase.get("end_step"));
            if (epoch() > end && i < phases.size() - 1) {
                start = end;
                continue;
            }
            var share = divided(epoch() - start, end - start);
            if (truth("cycle_momentum")) {
                Momentum.set(group, truth("use_beta1"),
                        between(group, phase.get("start_momentum"), phase.get("end_momentum"), share));
            }
            return between(group, phase.get("start_lr"), phase.get("end_lr"), share);
        }
    }

    private double between(ParamGroup group, @Nullable Object from, @Nullable Object to, double share) {
        var start = group.number(String.valueOf(from));
        var end = group.number(String.valueOf(to));
        if ("linear".equals(values.get("_anneal_func_type"))) return (end - start) * share + start;
        return end + (start - end) / 2 * (Math.cos(Math.PI * share) + 1);
    }
}
