package sconce.nn;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.AttributeError;
import sconce.Buffer;
import sconce.KeyError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TypeError;
import sconce.libtorch.NativeScope;

/// What a module has registered: parameters, buffers and modules by name, in the order in which they came.
///
/// Java does not say when a field is assigned, so the fields are looked at when somebody asks, and what changed since
/// the last look is registered as Python's `__setattr__` would have done.
@SuppressWarnings("ReferenceEquality") // Modules and tensors are the same if they are one object.
final class Members {
    private final Module owner;
    private final FieldPlan plan;
    /// What each field of the plan held at the last look; null for what is not registered.
    private final @Nullable Object[] seen;
    // Most modules have one kind of member only, and trees can be large: what is empty is shared.
    Map<String, @Nullable Parameter> parameters = Map.of();
    Map<String, @Nullable Tensor> buffers = Map.of();
    Map<String, @Nullable Module> modules = Map.of();
    Set<String> notPersistent = Set.of();
    /// What is computed from parameters that stand elsewhere: the weight of a module that is pruned or parametrized.
    Map<String, @Nullable Computed> computed = Map.of();
    /// Whether a look is complete; written last, so that who reads it sees what was registered.
    private volatile boolean looked;

    Members(Module owner) {
        this.owner = owner;
        plan = FieldPlan.of(owner.getClass());
        seen = new Object[plan.slots.length];
    }

    private static <T> Map<String, @Nullable T> with(Map<String, @Nullable T> entries, String name, @Nullable T value) {
        var grown = entries.isEmpty() ? new LinkedHashMap<String, @Nullable T>(4) : entries;
        grown.put(name, value);
        return grown;
    }

    private static void remove(Map<String, ?> entries, String name) {
        if (!entries.isEmpty()) entries.remove(name);
    }

    private void setPersistent(String name, boolean persistent) {
        if (!persistent && notPersistent.isEmpty()) notPersistent = new LinkedHashSet<>();
        if (!persistent) notPersistent.add(name);
        else if (!notPersistent.isEmpty()) notPersistent.remove(name);
    }

    /// What a copy of the owner registers, whose fields are copied already.
    Members copyFor(Module copy, Deepcopy deep) {
        var copied = new Members(copy);
        parameters.forEach((name, value) -> copied.parameters = with(copied.parameters, name, deep.of(value)));
        buffers.forEach((name, value) -> copied.buffers = with(copied.buffers, name, lasting(deep.of(value))));
        modules.forEach((name, value) -> copied.modules = with(copied.modules, name, deep.of(value)));
        copied.notPersistent = notPersistent.isEmpty() ? Set.of() : new LinkedHashSet<>(notPersistent);
        computed.forEach((name, value) -> {
            if (value != null) copied.show(name, value.computation());
        });
        for (var slot : plan.slots) {
            if (seen[slot.index] != null) copied.seen[slot.index] = slot.read(copy);
        }
        return copied;
    }

    /// Registers what the fields hold now. Threads that only read may look at the same time.
    Members look() {
        if (!looked || !isUpToDate()) register();
        if (plan.collections.length > 0) plan.warnOfHidden(owner);
        return this;
    }

    private boolean isUpToDate() {
        var slots = plan.slots;
        for (var i = 0; i < slots.length; i++) {
            if (slots[i].read(owner) != seen[i]) return false;
        }
        return true;
    }

    private synchronized void register() {
        var slots = plan.slots;
        for (var i = 0; i < slots.length; i++) {
            var value = slots[i].read(owner);
            if (value != seen[i]) changed(slots[i], value);
        }
        looked = true;
    }

    private void changed(FieldPlan.Slot slot, @Nullable Object value) {
        var shown = computed.get(slot.name);
        if (shown != null) {
            slot.write(owner, shown);
            seen[slot.index] = shown;
            if (value != shown) shown.computation().assign(owner, value);
            return;
        }
        if (value instanceof Computed && slot.field.getType() == Parameter.class) {
            throw wrongKind(value, "parameter", slot.name, "torch.nn.Parameter or None expected");
        }
        if (!isMember(value) && !isRegistered(slot.name)) {
            seen[slot.index] = null;
            return;
        }
        var hidden = plan.slot(slot.name);
        if (hidden != slot && hidden != null && value != null && hidden.read(owner) != null) {
            throw new KeyError("attribute '" + slot.name + "' already exists: the fields " + slot.place() + " and "
                    + hidden.place() + " would both be registered under this name");
        }
        if (value == null && hidden != slot) return;
        keep(slot, accept(slot.name, value, slot));
    }

    /// Remembers what a field holds, and writes it there if a registration hook gave another.
    private void keep(FieldPlan.Slot slot, @Nullable Object value) {
        if (slot.read(owner) != value) write(slot, value, "a registration hook");
        // A plain tensor that is registered as a buffer is remembered too; others are looked at each time.
        seen[slot.index] = value;
    }

    private static boolean isMember(@Nullable Object value) {
        return value instanceof Module
                || ((value instanceof Parameter || value instanceof Buffer) && !(value instanceof Computed));
    }

    boolean isRegistered(String name) {
        return parameters.containsKey(name) || modules.containsKey(name) || buffers.containsKey(name);
    }

    /// Python's `__setattr__`: registers by what the value is, and what the name was before.
    private @Nullable Object accept(String name, @Nullable Object value, FieldPlan.@Nullable Slot slot) {
        if (value instanceof Parameter parameter && !(value instanceof Computed)) {
            remove(buffers, name);
            setPersistent(name, true);
            remove(modules, name);
            return putParameter(name, parameter);
        }
        if (parameters.containsKey(name)) {
            if (value != null) throw wrongKind(value, "parameter", name, "torch.nn.Parameter or None expected");
            return putParameter(name, null);
        }
        if (value instanceof Module module) {
            remove(buffers, name);
            setPersistent(name, true);
            return putModule(name, module);
        }
        if (modules.containsKey(name)) {
            if (value != null) throw wrongKind(value, "child module", name, "torch.nn.Module or None expected");
            return putModule(name, null);
        }
        if (value != null && !(value instanceof Tensor)) {
            throw wrongKind(value, "buffer", name, "torch.nn.Buffer, torch.Tensor or None expected");
        }
        var persistent = value instanceof Buffer buffer ? buffer.persistent() : !notPersistent.contains(name);
        return putBuffer(name, (Tensor) value, persistent);
    }

    private TypeError wrongKind(Object value, String kind, String name, String expected) {
        return new TypeError(
                "cannot assign '" + TypeNames.of(value) + "' as " + kind + " '" + name + "' (" + expected + ")");
    }

    private @Nullable Parameter putParameter(String name, @Nullable Parameter parameter) {
        var accepted = parameter == null ? null : GlobalHooks.parameterRegistered(owner, name, parameter);
        parameters = with(parameters, name, accepted);
        return accepted;
    }

    private @Nullable Module putModule(String name, @Nullable Module module) {
        var accepted = GlobalHooks.moduleRegistered(owner, name, module);
        modules = with(modules, name, accepted);
        return accepted;
    }

    private @Nullable Tensor putBuffer(String name, @Nullable Tensor tensor, boolean persistent) {
        var accepted = lasting(GlobalHooks.bufferRegistered(owner, name, tensor));
        buffers = with(buffers, name, accepted);
        if (persistent == notPersistent.contains(name)) setPersistent(name, persistent);
        return accepted;
    }

    /// A module outlives the scope in which it gets a plain tensor as a buffer.
    private static @Nullable Tensor lasting(@Nullable Tensor tensor) {
        return tensor == null ? null : NativeScope.outlive(tensor);
    }

    /// Stands for `register_parameter`.
    void registerParameter(String name, @Nullable Tensor value) {
        look();
        checkName("parameter", name, "parameter name can't contain \".\"");
        checkFree(name, parameters, "registerParameter");
        if (value != null && !(value instanceof Parameter)) {
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' object to parameter '" + name
                    + "' (torch.nn.Parameter or None required)");
        }
        store(name, putParameter(name, (Parameter) value), "registerParameter");
    }

    /// Stands for `register_buffer`.
    void registerBuffer(String name, @Nullable Tensor value, boolean persistent) {
        look();
        checkName("buffer", name, "buffer name can't contain \".\"");
        checkFree(name, buffers, "registerBuffer");
        var slot = plan.slot(name);
        // A field of type Buffer takes a Buffer; elsewhere the tensor stays what it is.
        var tensor = value != null && slot != null && !slot.holds(value) && slot.field.getType() == Buffer.class
                ? new Buffer(value, persistent)
                : value;
        store(name, putBuffer(name, tensor, persistent), "registerBuffer");
    }

    /// Stands for `add_module`.
    void addModule(String name, @Nullable Module module) {
        look();
        requireName("module", name);
        checkFree(name, modules, "addModule");
        checkName("module", name, "module name can't contain \".\", got: " + name);
        store(name, putModule(name, module), "addModule");
    }

    private static void requireName(String kind, @Nullable String name) {
        if (name == null) throw new TypeError(kind + " name should be a string. Got NoneType");
    }

    private static void checkName(String kind, String name, String dotted) {
        requireName(kind, name);
        if (name.contains(".")) throw new KeyError(dotted);
        if (name.isEmpty()) throw new KeyError(kind + " name can't be empty string \"\"");
    }

    private void checkFree(String name, Map<String, ?> kind, String by) {
        if (kind.containsKey(name) || !has(name)) return;
        var taken = new KeyError("attribute '" + name + "' already exists");
        taken.addWhere(by + "(\"" + name + "\", ..): " + holder(name));
        throw taken;
    }

    /// What stands under a name already, as messages say it.
    private String holder(String name) {
        var slot = plan.slot(name);
        var field = slot == null ? plan.field(name) : slot.field;
        var kind = parameters.containsKey(name) ? "a parameter"
                : buffers.containsKey(name) ? "a buffer"
                        : modules.containsKey(name) ? "a child module" : null;
        if (field == null) {
            return owner.moduleName() + " has " + (kind != null ? kind : "an attribute or method") + " of this name";
        }
        return "the field " + field.getDeclaringClass().getSimpleName() + "." + field.getName() + " holds "
                + (kind != null ? kind : "a value") + " already";
    }

    /// Python's `hasattr`: whether the name stands for something already.
    private boolean has(String name) {
        if (isRegistered(name) || computed.containsKey(name) || name.equals("training") || name.equals("forward")) {
            return true;
        }
        var slot = plan.slot(name);
        if (slot != null) return slot.read(owner) != null;
        return plan.declares(name);
    }

    /// Writes what was registered by name into the field of that name, if there is one.
    private void store(String name, @Nullable Object value, String by) {
        var slot = plan.slot(name);
        if (slot == null) return;
        if (slot.read(owner) != value) write(slot, value, by + "(\"" + name + "\", ..)");
        seen[slot.index] = value;
    }

    private void write(FieldPlan.Slot slot, @Nullable Object value, String by) {
        if (slot.isFinal()) {
            throw new KeyError("attribute '" + slot.name + "' already exists: the field " + slot.place()
                    + " is final, so " + by + " cannot write it");
        }
        if (!slot.holds(value)) {
            throw new KeyError("attribute '" + slot.name + "' already exists: the field " + slot.place() + " is a "
                    + slot.field.getType().getSimpleName() + ", so " + by + " cannot write a "
                    + Objects.requireNonNull(value).getClass().getSimpleName() + " to it");
        }
        slot.write(owner, value);
    }

    /// Python's `setattr`: checks kinds, registers, then writes the field.
    void set(String name, @Nullable Object value) {
        look();
        if (name.equals("training")) {
            if (!(value instanceof Boolean training)) throw new TypeError("training is a boolean");
            owner.training = training;
            return;
        }
        var shown = computed.get(name);
        if (shown != null) {
            shown.computation().assign(owner, value);
            return;
        }
        var slot = plan.slot(name);
        if (slot != null && !slot.holds(value)) {
            if (isRegistered(name) && !isMember(value)) accept(name, value, slot);
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' to the field " + slot.place()
                    + ", which is a " + slot.field.getType().getSimpleName());
        }
        if (isMember(value) || isRegistered(name)) {
            if (slot == null && !isRegistered(name) && plan.declares(name)) {
                throw new KeyError("attribute '" + name + "' already exists");
            }
            if (slot == null) checkName("attribute", name, "attribute name can't contain \".\", got: " + name);
            var accepted = accept(name, value, slot);
            if (slot != null) keep(slot, accepted);
            return;
        }
        setPlain(name, value);
    }

    private void setPlain(String name, @Nullable Object value) {
        var field = plan.field(name);
        if (field == null) throw missing(name);
        try {
            field.set(owner, value);
        } catch (IllegalAccessException | IllegalArgumentException wrong) {
            throw new TypeError("cannot assign '" + TypeNames.of(value) + "' to the field " + owner.moduleName() + "."
                    + name + ", which is a " + field.getType().getSimpleName());
        }
    }

    /// Python's `getattr`: what is registered under the name, or the field of that name.
    @Nullable
    Object get(String name) {
        look();
        var shown = computed.get(name);
        if (shown != null) return shown.value();
        if (parameters.containsKey(name)) return parameters.get(name);
        if (buffers.containsKey(name)) return buffers.get(name);
        if (modules.containsKey(name)) return modules.get(name);
        if (name.equals("training")) return owner.training;
        var field = plan.field(name);
        if (field == null) throw missing(name);
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether `getattr` would find something.
    boolean hasAttribute(String name) {
        look();
        return isRegistered(name) || computed.containsKey(name) || name.equals("training") || plan.declares(name);
    }

    AttributeError missing(String name) {
        return new AttributeError("'" + owner.getClass().getSimpleName() + "' object has no attribute '" + name + "'");
    }

    /// Python's `delattr`: takes a name out of its registry and empties the field.
    void delete(String name) {
        look();
        if (!isRegistered(name)) throw missing(name);
        remove(parameters, name);
        remove(buffers, name);
        setPersistent(name, true);
        remove(modules, name);
        store(name, null, "delete");
    }

    /// Puts another tensor in the place of a registered one that is no Buffer object, in its field too.
    void replaceBuffer(String name, Tensor tensor) {
        buffers = with(buffers, name, lasting(tensor));
        var slot = plan.slot(name);
        if (slot != null && !slot.isFinal()) store(name, tensor, "a move");
    }

    /// Puts another parameter in the place of a registered one.
    void replaceParameter(String name, Parameter parameter) {
        parameters = with(parameters, name, parameter);
        store(name, parameter, "a load");
    }

    /// From now on a name is no longer registered but shows what is computed, in its field too.
    void compute(String name, Computation computation) {
        look();
        remove(parameters, name);
        remove(buffers, name);
        setPersistent(name, true);
        show(name, computation);
    }

    private void show(String name, Computation computation) {
        var slot = plan.slot(name);
        var shown = Computed.of(owner, computation, slot == null ? Parameter.class : slot.field.getType());
        computed = with(computed, name, shown);
        place(slot, shown);
    }

    /// A name is no longer computed but registered again, with this value, which its field holds too.
    void restore(String name, Tensor value) {
        remove(computed, name);
        if (computed.isEmpty()) computed = Map.of();
        var slot = plan.slot(name);
        if (value instanceof Parameter parameter) {
            place(slot, putParameter(name, parameter));
        } else {
            var fits = slot == null || slot.holds(value);
            place(slot, putBuffer(name, fits ? value : new Buffer(value), true));
        }
    }

    /// What computes the parameter of this name, or null.
    @Nullable
    Computation computation(String name) {
        var shown = look().computed.get(name);
        return shown == null ? null : shown.computation();
    }

    /// Writes a field without registering, a final one too.
    private void place(FieldPlan.@Nullable Slot slot, @Nullable Object value) {
        if (slot == null) return;
        slot.write(owner, value);
        seen[slot.index] = value;
    }

    /// Puts another tensor in the place of a parameter or buffer for a while, in its field too.
    ///
    /// @return what puts the old one back, and gives what stood there instead
    Supplier<@Nullable Tensor> lend(String name, Tensor tensor) {
        look();
        var slot = plan.slot(name);
        var isParameter = parameters.containsKey(name);
        var lent = slot == null || slot.holds(tensor) ? tensor
                : (Tensor) Computed.of(owner, Computation.constant(tensor), slot.field.getType());
        var before = isParameter ? parameters.get(name) : buffers.get(name);
        if (isParameter) {
            var shown = lent instanceof Parameter parameter ? parameter
                    : (Parameter) Computed.of(owner, Computation.constant(tensor), Parameter.class);
            parameters.put(name, shown);
            place(slot, shown);
        } else {
            buffers.put(name, lent);
            place(slot, lent);
        }
        return () -> {
            var after = isParameter ? look().parameters.get(name) : look().buffers.get(name);
            if (isParameter) parameters.put(name, (Parameter) before);
            else buffers.put(name, before);
            place(slot, before);
            return after == null || after == lent || after instanceof Computed ? tensor : after;
        };
    }
}
