package sconce.nn;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Warnings;

/// What a class of modules looks like: which of its fields can hold a module or tensor, found by reflection once a class.
///
/// Fields of superclasses come first, then declaration order; private and final ones count, static, transient and
/// synthetic ones never.
final class FieldPlan {
    private static final ClassValue<FieldPlan> PLANS = new ClassValue<>() {
        @Override
        protected FieldPlan computeValue(Class<?> type) { return new FieldPlan(type); }
    };

    /// What Java brings to every module and PyTorch does not have: such a name can be registered all the same.
    private static final Set<String> JAVAS_OWN = Set.of("call", "invoke", "run", "get", "set", "delete", "put",
            "remove",
            "size", "isEmpty", "contains", "containsKey", "iterator", "forEach", "spliterator", "stream", "deepcopy",
            "moduleName", "toString", "hashCode", "equals", "getClass", "notify", "notifyAll", "wait", "clone",
            "finalize", "reversed", "entries", "version", "times", "plus");

    /// So deep lists of lists are looked into, which one that holds itself has no end of.
    private static final int MOST_NESTED = 3;

    /// Fields that can hold what is registered.
    final Slot[] slots;
    /// Fields that can hold a list, an array or a map, whose modules nobody finds.
    final Slot[] collections;
    /// Every instance field, for copies.
    final Field[] all;
    private final Map<String, Slot> byName = new HashMap<>();
    private final Set<String> fieldNames = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Class<?> type;
    /// Whether the class saves something beside its tensors.
    final boolean hasExtraState;
    /// Whether it prints in another way than modules do.
    final boolean hasOwnText;
    volatile boolean warned;

    private FieldPlan(Class<?> type) {
        this.type = type;
        var slots = new ArrayList<Slot>();
        var collections = new ArrayList<Slot>();
        var all = new ArrayList<Field>();
        collect(type, slots, collections, all);
        this.slots = slots.toArray(Slot[]::new);
        this.collections = collections.toArray(Slot[]::new);
        this.all = all.toArray(Field[]::new);
        for (var i = 0; i < this.slots.length; i++) {
            this.slots[i].index = i;
            byName.put(this.slots[i].name, this.slots[i]);
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (var method : c.getDeclaredMethods()) {
                if (counts(method)) methods.add(method.getName());
            }
        }
        hasOwnText = overrides(type, "toString");
        hasExtraState = overrides(type, "setExtraState", Object.class) || overrides(type, "getExtraState");
    }

    private static boolean overrides(Class<?> type, String name, Class<?>... parameters) {
        for (Class<?> c = type; c != null && c != Module.class; c = c.getSuperclass()) {
            for (var method : c.getDeclaredMethods()) {
                if (method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), parameters)) return true;
            }
        }
        return false;
    }

    static FieldPlan of(Class<?> type) { return PLANS.get(type); }

    private static boolean counts(Method method) {
        var own = method.getDeclaringClass().getPackage() == Module.class.getPackage();
        return !method.isSynthetic() && !JAVAS_OWN.contains(method.getName())
                && (Modifier.isPublic(method.getModifiers()) || !own);
    }

    private void collect(Class<?> type, List<Slot> slots, List<Slot> collections, List<Field> all) {
        if (type == Module.class) {
            for (var field : type.getDeclaredFields()) addToAll(field, all);
            return;
        }
        var parent = type.getSuperclass();
        if (parent != null) collect(parent, slots, collections, all);
        for (var field : type.getDeclaredFields()) {
            if (!addToAll(field, all)) continue;
            var modifiers = field.getModifiers();
            if (Modifier.isTransient(modifiers) || field.isSynthetic()) continue;
            fieldNames.add(field.getName());
            if (field.getType().isPrimitive()) continue;
            var slot = new Slot(field);
            if (canHoldMember(field.getType())) slots.add(slot);
            if (canHoldMany(field.getType())) collections.add(slot);
        }
    }

    private static boolean addToAll(Field field, List<Field> all) {
        if (Modifier.isStatic(field.getModifiers())) return false;
        field.setAccessible(true);
        all.add(field);
        return true;
    }

    private static boolean canHoldMember(Class<?> type) {
        return type == Object.class || (type.isInterface() && !Map.class.isAssignableFrom(type))
                || Module.class.isAssignableFrom(type) || Tensor.class.isAssignableFrom(type)
                || type.isAssignableFrom(Module.class) || type.isAssignableFrom(Tensor.class);
    }

    private static boolean canHoldMany(Class<?> type) {
        return type.isArray() ? !type.getComponentType().isPrimitive()
                : type == Object.class
                        || (Iterable.class.isAssignableFrom(type) && !Module.class.isAssignableFrom(type))
                        || Map.class.isAssignableFrom(type);
    }

    /// The field registered under a name, or null.
    @Nullable
    Slot slot(String name) { return byName.get(name); }

    /// Whether the class has a field or method of this name, in PyTorch's spelling or in Java's.
    boolean declares(String name) {
        return fieldNames.contains(name) || methods.contains(name) || methods.contains(camelCase(name));
    }

    /// Whether the class has a method of this name, in PyTorch's spelling or in Java's.
    boolean hasMethod(String name) { return methods.contains(name) || methods.contains(camelCase(name)); }

    /// The field of any type with this name, the most derived class's first, or null.
    @Nullable
    Field field(String name) {
        for (var i = all.length - 1; i >= 0; i--) {
            if (all[i].getName().equals(name) && all[i].getDeclaringClass() != Module.class) return all[i];
        }
        return null;
    }

    private static String camelCase(String name) {
        if (name.indexOf('_') < 0) return name;
        var text = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (c == '_' && i + 1 < name.length() && i > 0) text.append(Character.toUpperCase(name.charAt(++i)));
            else
                text.append(c);
        }
        return text.toString();
    }

    /// Says once a class that a list, array or map hides the modules in it.
    void warnOfHidden(Module module) {
        if (warned) return;
        for (var slot : collections) {
            var value = slot.read(module);
            if (value == null || value instanceof Module || !hides(value)) continue;
            warned = true;
            var declared = slot.field.getType();
            var type = declared == Object.class ? value.getClass() : declared;
            Warnings.warn(slot.place() + " is a plain " + TypeNames.ofClass(type)
                    + ": the modules or parameters in it are not registered, so they are neither trained, saved, moved nor"
                    + " printed. Use ModuleList, ModuleDict, ParameterList or ParameterDict.");
            return;
        }
    }

    /// Whether a list, array, set or map holds modules or parameters, which nobody finds there, or others that do. Only
    /// the first are asked: this is done at every look.
    static boolean hides(@Nullable Object value) { return hides(value, MOST_NESTED); }

    private static boolean hides(@Nullable Object value, int deeper) {
        return switch (value) {
            case Object[] array -> array.length > 0 && isMember(Array.get(array, 0), deeper);
            case List<?> list -> !list.isEmpty() && isMember(list.getFirst(), deeper);
            case Map<?, ?> map -> !map.isEmpty() && isMember(map.values().iterator().next(), deeper);
            case Set<?> set -> !set.isEmpty() && isMember(set.iterator().next(), deeper);
            case null, default -> false;
        };
    }

    private static boolean isMember(@Nullable Object value, int deeper) {
        return value instanceof Module || value instanceof sconce.Parameter || (deeper > 0 && hides(value, deeper - 1));
    }

    @Override
    public String toString() { return type.getName(); }

    /// A field, and the name it registers under.
    static final class Slot {
        final Field field;
        final String name;
        int index;

        Slot(Field field) {
            this.field = field;
            var given = field.getAnnotation(Name.class);
            name = given == null ? field.getName() : given.value();
        }

        @Nullable
        Object read(Module module) {
            try {
                return field.get(module);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        boolean isFinal() { return Modifier.isFinal(field.getModifiers()); }

        boolean holds(@Nullable Object value) { return value == null || field.getType().isInstance(value); }

        void write(Module module, @Nullable Object value) {
            try {
                field.set(module, value);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /// The field as messages name it: `Net.weight`.
        String place() { return field.getDeclaringClass().getSimpleName() + "." + field.getName(); }
    }
}
