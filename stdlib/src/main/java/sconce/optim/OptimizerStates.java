package sconce.optim;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.KeyError;
import sconce.Tensor;
import sconce.Tuple;
import sconce.TypeError;
import sconce.ValueError;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;

/// PyTorch's layout of an optimizer's saved state: `state` by the parameter's number, `param_groups` with these numbers.
final class OptimizerStates {
    private OptimizerStates() {}

    static SequencedMap<String, Object> pack(List<ParamGroup> groups, Map<Tensor, SequencedMap<String, Object>> state) {
        var numbers = new IdentityHashMap<Tensor, Integer>();
        var packedGroups = new ArrayList<Object>();
        var next = 0;
        for (var group : groups) {
            var fresh = new IdentityHashMap<Tensor, Integer>();
            for (var param : group.params()) {
                if (!numbers.containsKey(param)) fresh.put(param, next);
                next++;
            }
            numbers.putAll(fresh);
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
        return saved;
    }

    /// What was read: all of it is checked before an optimizer takes any.
    record Loaded(List<SequencedMap<String, @Nullable Object>> options,
            Map<Tensor, SequencedMap<String, Object>> state) {}

    static Loaded unpack(Map<String, ?> saved, List<ParamGroup> groups) {
        var savedGroups = list(required(saved, "param_groups"));
        if (savedGroups.size() != groups.size()) {
            throw new ValueError("loaded state dict has a different number of parameter groups");
        }
        for (var i = 0; i < groups.size(); i++) {
            if (list(required(map(savedGroups.get(i)), "params")).size() != groups.get(i).params().size()) {
                throw new ValueError(
                        "loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
            }
        }
        // From PyTorch's files numbers come as longs, from JSON and safetensors as texts.
        var savedState = new LinkedHashMap<String, @Nullable Object>();
        map(required(saved, "state")).forEach((number, values) -> savedState.put(String.valueOf(number), values));
        var options = new ArrayList<SequencedMap<String, @Nullable Object>>();
        var state = new LinkedHashMap<Tensor, SequencedMap<String, Object>>();
        var params = new LinkedHashMap<String, Owner>();
        for (var i = 0; i < groups.size(); i++) {
            var savedGroup = map(savedGroups.get(i));
            options.add(options(savedGroup, groups.get(i)));
            var numbers = list(savedGroup.get("params"));
            var exactStep = Boolean.TRUE.equals(savedGroup.get("capturable"))
                    || Boolean.TRUE.equals(savedGroup.get("fused"));
            for (var n = 0; n < numbers.size(); n++) {
                params.put(String.valueOf(numbers.get(n)), new Owner(groups.get(i).params().get(n), exactStep));
            }
        }
        savedState.forEach((number, values) -> {
            var owner = params.get(number);
            if (owner != null) state.put(owner.param, values(map(values), owner));
        });
        return new Loaded(options, state);
    }

    /// The parameter that values are loaded for.
    ///
    /// @param exactStep whether the number of steps lies where the parameter does, in float32
    private record Owner(Tensor param, boolean exactStep) {}

    private static SequencedMap<String, @Nullable Object> options(Map<?, ?> savedGroup, ParamGroup group) {
        var options = new LinkedHashMap<String, @Nullable Object>();
        savedGroup.forEach((name, value) -> {
            if (!name.equals("params")) options.put(String.valueOf(name), own(value));
        });
        if (group.paramNames() != null) options.putIfAbsent("param_names", group.paramNames());
        return options;
    }

    /// A learning rate that is a tensor changes in place: the optimizer has its own.
    private static @Nullable Object own(@Nullable Object option) {
        return option instanceof Tensor tensor ? NativeScope.outlive(tensor.detach().clone()) : option;
    }

    private static SequencedMap<String, Object> values(Map<?, ?> saved, Owner owner) {
        var values = new LinkedHashMap<String, Object>();
        saved.forEach((name, value) -> {
            @SuppressWarnings("NullAway") // LBFGS remembers None.
            var ignored = values.put(String.valueOf(name), loaded(owner, String.valueOf(name), value));
        });
        return values;
    }

    /// A remembered tensor as the parameter is: its dtype and device. The number of steps keeps its own.
    private static @Nullable Object loaded(Owner owner, String name, @Nullable Object value) {
        return switch (value) {
            case Tensor step when name.equals("step") && !owner.exactStep -> NativeScope.outlive(step);
            case Tensor tensor -> {
                var dtype = name.equals("step") ? DType.float32
                        : owner.param.dtype().isFloatingPoint() ? owner.param.dtype() : tensor.dtype();
                yield NativeScope.outlive(Operators.<Tensor>call("to.device", tensor, owner.param.device(), dtype,
                        false, false, null));
            }
            case Map<?, ?> map -> values(map, owner);
            case List<?> list -> {
                var elements = new ArrayList<@Nullable Object>();
                for (var element : list) elements.add(loaded(owner, "", element));
                yield list instanceof Tuple<?> ? Tuple.of(elements) : elements;
            }
            case null, default -> value;
        };
    }

    private static Object required(Map<?, ?> saved, String key) {
        var value = saved.get(key);
        if (value == null) throw new KeyError(key);
        return value;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) return map;
        throw new TypeError("not the state of an optimizer: expected a dict, but got " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) return list;
        throw new TypeError("not the state of an optimizer: expected a list, but got " + value);
    }
}
