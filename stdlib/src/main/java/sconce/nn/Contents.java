package sconce.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;

/// What a module itself holds, as it is: nothing left out that stands twice, empty places kept, and what its fields hold
/// without being registered. For those who show or check models; Python's `_parameters`, `_buffers`, `_modules`.
///
/// ```java
/// Contents.of(new Linear(2, 3)).parameters().keySet()   // [weight, bias]
/// ```
///
/// @param parameters    by name; null where a place is empty
/// @param buffers       by name; null where a place is empty
/// @param notPersistent the names of the buffers that are not part of the state dict
/// @param modules       by name; null where a place is empty
/// @param unregistered  by field: plain tensors, and lists, arrays and maps of modules or parameters
/// @param hooks         how many hooks the user gave it, by kind: `forward hook`; kinds there is none of are left out
public record Contents(Map<String, Parameter> parameters, Map<String, Tensor> buffers,
        Set<String> notPersistent, Map<String, Module> modules, Map<String, Object> unregistered,
        Map<String, Integer> hooks) {
    /// What the module holds now. The maps are views, not to be kept.
    public static Contents of(Module module) {
        var members = module.members().look();
        return new Contents(Collections.unmodifiableMap(members.parameters),
                Collections.unmodifiableMap(members.buffers),
                Collections.unmodifiableSet(members.notPersistent), Collections.unmodifiableMap(members.modules),
                unregistered(module, members), hooks(module));
    }

    /// What Python's `getattr` finds under a name, whatever the module's own `get` is for; null if it finds nothing.
    ///
    /// ```java
    /// Contents.attribute(new MaxPool2d(3), "kernelSize")   // 3
    /// ```
    public static @Nullable Object attribute(Module module, String name) {
        return module.members().hasAttribute(name) ? module.members().get(name) : null;
    }

    /// Those by which a lazy module waits for its first input or state dict are not the user's.
    private static Map<String, Integer> hooks(Module module) {
        if (module.hooks == null) return Map.of();
        var kinds = module.hooks.kinds();
        if (module.awaitsInput != null) {
            for (var own : new String[] { "forward pre-hook", "load state dict pre-hook" }) {
                kinds.computeIfPresent(own, (_, count) -> count == 1 ? null : count - 1);
            }
        }
        return kinds;
    }

    /// Whether a tensor waits for its module's first input to know its shape.
    public static boolean isLazy(Tensor tensor) { return Lazy.isLazy(tensor); }

    private static Map<String, Object> unregistered(Module module, Members members) {
        var plan = FieldPlan.of(module.getClass());
        SequencedMap<String, Object> found = new LinkedHashMap<>(0);
        for (var slot : plan.slots) {
            if (slot.read(module) instanceof Tensor plain && !(plain instanceof Parameter) && !(plain instanceof Buffer)
                    && !members.isRegistered(slot.name)) {
                found.put(slot.field.getName(), plain);
            }
        }
        for (var slot : plan.collections) {
            var value = slot.read(module);
            if (value != null && !(value instanceof Module) && FieldPlan.hides(value))
                found.put(slot.field.getName(), value);
        }
        return found;
    }
}
