package sconce.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.Warnings;
import sconce.ZeroDivisionError;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// The base of all schedulers: sets the learning rates of an optimizer's groups, from step to step. Stands for
/// `torch.optim.lr_scheduler.LRScheduler`.
///
/// `step()` is called after the optimizer's own, once an epoch or once a batch. A subclass says in [#getLr()] what the
/// rates are at [#lastEpoch()]. The constructor asks for those of epoch 0, so fields that `getLr` needs are set before
/// `super(..)`:
///
/// ```java
/// class HalfAt extends LRScheduler {
///     final int epoch;
///
///     HalfAt(Optimizer optimizer, int epoch) {
///         this.epoch = epoch;
///         super(optimizer);
///     }
///
///     public List<Double> getLr() { return baseLrs().stream().map(lr -> lastEpoch() < epoch ? lr : lr / 2).toList(); }
/// }
/// var optimizer = new SGD(new Linear(2, 1), 0.1);
/// var scheduler = new HalfAt(optimizer, 1);
/// optimizer.step();
/// scheduler.step();
/// scheduler.getLastLr()   // [0.05]
/// ```
public abstract class LRScheduler {
    private static final String ORDER = "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate";
    private final Optimizer optimizer;
    /// What Python keeps in the object's dictionary, in its order: it is what is saved.
    final SequencedMap<String, @Nullable Object> values;
    /// Not part of what is saved.
    final LRHistory history = new LRHistory();
    boolean recording = true;

    /// Follows an optimizer from its beginning.
    protected LRScheduler(Optimizer optimizer) { this(optimizer, -1); }

    /// Follows an optimizer.
    ///
    /// @param lastEpoch how many steps were made already, counted from 0; -1 before the first
    /// @throws KeyError if a training is resumed whose optimizer does not know its initial rates
    protected LRScheduler(Optimizer optimizer, long lastEpoch) { this(optimizer, lastEpoch, attributes()); }

    /// The same with values of its own, by PyTorch's names.
    LRScheduler(Optimizer optimizer, long lastEpoch, SequencedMap<String, @Nullable Object> own) {
        this(optimizer, own);
        var groups = optimizer.paramGroups();
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (lastEpoch == -1) {
                if (!group.has("initial_lr")) group.set("initial_lr", copyOf(group.get("lr")));
            } else if (!group.has("initial_lr")) {
                throw new KeyError("param 'initial_lr' is not specified in param_groups[" + i
                        + "] when resuming scheduler with last_epoch >= 0.\nThis typically happens when:\n"
                        + "1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer "
                        + "state\n2. You're using last_epoch >= 0 for a fresh training run (not recommended)");
            }
        }
        values.put("base_lrs", of("initial_lr"));
        values.put("last_epoch", lastEpoch);
        optimizer.watch();
        initialStep();
    }

    /// Without a first step.
    LRScheduler(Optimizer optimizer, SequencedMap<String, @Nullable Object> own) {
        this.optimizer = present(optimizer);
        values = own;
    }

    /// The optimizer, if there is one.
    static Optimizer present(@Nullable Optimizer optimizer) {
        if (optimizer == null) throw new TypeError("NoneType is not an Optimizer");
        return optimizer;
    }

    static SequencedMap<String, @Nullable Object> attributes(@Nullable Object... namesAndValues) {
        var own = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            own.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return own;
    }

    /// Counts from 0 and sets the first rates.
    final void initialStep() {
        values.put("_step_count", 0L);
        values.put("_is_initial", true);
        try {
            step();
        } finally {
            values.put("_is_initial", false);
        }
    }

    /// The learning rates at [#lastEpoch()], one for each group of the optimizer. Called by [#step()].
    public abstract List<Double> getLr();

    /// The learning rates at any epoch, without regard to the present ones; null if the scheduler has no such formula.
    @Nullable
    List<Double> closedForm() { return null; }

    /// Sets the learning rates of the next epoch.
    public void step() { step(null); }

    /// Sets the learning rates of an epoch.
    ///
    /// @param epoch the epoch, by whose formula the rates follow; by null the next one
    public void step(@Nullable Number epoch) {
        if (integer("_step_count") == 1 && !optimizer.hasStepped()) {
            Warnings.warn(
                    "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, "
                            + "you should call them in the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  "
                            + "Failure to do this will result in PyTorch skipping the first value of the learning rate "
                            + "schedule. See more details at " + ORDER);
        }
        values.put("_step_count", integer("_step_count") + 1);
        if (epoch != null) warnOfEpoch();
        updateLr(epoch);
    }

    static void warnOfEpoch() {
        Warnings.warn("The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where "
                + "possible. Please use `scheduler.step()` to step the scheduler. During the deprecation, if epoch is "
                + "different from None, the closed form is used instead of the new chainable form, where available. "
                + "Please open an issue if you are unable to replicate your use case: "
                + "https://github.com/pytorch/pytorch/issues/new/choose.");
    }

    final void updateLr(@Nullable Number epoch) {
        values.put("_get_lr_called_within_step", true);
        List<Double> rates;
        try {
            if (epoch == null) {
                values.put("last_epoch", counted(1));
                rates = getLr();
            } else {
                values.put("last_epoch", epoch);
                var closed = closedForm();
                rates = closed != null ? closed : getLr();
            }
        } finally {
            values.put("_get_lr_called_within_step", false);
        }
        setLrs(rates);
        set(of("lr"));
    }

    /// Notes the rates of the epoch that has begun.
    final void set(@Nullable Object rates) {
        values.put("_last_lr", rates);
        if (recording) history.add((double) lastEpoch(), getLastLr());
    }

    /// The epoch so many later, a whole number if it was one.
    final Number counted(long more) {
        var last = Objects.requireNonNull((Number) values.get("last_epoch"));
        if (last instanceof Double || last instanceof Float) return last.doubleValue() + more;
        return last.longValue() + more;
    }

    final void setLrs(List<Double> rates) {
        var groups = optimizer.paramGroups();
        if (rates.size() != groups.size()) {
            throw new ValueError(getClass().getSimpleName() + ".getLr() gives " + rates.size() + " learning rates for "
                    + groups.size() + " parameter groups");
        }
        for (var i = 0; i < rates.size(); i++) set(groups.get(i), "lr", rates.get(i));
    }

    /// Sets an option that may be a tensor; what stays the same stays as it was written.
    static void set(ParamGroup group, String option, double value) {
        if (group.get(option) instanceof Tensor tensor) {
            Torch.noGrad(() -> Operators.run("fill_.Scalar", tensor, value));
        } else if (!(group.get(option) instanceof Number known && known.doubleValue() == value)) {
            group.set(option, value);
        }
    }

    /// An option of every group, tensors copied.
    final List<@Nullable Object> of(String option) {
        var all = new ArrayList<@Nullable Object>();
        for (var group : optimizer.paramGroups()) all.add(copyOf(group.get(option)));
        return all;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        return value instanceof Tensor tensor ? NativeScope.outlive(tensor.detach().clone()) : value;
    }

    /// Warns whoever asks for the rates of the next step where the last ones are meant.
    final void warnOutsideStep() {
        if (!Boolean.TRUE.equals(values.get("_get_lr_called_within_step"))) {
            Warnings.warn("To get the last learning rate computed by the scheduler, please use `get_last_lr()`.");
        }
    }

    /// The learning rates that the last step set, one for each group.
    public List<Double> getLastLr() { return numbers("_last_lr"); }

    /// The optimizer whose learning rates are set.
    public Optimizer optimizer() { return optimizer; }

    /// How many steps were made, counted from 0.
    public long lastEpoch() { return (long) Math.floor(epoch()); }

    /// The same; a fraction if such was given to [#step(Number)].
    final double epoch() { return number("last_epoch"); }

    /// The learning rates that the groups began with.
    protected final List<Double> baseLrs() { return numbers("base_lrs"); }

    /// The learning rates that the groups have now.
    protected final List<Double> groupLrs() {
        return optimizer.paramGroups().stream().map(ParamGroup::lr).toList();
    }

    /// Whether the constructor asks, rather than a step.
    protected final boolean isInitial() { return Boolean.TRUE.equals(values.get("_is_initial")); }

    /// What becomes of the rates that the groups have now.
    final List<Double> eachGroup(DoubleUnaryOperator change) { return each(groupLrs(), change); }

    /// What becomes of the rates that the groups began with.
    final List<Double> eachBase(DoubleUnaryOperator change) { return each(baseLrs(), change); }

    private static List<Double> each(List<Double> rates, DoubleUnaryOperator change) {
        return rates.stream().map(change::applyAsDouble).toList();
    }

    final double number(String name) {
        if (values.get(name) instanceof Number number) return number.doubleValue();
        throw new TypeError(getClass().getSimpleName() + " has no number '" + name + "' but " + values.get(name));
    }

    final long integer(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    final boolean truth(String name) { return Boolean.TRUE.equals(values.get(name)); }

    final List<Double> numbers(String name) {
        if (!(values.get(name) instanceof List<?> list)) return List.of();
        return list.stream().map(OptimizerOptions::number).toList();
    }

    /// Python's division of reals.
    static double divided(double one, double other) {
        if (other == 0) throw new ZeroDivisionError("float division by zero");
        return one / other;
    }

    /// A value for each group: one for all, or a list with one for each.
    static List<Object> forGroups(String name, Optimizer optimizer, Object given) {
        var count = present(optimizer).paramGroups().size();
        var all = new ArrayList<Object>();
        if (given instanceof List<?> list) {
            if (list.size() != count) {
                throw new ValueError(name + " must have the same length as optimizer.param_groups. " + name + " has "
                        + list.size() + " values, param_groups has " + count + ".");
            }
            list.forEach(value -> all.add(Objects.requireNonNull(value)));
        } else {
            for (var i = 0; i < count; i++) all.add(given);
        }
        return all;
    }

    /// All that is needed to go on later, by PyTorch's names, but for the optimizer, which is saved beside it.
    public SequencedMap<String, Object> stateDict() {
        SequencedMap<String, Object> saved = new LinkedHashMap<>();
        saved.putAll(values);
        return saved;
    }

    /// Goes on from what [#stateDict()] gave, in Java or Python; load the optimizer's state too.
    public void loadStateDict(Map<String, ?> saved) {
        values.putAll(saved);
        resume();
    }

    /// Begins the history anew, at the rates that were loaded.
    final void resume() {
        history.clear();
        if (!getLastLr().isEmpty()) history.add((double) lastEpoch(), getLastLr());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(last_epoch=" + PythonFormat.of(values.get("last_epoch")) + ", last_lr="
                + PythonFormat.list(getLastLr()) + ")";
    }
}
