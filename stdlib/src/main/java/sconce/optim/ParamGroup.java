package sconce.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Tuple;
import sconce.TypeError;
import sconce.nn.Module;

/// Parameters that an optimizer treats alike, and the options for them, by PyTorch's names. Stands for a dictionary of
/// `optimizer.param_groups`.
///
/// ```java
/// new ParamGroup(new Linear(2, 1)).lr(0.01).number("lr")   // 0.01
/// ```
public final class ParamGroup {
    private final List<Tensor> params = new ArrayList<>();
    private final @Nullable List<String> names;
    final SequencedMap<String, @Nullable Object> options = new LinkedHashMap<>();

    /// A group of these parameters.
    public ParamGroup(Iterable<? extends Tensor> params) {
        for (Object param : params) this.params.add(checked(param));
        names = null;
    }

    /// A group of one module's parameters.
    public ParamGroup(Module module) { this(module.parameters()); }

    /// A group of parameters with names, as `namedParameters()` gives them.
    public ParamGroup(Map<String, ? extends Tensor> params) {
        for (Object param : params.values()) this.params.add(checked(param));
        names = List.copyOf(params.keySet());
    }

    /// A group from its dictionary: the parameters under `params`, and options.
    ///
    /// @throws KeyError if it has no parameters
    public static ParamGroup of(Map<String, ?> dictionary) {
        if (!dictionary.containsKey("params")) throw new KeyError("params");
        var params = new ArrayList<Tensor>();
        var given = dictionary.get("params");
        for (var param : given instanceof Iterable<?> several ? several : Collections.singletonList(given)) {
            params.add(checked(param));
        }
        var group = new ParamGroup(params);
        dictionary.forEach((name, value) -> {
            if (!name.equals("params")) group.set(name, value);
        });
        return group;
    }

    private static Tensor checked(@Nullable Object param) {
        if (param instanceof Tensor tensor) return tensor;
        throw new TypeError("optimizer can only optimize Tensors, but one of the params is "
                + (param == null ? "NoneType" : param.getClass().getSimpleName()));
    }

    /// The parameters.
    public List<Tensor> params() { return Collections.unmodifiableList(params); }

    /// The names of the parameters, if they were given with names; else null.
    public @Nullable List<String> paramNames() { return names; }

    /// Sets an option by PyTorch's name: `set("weight_decay", 0.1)`, `set("betas", new double[] {0.9, 0.99})`; returns the
    /// group.
    public ParamGroup set(String option, @Nullable Object value) {
        options.put(option,
                value instanceof double[] several ? Tuple.of(Arrays.stream(several).boxed().toList()) : value);
        return this;
    }

    /// Sets the learning rate; returns the group.
    public ParamGroup lr(Number lr) { return set("lr", lr); }

    /// Sets the learning rate to a tensor of one element that may change; returns the group.
    public ParamGroup lr(Tensor lr) { return set("lr", lr); }

    /// Sets the momentum; returns the group.
    public ParamGroup momentum(Number momentum) { return set("momentum", momentum); }

    /// Sets how strongly weights are pulled to zero; returns the group.
    public ParamGroup weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

    /// An option by PyTorch's name.
    ///
    /// @throws KeyError if the group has none of this name
    public @Nullable Object get(String option) {
        if (!options.containsKey(option)) throw new KeyError(option);
        return options.get(option);
    }

    /// Whether the group has an option of this name.
    public boolean has(String option) { return options.containsKey(option); }

    /// An option that is a number.
    public double number(String option) {
        if (get(option) instanceof Number || get(option) instanceof Tensor) {
            return OptimizerOptions.number(get(option));
        }
        throw new TypeError("option '" + option + "' is no number but " + get(option));
    }

    /// An option that is a pair or more of numbers, such as `betas`.
    public double[] numbers(String option) {
        if (!(get(option) instanceof List<?> several)) {
            throw new TypeError("option '" + option + "' is no tuple of numbers but " + get(option));
        }
        return several.stream().mapToDouble(OptimizerOptions::number).toArray();
    }

    /// An option that is a truth; null counts as false.
    public boolean truth(String option) { return Boolean.TRUE.equals(get(option)); }

    /// The learning rate.
    public double lr() { return number("lr"); }

    /// The options, in PyTorch's order.
    public Map<String, Object> options() { return Collections.unmodifiableMap(options); }

    @Override
    public String toString() { return "ParamGroup" + options; }
}
