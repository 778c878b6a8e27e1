package sconce.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.HookHandle;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;
import sconce.nn.Module;
import sconce.show.PythonFormat;

/// The base of all optimizers: changes parameters by their gradients. Stands for `torch.optim.Optimizer`.
///
/// A subclass gives its options with their defaults to the constructor, and changes the parameters of one group in
/// [#update(ParamGroup)], which runs without recording gradients. What it remembers of a parameter stands in
/// [#state(Tensor)] and is saved by [#stateDict()]; tensors go there by [#remember(Tensor, String, Tensor)]. Param groups,
/// hooks, closures, saving, schedulers and the printed form are then there:
///
/// ```java
/// class SignSGD extends Optimizer {
///     SignSGD(Iterable<? extends Tensor> params, double lr) { super(params, Map.of("lr", lr)); }
///
///     protected void update(ParamGroup group) {
///         for (var param : group.params()) {
///             if (param.grad() != null) param.sub_(param.grad().sign().mul(group.lr()));
///         }
///     }
/// }
/// var w = Torch.tensor(1., -2.).requiresGrad_();
/// w.square().sum().backward();
/// new SignSGD(List.of(w), 0.5).step();
/// w   // tensor([ 0.5000, -1.5000], requires_grad=True)
/// ```
public abstract class Optimizer {
    private final SequencedMap<String, @Nullable Object> defaults;
    private final List<ParamGroup> groups = new ArrayList<>();
    private final Map<Tensor, SequencedMap<String, Object>> state = new LinkedHashMap<>();
    private final OptimizerHooks hooks = new OptimizerHooks();
    /// Whether a scheduler watches, and whether a step was made since: it is to come after.
    private boolean watched;
    private boolean stepped;

    /// Over parameters.
    ///
    /// @param defaults the options of groups that set none, by PyTorch's names
    /// @throws ValueError if there are no parameters, or one cannot be optimized
    protected Optimizer(Iterable<? extends Tensor> params, Map<String, ? extends @Nullable Object> defaults) {
        this(new LinkedHashMap<>(defaults), new ParamGroup(params));
    }

    /// Over a module's parameters.
    protected Optimizer(Module module, Map<String, ? extends @Nullable Object> defaults) {
        this(module.parameters(), defaults);
    }

    /// Over parameters with names, as `namedParameters()` gives them.
    protected Optimizer(Map<String, ? extends Tensor> params, Map<String, ? extends @Nullable Object> defaults) {
        this(new LinkedHashMap<>(defaults), new ParamGroup(params));
    }

    /// Over groups with options of their own.
    protected Optimizer(Map<String, ? extends @Nullable Object> defaults, ParamGroup... groups) {
        this(new LinkedHashMap<>(defaults), groups);
    }

    Optimizer(OptimizerOptions<?> options, ParamGroup... groups) { this(options.values(), groups); }

    private Optimizer(SequencedMap<String, @Nullable Object> defaults, ParamGroup... groups) {
        this.defaults = defaults;
        if (groups.length == 0
                || (groups.length == 1 && groups[0].params().isEmpty() && groups[0].options.isEmpty())) {
            throw new ValueError("optimizer got an empty parameter list");
        }
        for (var group : groups) add(group);
    }

    /// Changes the parameters of one group by their gradients. Runs without recording gradients.
    protected abstract void update(ParamGroup group);

    /// The groups of parameters, with their options.
    public List<ParamGroup> paramGroups() { return Collections.unmodifiableList(groups); }

    /// The options of groups that set none, by PyTorch's names.
    public Map<String, Object> defaults() { return Collections.unmodifiableMap(defaults); }

    /// What the optimizer remembers of each parameter, by PyTorch's names.
    public Map<Tensor, SequencedMap<String, Object>> state() { return Collections.unmodifiableMap(state); }

    /// What it remembers of one parameter; made empty when first asked for.
    protected final SequencedMap<String, Object> state(Tensor parameter) {
        return state.computeIfAbsent(parameter, fresh -> new LinkedHashMap<>());
    }

    /// Remembers a tensor of a parameter, past the end of a scope; returns it.
    protected final Tensor remember(Tensor parameter, String name, Tensor value) {
        state(parameter).put(name, NativeScope.outlive(value));
        return value;
    }

    /// The class's name, as it is printed.
    final String name() { return getClass().getSimpleName(); }

    /// Adds parameters with options of their own, for a part of a model that joins the training later.
    ///
    /// @throws ValueError if one is no leaf, or stands in another group already
    public void addParamGroup(ParamGroup group) { add(group); }

    private void add(ParamGroup group) {
        if (!Boolean.TRUE.equals(defaults.get("differentiable"))) {
            for (var param : group.params()) {
                if (!param.isLeaf() && !param.retainsGrad()) throw new ValueError("can't optimize a non-leaf Tensor");
            }
        }
        if (group.paramNames() != null) group.options.putIfAbsent("param_names", group.paramNames());
        for (var option : defaults.entrySet()) {
            if (!group.options.containsKey(option.getKey())) group.options.put(option.getKey(), option.getValue());
        }
        var own = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        own.addAll(group.params());
        if (own.size() < group.params().size()) {
            Warnings.warn("optimizer contains a parameter group with duplicate parameters; in future, this will cause "
                    + "an error; see github.com/pytorch/pytorch/issues/40967 for more information");
        }
        var known = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        for (var other : groups) {
            known.addAll(other.params());
            if (other.has("param_names") != group.has("param_names")) {
                throw new ValueError("all optimizer param groups should be with/without names. cannot add param group "
                        + (group.has("param_names") ? "with names" : "without names") + " to the optimizer");
            }
        }
        if (group.params().stream().anyMatch(known::contains)) {
            throw new ValueError("some parameters appear in more than one parameter group");
        }
        groups.add(group);
    }

    /// Drops the gradients of all parameters.
    public void zeroGrad() { zeroGrad(true); }

    /// Drops the gradients of all parameters, or fills them with zeros.
    public void zeroGrad(boolean setToNone) {
        for (var group : groups) {
            for (var param : group.params()) {
                if (setToNone) {
                    param.setGrad(null);
                    continue;
                }
                var gradient = param.grad();
                if (gradient == null) continue;
                if (gradient.isLeaf()) gradient.requiresGrad_(false);
                else
                    gradient.detach_();
                Operators.run("zero_", gradient);
            }
        }
    }

    /// Changes all parameters by their gradients.
    public void step() { step(null); }

    /// The same after `closure`, which clears the gradients, computes the loss, goes backward and returns the loss.
    ///
    /// @return the loss, or null without a closure
    public @Nullable Tensor step(@Nullable Supplier<Tensor> closure) {
        stepped = watched;
        OptimizerHooks.call(OptimizerHooks.BEFORE_EVERY_STEP, this);
        OptimizerHooks.call(hooks.beforeStep, this);
        Tensor loss;
        try (var mode = Torch.setGradEnabled(Boolean.TRUE.equals(defaults.get("differentiable")))) {
            loss = minimize(closure);
        }
        OptimizerHooks.call(hooks.afterStep, this);
        OptimizerHooks.call(OptimizerHooks.AFTER_EVERY_STEP, this);
        return loss;
    }

    /// What a step does between its hooks.
    @Nullable
    Tensor minimize(@Nullable Supplier<Tensor> closure) {
        var loss = closure == null ? null : evaluate(closure);
        for (var group : groups) update(group);
        return loss;
    }

    /// Runs a closure, which needs gradients recorded.
    static Tensor evaluate(Supplier<Tensor> closure) {
        try (var mode = Torch.enableGrad()) {
            return closure.get();
        }
    }

    /// Tells the optimizer that a scheduler follows its steps.
    final void watch() { watched = true; }

    /// Whether a step was made since a scheduler watches.
    final boolean hasStepped() { return stepped; }

    /// All that is needed to go on later: `state` by the parameter's number, and `param_groups`. Stands for `state_dict`.
    ///
    /// As in PyTorch it holds the very tensors of the optimizer: save it, or copy it, before the next step.
    public SequencedMap<String, Object> stateDict() {
        OptimizerHooks.call(hooks.beforeSaving, this);
        var saved = OptimizerStates.pack(groups, state);
        for (var hook : List.copyOf(hooks.afterSaving)) {
            var other = hook.apply(this, saved);
            if (other != null) saved = other;
        }
        return saved;
    }

    /// Goes on from what [#stateDict()] gave, of this optimizer or another of the same kind and groups, in Java or Python.
    /// All or nothing: what does not fit leaves the optimizer as it was.
    ///
    /// @throws ValueError if the groups differ
    public void loadStateDict(Map<String, ?> saved) {
        Map<String, Object> given = new LinkedHashMap<>(saved);
        for (var hook : List.copyOf(hooks.beforeLoading)) {
            var other = hook.apply(this, given);
            if (other != null) given = other;
        }
        var loaded = OptimizerStates.unpack(given, groups);
        for (var i = 0; i < groups.size(); i++) {
            groups.get(i).options.clear();
            groups.get(i).options.putAll(loaded.options().get(i));
            completeOptions(groups.get(i));
        }
        state.clear();
        state.putAll(loaded.state());
        state.values().forEach(this::completeState);
        OptimizerHooks.call(hooks.afterLoading, this);
    }

    /// Gives a loaded group the options that older versions did not save.
    void completeOptions(ParamGroup group) {
        for (var name : List.of("foreach", "fused")) {
            if (defaults.containsKey(name)) group.options.putIfAbsent(name, null);
        }
        for (var name : List.of("maximize", "capturable", "differentiable", "amsgrad", "nesterov", "centered",
                "decoupled_weight_decay")) {
            if (defaults.containsKey(name)) group.options.putIfAbsent(name, false);
        }
    }

    /// Makes tensors of the numbers that older versions saved plainly.
    void completeState(SequencedMap<String, Object> values) {
        for (var name : List.of("step", "mu_product", "eta", "mu")) {
            if (values.get(name) instanceof Number number) {
                values.put(name, NativeScope.outlive(Batch.number(number.doubleValue(), false)));
            }
        }
    }

    /// Calls `hook` before each step.
    public HookHandle registerStepPreHook(Consumer<? super Optimizer> hook) {
        return OptimizerHooks.add(hooks.beforeStep, hook, false);
    }

    /// Calls `hook` after each step.
    public HookHandle registerStepPostHook(Consumer<? super Optimizer> hook) {
        return OptimizerHooks.add(hooks.afterStep, hook, false);
    }

    /// Calls `hook` before each step of every optimizer. Stands for `register_optimizer_step_pre_hook`.
    public static HookHandle registerOptimizerStepPreHook(Consumer<? super Optimizer> hook) {
        return OptimizerHooks.add(OptimizerHooks.BEFORE_EVERY_STEP, hook, false);
    }

    /// Calls `hook` after each step of every optimizer. Stands for `register_optimizer_step_post_hook`.
    public static HookHandle registerOptimizerStepPostHook(Consumer<? super Optimizer> hook) {
        return OptimizerHooks.add(OptimizerHooks.AFTER_EVERY_STEP, hook, false);
    }

    /// Calls `hook` before the state is saved.
    public HookHandle registerStateDictPreHook(Consumer<? super Optimizer> hook) {
        return registerStateDictPreHook(hook, false);
    }

    /// The same, before the hooks that are there already if `prepend` says so.
    public HookHandle registerStateDictPreHook(Consumer<? super Optimizer> hook, boolean prepend) {
        return OptimizerHooks.add(hooks.beforeSaving, hook, prepend);
    }

    /// Calls `hook` with what is saved; it may change it.
    public HookHandle registerStateDictPostHook(
            BiConsumer<? super Optimizer, SequencedMap<String, Object>> hook) {
        return registerStateDictPostHook(hook, false);
    }

    /// The same, before the hooks that are there already if `prepend` says so.
    public HookHandle registerStateDictPostHook(
            BiConsumer<? super Optimizer, SequencedMap<String, Object>> hook, boolean prepend) {
        return OptimizerHooks.add(hooks.afterSaving, (optimizer, saved) -> {
            hook.accept(optimizer, saved);
            return null;
        }, prepend);
    }

    /// Calls `hook` with what is saved; what it returns is saved instead, unless it is null.
    public HookHandle registerStateDictPostHookReturning(
            BiFunction<? super Optimizer, SequencedMap<String, Object>, @Nullable SequencedMap<String, Object>> hook) {
        return OptimizerHooks.add(hooks.afterSaving, hook, false);
    }

    /// Calls `hook` with what is loaded, before; it may change this copy.
    public HookHandle registerLoadStateDictPreHook(BiConsumer<? super Optimizer, Map<String, Object>> hook) {
        return registerLoadStateDictPreHook(hook, false);
    }

    /// The same, before the hooks that are there already if `prepend` says so.
    public HookHandle registerLoadStateDictPreHook(BiConsumer<? super Optimizer, Map<String, Object>> hook,
            boolean prepend) {
        return OptimizerHooks.add(hooks.beforeLoading, (optimizer, saved) -> {
            hook.accept(optimizer, saved);
            return null;
        }, prepend);
    }

    /// Calls `hook` with what is to be loaded; what it returns is loaded instead, unless it is null.
    public HookHandle registerLoadStateDictPreHookReturning(
            BiFunction<? super Optimizer, Map<String, Object>, @Nullable Map<String, Object>> hook) {
        return OptimizerHooks.add(hooks.beforeLoading, hook, false);
    }

    /// Calls `hook` after a state was loaded.
    public HookHandle registerLoadStateDictPostHook(Consumer<? super Optimizer> hook) {
        return registerLoadStateDictPostHook(hook, false);
    }

    /// The same, before the hooks that are there already if `prepend` says so.
    public HookHandle registerLoadStateDictPostHook(Consumer<? super Optimizer> hook, boolean prepend) {
        return OptimizerHooks.add(hooks.afterLoading, hook, prepend);
    }

    /// PyTorch's `repr`: each group with its options in alphabetical order.
    @Override
    public String toString() {
        var text = new StringBuilder(name()).append(" (");
        for (var i = 0; i < groups.size(); i++) {
            text.append("\nParameter Group ").append(i).append('\n');
            var options = groups.get(i).options;
            for (var name : new TreeSet<>(options.keySet())) {
                text.append("    ").append(name).append(": ").append(text(name, options.get(name))).append('\n');
            }
        }
        return text.append(')').toString();
    }

    private static String text(String name, @Nullable Object value) {
        if (name.equals("param_names") && value instanceof List<?> names) return PythonFormat.list(names);
        return PythonFormat.of(value instanceof Tensor number && number.dim() == 0 ? number.item() : value);
    }
}
