package sconce.nn;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TorchException;
import sconce.TypeError;
import sconce.libtorch.NativeScope;

/// Copies a module with all that belongs to it: parameters, buffers, tensors, modules, and the collections that hold
/// them, of the JDK's kinds, records and optionals included. What is shared within the original is shared within the copy; hooks and other objects are the same ones.
@SuppressWarnings({ "ReferenceEquality", "UndefinedEquals" }) // Which object it is decides whether it is copied.
class Deepcopy {
    private final IdentityHashMap<Object, Object> memo = new IdentityHashMap<>();

    Module module(@Nullable Module original) {
        if (original == null) throw new TypeError("deepcopy takes a module, not null");
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
            if (deep == value) return;
            if (!field.getType().isInstance(deep)) throw refused(value);
            field.set(copy, deep);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T of(@Nullable T value) {
        return (T) switch (value) {
            case null -> null;
            case Module module -> module(module);
            case Computed computed -> computed;
            case Tensor tensor -> remember(tensor, tensor(tensor));
            case Object[] array -> array(array);
            case Collection<?> collection -> collection(collection);
            case Map<?, ?> map -> map(map);
            case Map.Entry<?, ?> entry -> entry(entry);
            case Optional<?> optional when optional.isPresent() -> remember(optional, optional.map(this::of));
            case AtomicReference<?> reference -> reference(reference);
            case Record row -> row(row);
            default -> value.getClass().isArray() ? remember(value, cloned(value)) : value;
        };
    }

    private Object remember(Object original, Object copy) {
        var known = memo.putIfAbsent(original, copy);
        return known == null ? copy : known;
    }

    /// Tells `action` of every module that was copied, and of its copy.
    final void modules(BiConsumer<Module, Module> action) {
        memo.forEach((original, copy) -> {
            if (original instanceof Module module) action.accept(module, (Module) copy);
        });
    }

    private Tensor tensor(Tensor original) {
        var known = memo.get(original);
        return known != null ? (Tensor) known : copyOf(original);
    }

    /// A copy of a tensor that was not met before.
    Tensor copyOf(Tensor original) {
        if (original instanceof UninitializedParameter lazy && lazy.isLazy()) return lazy.copy();
        if (original instanceof UninitializedBuffer lazy && lazy.isLazy()) return lazy.copy();
        if (!original.isLeaf()) {
            throw new TorchException("Only Tensors created explicitly by the user (graph leaves) support the deepcopy "
                    + "protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a "
                    + "torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001");
        }
        // The copy keeps it beyond the scope in which it is made.
        var values = NativeScope.outlive(original.detach().clone());
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
        var copy = JdkCollections.emptied(original);
        if (copy != null) {
            memo.put(original, copy);
            for (var element : original) copy.add(of(element));
            return copy;
        }
        // What does not change needs a copy only if what is in it does.
        var elements = new ArrayList<@Nullable Object>();
        var changed = false;
        for (var element : original) {
            var deep = of(element);
            elements.add(deep);
            changed |= deep != element;
        }
        return changed ? remember(original, orRefused(original, JdkCollections.like(original, elements))) : original;
    }

    private Object map(Map<?, ?> original) {
        var known = memo.get(original);
        if (known != null) return known;
        var copy = JdkCollections.emptied(original);
        if (copy != null) {
            memo.put(original, copy);
            original.forEach((key, value) -> copy.put(of(key), of(value)));
            return copy;
        }
        var entries = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        var changed = false;
        for (var entry : original.entrySet()) {
            var key = of(entry.getKey());
            var value = of(entry.getValue());
            entries.put(key, value);
            changed |= key != entry.getKey() || value != entry.getValue();
        }
        return changed ? remember(original, orRefused(original, JdkCollections.like(original, entries))) : original;
    }

    private static Object orRefused(Object original, @Nullable Object copy) {
        if (copy == null) throw refused(original);
        return copy;
    }

    private static TypeError refused(Object holder) {
        return new TypeError("cannot deepcopy a " + TypeNames.of(holder) + " that holds modules or tensors: "
                + "keep them in a ModuleList, a ModuleDict or a collection of java.util");
    }

    private Object entry(Map.Entry<?, ?> original) {
        var key = of(original.getKey());
        var value = of(original.getValue());
        if (original instanceof AbstractMap.SimpleEntry)
            return remember(original, new AbstractMap.SimpleEntry<>(key, value));
        if (key == original.getKey() && value == original.getValue()) return original;
        return remember(original, new AbstractMap.SimpleImmutableEntry<>(key, value));
    }

    private Object reference(AtomicReference<?> original) {
        var known = memo.get(original);
        if (known != null) return known;
        var copy = new AtomicReference<@Nullable Object>();
        memo.put(original, copy);
        copy.set(of(original.get()));
        return copy;
    }

    /// A record with copied components; the same one if there is nothing to copy.
    private Object row(Record original) {
        var known = memo.get(original);
        if (known != null) return known;
        var components = original.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        var changed = false;
        try {
            for (var i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var field = original.getClass().getDeclaredField(components[i].getName());
                field.setAccessible(true);
                var value = field.get(original);
                values[i] = types[i].isPrimitive() ? value : of(value);
                changed |= !types[i].isPrimitive() && values[i] != value;
            }
            if (!changed) return original;
            var constructor = original.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return remember(original, constructor.newInstance(values));
        } catch (InaccessibleObjectException closed) {
            return original;
        } catch (ReflectiveOperationException failed) {
            throw refused(original);
        }
    }
}
