package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Lets the learning rate go up and down between two bounds, and the momentum the other way: `lr = base + (max - base) s f`,
/// where `s` goes from 0 to 1 in `stepSizeUp` steps and back in `stepSizeDown`, and `f` is the mode's factor of the cycle.
/// Called after every batch. Stands for `torch.optim.lr_scheduler.CyclicLR`.
///
/// ```java
/// var optimizer = new SGD(new Linear(2, 1), o -> o.lr(0.1).momentum(0.9));
/// new CyclicLR(optimizer, 0.01, 0.1, o -> o.stepSizeUp(5).mode("triangular2")).getLastLr()   // [0.01]
/// ```
public class CyclicLR extends LRScheduler {
    private static final String FUNCTION = "_scale_fn_custom";

    /// Options of [CyclicLR], with PyTorch's names and defaults.
    public static final class Options {
        private long stepSizeUp = 2000;
        private @Nullable Long stepSizeDown;
        private String mode = "triangular";
        private Number gamma = 1.0;
        private @Nullable DoubleUnaryOperator scaleFn;
        private String scaleMode = "cycle";
        private boolean cycleMomentum = true;
        private Object baseMomentum = 0.8;
        private Object maxMomentum = 0.9;
        private long lastEpoch = -1;

        /// How many steps go up; by default 2000.
        public Options stepSizeUp(long stepSizeUp) { this.stepSizeUp = stepSizeUp; return this; }

        /// How many steps go down; by default as many as up.
        public Options stepSizeDown(long stepSizeDown) { this.stepSizeDown = stepSizeDown; return this; }

        /// How cycles differ: `triangular` (they do not; the default), `triangular2` (each half as high), `exp_range` (the
        /// height falls by `gamma` every step).
        public Options mode(String mode) { this.mode = mode; return this; }

        /// The factor of `exp_range`; by default 1.
        public Options gamma(Number gamma) { this.gamma = gamma; return this; }

        /// A factor of the height in place of the mode's.
        public Options scaleFn(@Nullable DoubleUnaryOperator scaleFn) { this.scaleFn = scaleFn; return this; }

        /// What that function is given: the number of the `cycle`, by default, or of all `iterations`.
        public Options scaleMode(String scaleMode) { this.scaleMode = scaleMode; return this; }

        /// Whether the momentum goes the other way; by default it does.
        public Options cycleMomentum(boolean cycleMomentum) { this.cycleMomentum = cycleMomentum; return this; }

        /// The least momentum; by default 0.8.
        public Options baseMomentum(Number baseMomentum) { this.baseMomentum = baseMomentum; return this; }

        /// The least momentum of each group.
        public Options baseMomentum(List<? extends Number> baseMomentum) {
            this.baseMomentum = baseMomentum;
            return this;
        }

        /// The largest momentum; by default 0.9.
        public Options maxMomentum(Number maxMomentum) { this.maxMomentum = maxMomentum; return this; }

        /// The largest momentum of each group.
        public Options maxMomentum(List<? extends Number> maxMomentum) { this.maxMomentum = maxMomentum; return this; }

        /// How many steps were made already; by default -1.
        public Options lastEpoch(long lastEpoch) { this.lastEpoch = lastEpoch; return this; }
    }

    /// Between two rates, with the defaults.
    public CyclicLR(Optimizer optimizer, Number baseLr, Number maxLr) { this(optimizer, baseLr, maxLr, o -> {}); }

    /// Between two rates.
    public CyclicLR(Optimizer optimizer, Number baseLr, Number maxLr, Consumer<Options> options) {
        this(optimizer, baseLr, maxLr, given(options));
    }

    /// Between two rates of each group.
    public CyclicLR(Optimizer optimizer, List<? extends Number> baseLr, List<? extends Number> maxLr,
            Consumer<Options> options) {
        this(optimizer, baseLr, maxLr, given(options));
    }

    /// Between a rate of each group and one for all.
    public CyclicLR(Optimizer optimizer, List<? extends Number> baseLr, Number maxLr, Consumer<Options> options) {
        this(optimizer, baseLr, maxLr, given(options));
    }

    /// Between one rate for all and one of each group.
    ///
    /// @throws ValueError if the mode is unknown, or the optimizer has no momentum to cycle
    public CyclicLR(Optimizer optimizer, Number baseLr, List<? extends Number> maxLr, Consumer<Options> options) {
        this(optimizer, baseLr, maxLr, given(options));
    }

    private CyclicLR(Optimizer optimizer, Object baseLr, Object maxLr, Options o) {
        super(optimizer, o.lastEpoch, checked(optimizer, baseLr, maxLr, o));
        values.put("base_lrs", forGroups("base_lr", optimizer, baseLr));
    }

    private static Options given(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        return o;
    }

    private static SequencedMap<String, @Nullable Object> checked(Optimizer optimizer, Object baseLr, Object maxLr,
            Options o) {
        var bases = forGroups("base_lr", optimizer, baseLr);
        if (o.lastEpoch == -1) {
            for (var i = 0; i < bases.size(); i++) {
                set(optimizer.paramGroups().get(i), "lr", ((Number) bases.get(i)).doubleValue());
            }
        }
        var own = attributes("max_lrs", forGroups("max_lr", optimizer, maxLr));
        double up = o.stepSizeUp;
        double down = o.stepSizeDown == null ? up : o.stepSizeDown;
        own.put("total_size", up + down);
        own.put("step_ratio", divided(up, up + down));
        if (!List.of("triangular", "triangular2", "exp_range").contains(o.mode) && o.scaleFn == null) {
            throw new ValueError("mode is invalid and scale_fn is None");
        }
        own.put("mode", o.mode);
        own.put("gamma", o.gamma);
        own.put("scale_mode", o.scaleFn != null ? o.scaleMode : o.mode.equals("exp_range") ? "iterations" : "cycle");
        if (o.scaleFn != null) own.put(FUNCTION, o.scaleFn);
        own.put("cycle_momentum", o.cycleMomentum);
        if (o.cycleMomentum) {
            own.put("use_beta1", Momentum.isBeta(optimizer));
            own.put("base_momentums", forGroups("base_momentum", optimizer, o.baseMomentum));
            own.put("max_momentums", forGroups("max_momentum", optimizer, o.maxMomentum));
            if (o.lastEpoch == -1) Momentum.begin(optimizer, own);
        }
        return own;
    }

    private double scale(double x) {
        if (values.get(FUNCTION) instanceof DoubleUnaryOperator function) return function.applyAsDouble(x);
        return switch (String.valueOf(values.get("mode"))) {
            case "triangular2" -> 1 / Math.pow(2, x - 1);
            case "exp_range" -> Math.pow(number("gamma"), x);
            default -> 1;
        };
    }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var total = number("total_size");
        var ratio = number("step_ratio");
        var cycle = Math.floor(1 + epoch() / total);
        var x = 1 + epoch() / total - cycle;
        var height = x <= ratio ? divided(x, ratio) : divided(x - 1, ratio - 1);
        var factor = scale("cycle".equals(values.get("scale_mode")) ? cycle : epoch());
        if (truth("cycle_momentum")) {
            var least = numbers("base_momentums");
            var most = numbers("max_momentums");
            for (var i = 0; i < least.size(); i++) {
                Momentum.set(optimizer().paramGroups().get(i), truth("use_beta1"),
                        most.get(i) - (most.get(i) - least.get(i)) * height * factor);
            }
        }
        var rates = new ArrayList<Double>();
        var bases = baseLrs();
        var most = numbers("max_lrs");
        for (var i = 0; i < bases.size(); i++) {
            rates.add(bases.get(i) + (most.get(i) - bases.get(i)) * height * factor);
        }
        return rates;
    }

    /// All but a function of the user's, for which there is null, as for Python's lambdas.
    @Override
    public SequencedMap<String, Object> stateDict() {
        var saved = super.stateDict();
        saved.remove(FUNCTION);
        saved.putLast(FUNCTION, null);
        return saved;
    }

    @Override
    public void loadStateDict(Map<String, ?> saved) {
        var function = values.get(FUNCTION);
        super.loadStateDict(saved);
        values.put(FUNCTION, function);
    }
}
