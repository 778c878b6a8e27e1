package sconce.nn;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TorchException;

/// Copies a module with all that belongs to it: parameters, buffers, tensors, modules, and the collections that hold
/// them. What is shared within the original is shared within the copy; hooks and other objects are the same ones.
@SuppressWarnings({ "ReferenceEquality", "UndefinedEquals" }) // Which object it is decides whether it is copied.
final class Deepcopy {
    private final IdentityHashMap<Object, Object> memo = new IdentityHashMap<>();

    Module module(Module original) {
        var known = memo.get(original);
        if (known != null) return (Module) known;
        var copy = original.shallowCopy();
        memo.put(original, copy);
        for (var field : FieldPlan.of(original.getClass()).all) {
            if (field.getDeclaringClass() != Module.class && !field.getType().isPrimitive()) copyField(field, copy);
        }
        copy.takeMembers(original.members().look().copyFor(copy, this));
        return copy;
    }

    private void copyField(Field field, Module copy) {
        try {
            var value = field.get(copy);
            // An inner class's outer object is copied only if it belongs to what is copied.
            var deep = field.isSynthetic() ? memo.getOrDefault(value, value) : of(value);
            if (deep != value) field.set(copy, deep);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T of(@Nullable T value) {
        return (T) switch (value) {
            case null -> null;
            case Module module -> module(module);
            case Tensor tensor -> remember(tensor, tensor(tensor));
            case Object[] array -> array(array);
            case Collection<?> collection -> collection(collection);
            case Map<?, ?> map -> map(map);
            default -> value.getClass().isArray() ? remember(value, cloned(value)) : value;
        };
    }

    private Object remember(Object original, Object copy) {
        var known = memo.putIfAbsent(original, copy);
        return known == null ? copy : known;
    }

    private Tensor tensor(Tensor original) {
        var known = memo.get(original);
        if (known != null) return (Tensor) known;
        if (original instanceof UninitializedParameter lazy && lazy.isLazy()) return lazy.copy();
        if (original instanceof UninitializedBuffer lazy && lazy.isLazy()) return lazy.copy();
        if (!original.isLeaf()) {
            throw new TorchException("Only Tensors created explicitly by the user (graph leaves) support the deepcopy "
                    + "protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a "
                    + "torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001");
        }
        var values = original.detach().clone();
        return switch (original) {
            case Parameter parameter -> new Parameter(values, parameter.requiresGrad());
            case Buffer buffer -> new Buffer(values.requiresGrad_(buffer.requiresGrad()), buffer.persistent());
            default -> values.requiresGrad_(original.requiresGrad());
        };
    }

    private static Object cloned(Object primitives) {
        var length = Array.getLength(primitives);
        var copy = Array.newInstance(primitives.getClass().getComponentType(), length);
        System.arraycopy(primitives, 0, copy, 0, length);
        return copy;
    }

    private Object array(Object[] original) {
        var known = memo.get(original);
        if (known != null) return known;
        var copy = original.clone();
        memo.put(original, copy);
        for (var i = 0; i < copy.length; i++) copy[i] = of(copy[i]);
        return copy;
    }

    private Object collection(Collection<?> original) {
        var known = memo.get(original);
        if (known != null) return known;
        Collection<Object> copy = switch (original) {
            case ArrayList<?> _ -> new ArrayList<>();
            case ArrayDeque<?> _ -> new ArrayDeque<>();
            case LinkedHashSet<?> _ -> new LinkedHashSet<>();
            case HashSet<?> _ -> new HashSet<>();
            default -> null;
        };
        if (copy != null) {
            memo.put(original, copy);
            for (var element : original) copy.add(of(element));
            return copy;
        }
        if (!(original instanceof List<?> list) || list.contains(null)) return original;
        // A list that does not change needs a copy only if what is in it does.
        var elements = list.stream().<Object>map(this::of).toList();
        for (var i = 0; i < elements.size(); i++) {
            if (elements.get(i) != list.get(i)) return remember(original, elements);
        }
        return original;
    }

    private Object map(Map<?, ?> original) {
        var known = memo.get(original);
        if (known != null) return known;
        Map<Object, Object> copy = switch (original) {
            case StateDict _,TreeMap<?, ?> _ -> null;
            case LinkedHashMap<?, ?> _ -> new LinkedHashMap<>();
            case HashMap<?, ?> _ -> new HashMap<>();
            default -> null;
        };
        if (copy == null) return original;
        memo.put(original, copy);
        original.forEach((key, value) -> copy.put(key, of(value)));
        return copy;
    }
}
