package sconce.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.NotImplementedError;
import sconce.Tensor;
import sconce.TorchException;
import sconce.TypeError;
import sconce.ValueError;

/// Multiplies the learning rate by `factor` when a metric has not improved for more than `patience` epochs. Its `step` is
/// given the metric. Stands for `torch.optim.lr_scheduler.ReduceLROnPlateau`.
///
/// ```java
/// var optimizer = new SGD(new Linear(2, 1), 0.1);
/// var scheduler = new ReduceLROnPlateau(optimizer, o -> o.factor(0.5).patience(0));
/// scheduler.step(1.0);
/// scheduler.step(1.0);
/// scheduler.getLastLr()   // [0.05]
/// ```
public class ReduceLROnPlateau extends LRScheduler {
    /// Options of [ReduceLROnPlateau], with PyTorch's names and defaults.
    public static final class Options {
        private String mode = "min";
        private Number factor = 0.1;
        private long patience = 10;
        private Number threshold = 1e-4;
        private String thresholdMode = "rel";
        private long cooldown;
        private Object minLr = 0;
        private Number eps = 1e-8;

        /// Whether the metric is to fall (`min`, the default) or to rise (`max`).
        public Options mode(String mode) { this.mode = mode; return this; }

        /// What the rate is multiplied by; by default 0.1.
        public Options factor(Number factor) { this.factor = factor; return this; }

        /// How many epochs may pass without an improvement; by default 10.
        public Options patience(long patience) { this.patience = patience; return this; }

        /// How much better counts as an improvement; by default 1e-4.
        public Options threshold(Number threshold) { this.threshold = threshold; return this; }

        /// Whether that is a share of the best metric (`rel`, the default) or a difference (`abs`).
        public Options thresholdMode(String thresholdMode) { this.thresholdMode = thresholdMode; return this; }

        /// How many epochs nothing is counted after a reduction; by default 0.
        public Options cooldown(long cooldown) { this.cooldown = cooldown; return this; }

        /// The least rate; by default 0.
        public Options minLr(Number minLr) { this.minLr = minLr; return this; }

        /// The least rate of each group.
        public Options minLr(List<? extends Number> minLr) { this.minLr = minLr; return this; }

        /// The least reduction that is made at all; by default 1e-8.
        public Options eps(Number eps) { this.eps = eps; return this; }
    }

    /// With the defaults.
    public ReduceLROnPlateau(Optimizer optimizer) { this(optimizer, o -> {}); }

    /// With options.
    ///
    /// @throws ValueError if an option is out of its range
    public ReduceLROnPlateau(Optimizer optimizer, Consumer<Options> options) {
        this(present(optimizer), given(options));
    }

    private ReduceLROnPlateau(Optimizer optimizer, Options o) {
        super(optimizer, leastRates(optimizer, o));
        values.put("patience", o.patience);
        values.put("cooldown", o.cooldown);
        values.put("eps", o.eps);
        values.put("last_epoch", 0L);
        set(of("lr"));
        compareBy(o.mode, o.threshold, o.thresholdMode);
        values.put("best", values.get("mode_worse"));
        values.put("cooldown_counter", 0L);
        values.put("num_bad_epochs", 0L);
    }

    private static Options given(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        return o;
    }

    private static SequencedMap<String, @Nullable Object> leastRates(Optimizer optimizer, Options o) {
        if (o.factor.doubleValue() >= 1) throw new ValueError("Factor should be < 1.0.");
        var count = optimizer.paramGroups().size();
        if (!(o.minLr instanceof List<?> each)) {
            return attributes("factor", o.factor, "default_min_lr", o.minLr, "min_lrs",
                    Collections.nCopies(count, o.minLr));
        }
        if (each.size() != count) throw new ValueError("expected " + count + " min_lrs, got " + each.size());
        return attributes("factor", o.factor, "default_min_lr", null, "min_lrs", new ArrayList<>(each));
    }

    private void compareBy(@Nullable Object mode, @Nullable Object threshold, @Nullable Object thresholdMode) {
        if (!"min".equals(mode) && !"max".equals(mode)) throw new ValueError("mode " + mode + " is unknown!");
        if (!"rel".equals(thresholdMode) && !"abs".equals(thresholdMode)) {
            throw new ValueError("threshold mode " + thresholdMode + " is unknown!");
        }
        values.put("mode_worse", "min".equals(mode) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
        values.put("mode", mode);
        values.put("threshold", threshold);
        values.put("threshold_mode", thresholdMode);
    }

    /// Not for this scheduler: it must be given a metric.
    @Override
    public void step() {
        throw new TypeError("ReduceLROnPlateau.step() missing 1 required positional argument: 'metrics'");
    }

    /// Takes the metric of an epoch, such as the loss on data held back, and reduces the rates if it is time.
    @Override
    public void step(@Nullable Number metrics) {
        if (metrics == null) {
            throw new TypeError("float() argument must be a string or a real number, not 'NoneType'");
        }
        step(metrics, null);
    }

    /// The same for a tensor of one element.
    public void step(Tensor metrics) { step(metrics.item(), null); }

    /// The same for a numbered epoch.
    public void step(Number metrics, @Nullable Number epoch) {
        var current = metrics.doubleValue();
        if (epoch != null) warnOfEpoch();
        values.put("last_epoch", epoch == null ? counted(1) : epoch);
        if (isBetter(current)) {
            values.put("best", current);
            values.put("num_bad_epochs", 0L);
        } else {
            values.put("num_bad_epochs", integer("num_bad_epochs") + 1);
        }
        if (integer("cooldown_counter") > 0) {
            values.put("cooldown_counter", integer("cooldown_counter") - 1);
            values.put("num_bad_epochs", 0L);
        }
        if (integer("num_bad_epochs") > integer("patience")) {
            reduce();
            values.put("cooldown_counter", integer("cooldown"));
            values.put("num_bad_epochs", 0L);
        }
        set(of("lr"));
    }

    private boolean isBetter(double metric) {
        var best = number("best");
        var threshold = number("threshold");
        var relative = "rel".equals(values.get("threshold_mode"));
        if ("min".equals(values.get("mode"))) {
            return metric < (relative ? best * (1 - threshold) : best - threshold);
        }
        return metric > (relative ? best * (threshold + 1) : best + threshold);
    }

    private void reduce() {
        var groups = optimizer().paramGroups();
        var least = numbers("min_lrs");
        if (groups.size() != least.size()) {
            if (values.get("default_min_lr") == null) {
                throw new TorchException("The number of param groups in the `optimizer` (" + groups.size()
                        + ") differs from when `ReduceLROnPlateau` was initialized (" + least.size()
                        + "), usually due to a new param group being added to the optimizer. Please modify the `min_lrs` "
                        + "field to match the length of the `optimizer` param groups.");
            }
            values.put("min_lrs", Collections.nCopies(groups.size(), values.get("default_min_lr")));
            least = numbers("min_lrs");
        }
        for (var i = 0; i < groups.size(); i++) {
            var old = groups.get(i).lr();
            var reduced = Math.max(old * number("factor"), least.get(i));
            if (old - reduced > number("eps")) set(groups.get(i), "lr", reduced);
        }
    }

    /// Not for this scheduler: its rates follow from metrics.
    @Override
    public List<Double> getLr() { throw new NotImplementedError(""); }

    @Override
    public void loadStateDict(Map<String, ?> saved) {
        super.loadStateDict(saved);
        compareBy(values.get("mode"), values.get("threshold"), values.get("threshold_mode"));
    }
}
