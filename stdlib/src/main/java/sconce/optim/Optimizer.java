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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.HookHandle;
import sconce.Tensor;
import sconce.Torch;
import sconce.TypeError;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// The base of all optimizers: changes parameters by their gradients. Stands for `torch.optim.Optimizer`.
///
/// A subclass gives its options with their defaults to the constructor, and changes the parameters of one group in
/// [#update(ParamGroup)], which runs without recording gradients. What it remembers of a parameter stands in
/// [#state(Tensor)] and is saved by [#stateDict()].
///
/// ```java
/// new SGD(new Linear(2, 1), 0.1).paramGroups().size()   // 1
/// ```
public abstract class Optimizer {
    private final SequencedMap<String, @Nullable Object> defaults;
    private final List<ParamGroup> groups = new ArrayList<>();
    private final Map<Tensor, SequencedMap<String, Object>> state = new LinkedHashMap<>();
    private final List<Consumer<? super Optimizer>> beforeStep = new ArrayList<>();
    private final List<Consumer<? super Optimizer>> afterStep = new ArrayList<>();
    private final List<Consumer<? super Optimizer>> beforeSaving = new ArrayList<>();
    private final List<BiConsumer<? super Optimizer, SequencedMap<String, Object>>> afterSaving = new ArrayList<>();
    private final List<BiConsumer<? super Optimizer, Map<String, ?>>> beforeLoading = new ArrayList<>();
    private final List<Consumer<? super Optimizer>> afterLoading = new ArrayList<>();

    /// @throws ValueError if there are no parameters, or one cannot be optimized
    Optimizer(OptimizerOptions<?> options, ParamGroup... groups) {
        defaults = options.values();
        if (groups.length == 0
                || (groups.length == 1 && groups[0].params().isEmpty() && groups[0].options.isEmpty())) {
            throw new ValueError("optimizer got an empty parameter list");
        }
        for (var group : groups) addParamGroup(group);
    }

    /// Changes the parameters of one group by their gradients. Runs without recording gradients.
    abstract void update(ParamGroup group);

    /// The groups of parameters, with their options.
    public List<ParamGroup> paramGroups() { return Collections.unmodifiableList(groups); }

    /// The options of groups that set none, by PyTorch's names.
    public Map<String, Object> defaults() { return Collections.unmodifiableMap(defaults); }

    /// What the optimizer remembers of each parameter, by PyTorch's names.
    public Map<Tensor, SequencedMap<String, Object>> state() { return Collections.unmodifiableMap(state); }

    /// What it remembers of one parameter; made empty when first asked for.
    final SequencedMap<String, Object> state(Tensor parameter) {
        return state.computeIfAbsent(parameter, fresh -> new LinkedHashMap<>());
    }

    /// Remembers a tensor of a parameter, past the end of a scope.
    final Tensor remember(Tensor parameter, String name, Tensor value) {
        state(parameter).put(name, NativeScope.outlive(value));
        return value;
    }

    /// Adds parameters with options of their own, for a part of a model that joins the training later.
    ///
    /// @throws ValueError if one is no leaf, or stands in another group already
    public void addParamGroup(ParamGroup group) {
        for (var param : group.params()) {
            if (!param.isLeaf() && !param.retainsGrad()) throw new ValueError("can't optimize a non-leaf Tensor");
        }
        if (group.paramNames() != null) group.options.putIfAbsent("param_names", group.paramNames());
        defaults.forEach(group.options::putIfAbsent);
        var own = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        own.addAll(group.params());
        if (own.size() < group.params().size()) {
            Warnings.warn("optimizer contains a parameter group with duplicate parameters; in future, this will cause "
                    + "an error; see github.com/pytorch/pytorch/issues/40967 for more information");
        }
        var known = Collections.newSetFromMap(new IdentityHashMap<Tensor, Boolean>());
        groups.forEach(other -> known.addAll(other.params()));
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
                var gradient = param.grad();
                if (gradient == null) continue;
                if (setToNone) param.setGrad(null);
                else
                    Torch.noGrad(() -> Operators.<Object>call("zero_", gradient));
            }
        }
    }

    /// Changes all parameters by their gradients.
    public void step() { step(null); }

    /// The same after `closure`, which clears the gradients, computes the loss, goes backward and returns the loss.
    ///
    /// @return the loss, or null without a closure
    public @Nullable Tensor step(@Nullable Supplier<Tensor> closure) {
        List.copyOf(beforeStep).forEach(hook -> hook.accept(this));
        var loss = closure == null ? null : evaluate(closure);
        try (var mode = Torch.noGrad()) {
            for (var group : groups) update(group);
        }
        List.copyOf(afterStep).forEach(hook -> hook.accept(this));
        return loss;
    }

    /// Runs a closure, which needs gradients recorded.
    static Tensor evaluate(Supplier<Tensor> closure) {
        try (var mode = Torch.enableGrad()) {
            return closure.get();
        }
    }

    /// All that is needed to go on later: `state` by the parameter's number, and `param_groups`. Stands for `state_dict`.
    public SequencedMap<String, Object> stateDict() {
        List.copyOf(beforeSaving).forEach(hook -> hook.accept(this));
        var numbers = new IdentityHashMap<Tensor, Integer>();
        var packedGroups = new ArrayList<Object>();
        for (var group : groups) {
            group.params().forEach(param -> numbers.putIfAbsent(param, numbers.size()));
            var packed = new LinkedHashMap<String, @Nullable Object>(group.options);
            packed.put("params", group.params().stream().map(numbers::get).toList());
            packedGroups.add(packed);
        }
        var packedState = new LinkedHashMap<Object, Object>();
        state.forEach((param, values) -> packedState.put(numbers.containsKey(param) ? numbers.get(param) : param,
                values));
        SequencedMap<String, Object> saved = new LinkedHashMap<>();
        saved.put("state", packedState);
        saved.put("param_groups", packedGroups);
        List.copyOf(afterSaving).forEach(hook -> hook.accept(this, saved));
        return saved;
    }

    /// Goes on from what [#stateDict()] gave, of this optimizer or another of the same kind and groups.
    ///
    /// @throws ValueError if the groups differ
    public void loadStateDict(Map<String, ?> saved) {
        List.copyOf(beforeLoading).forEach(hook -> hook.accept(this, saved));
        var savedGroups = list(saved.get("param_groups"));
        if (savedGroups.size() != groups.size()) {
            throw new ValueError("loaded state dict has a different number of parameter groups");
        }
        for (var i = 0; i < groups.size(); i++) {
            if (list(map(savedGroups.get(i)).get("params")).size() != groups.get(i).params().size()) {
                throw new ValueError(
                        "loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
            }
        }
        var savedState = map(saved.get("state"));
        state.clear();
        for (var i = 0; i < groups.size(); i++) load(groups.get(i), map(savedGroups.get(i)), savedState);
        List.copyOf(afterLoading).forEach(hook -> hook.accept(this));
    }

    private void load(ParamGroup group, Map<?, ?> savedGroup, Map<?, ?> savedState) {
        var numbers = list(savedGroup.get("params"));
        for (var i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var values = savedState.containsKey(number) ? savedState.get(number)
                    : savedState.get(String.valueOf(number));
            if (values == null) continue;
            var param = group.params().get(i);
            map(values).forEach((name, value) -> state(param).put((String) name, loaded(param, (String) name, value)));
        }
        var names = group.paramNames();
        group.options.clear();
        savedGroup.forEach((name, value) -> {
            if (!name.equals("params")) group.options.put((String) name, value);
        });
        if (names != null) group.options.putIfAbsent("param_names", names);
    }

    /// A remembered tensor as the parameter is: its dtype and device. The number of steps keeps its own.
    private static Object loaded(Tensor param, String name, Object value) {
        if (!(value instanceof Tensor tensor) || name.equals("step")) return value;
        var dtype = param.dtype().isFloatingPoint() ? param.dtype() : tensor.dtype();
        return NativeScope.outlive(
                Operators.<Tensor>call("to.device", tensor, param.device(), dtype, false, false, null));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) return map;
        throw new TypeError("not the state of an optimizer: expected a dict, but got " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) return list;
        throw new TypeError("not the state of an optimizer: expected a list, but got " + value);
    }

    /// Calls `hook` before each step.
    public HookHandle registerStepPreHook(Consumer<? super Optimizer> hook) { return add(beforeStep, hook); }

    /// Calls `hook` after each step.
    public HookHandle registerStepPostHook(Consumer<? super Optimizer> hook) { return add(afterStep, hook); }

    /// Calls `hook` before the state is saved.
    public HookHandle registerStateDictPreHook(Consumer<? super Optimizer> hook) { return add(beforeSaving, hook); }

    /// Calls `hook` with what is saved; it may change it.
    public HookHandle registerStateDictPostHook(
            BiConsumer<? super Optimizer, SequencedMap<String, Object>> hook) {
        return add(afterSaving, hook);
    }

    /// Calls `hook` with what is loaded, before.
    public HookHandle registerLoadStateDictPreHook(BiConsumer<? super Optimizer, Map<String, ?>> hook) {
        return add(beforeLoading, hook);
    }

    /// Calls `hook` after a state was loaded.
    public HookHandle registerLoadStateDictPostHook(Consumer<? super Optimizer> hook) {
        return add(afterLoading, hook);
    }

    private static <H> HookHandle add(List<H> hooks, H hook) {
        hooks.add(hook);
        return HookHandle.of(() -> hooks.remove(hook));
    }

    /// PyTorch's `repr`: each group with its options in alphabetical order.
    @Override
    public String toString() {
        var text = new StringBuilder(getClass().getSimpleName()).append(" (");
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
