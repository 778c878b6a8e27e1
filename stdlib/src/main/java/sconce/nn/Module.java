package sconce.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.AttributeError;
import sconce.DType;
import sconce.Device;
import sconce.HookHandle;
import sconce.MemoryFormat;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;

/// The base of all layers and models. Stands for `torch.nn.Module`.
///
/// A subclass writes a `forward` with whatever parameters it likes, and keeps its parts in fields: what holds a [Module],
/// a [Parameter] or a [sconce.Buffer] is registered under the field's name when somebody asks, superclass fields first, then
/// in the order of declaration. Calling the module ([#call]) runs its hooks and forward.
///
/// ```java
/// class Scale extends Module {
///     Parameter factor = new Parameter(Torch.tensor(2.0));
///     Tensor forward(Tensor x) { return x.mul(factor); }
/// }
/// new Scale().namedParameters().keySet()   // [factor]
/// ```
public class Module implements Cloneable {
    boolean training = true;
    private volatile @Nullable Members members;
    @Nullable
    Hooks hooks;

    /// The hook that waits for a lazy module's first call, or null.
    @Nullable
    HookHandle awaitsInput;

    /// A module without parts.
    @SuppressWarnings("this-escape")
    public Module() {
        if (this instanceof LazyModule lazy) Lazy.arm(this, lazy);
    }

    final Members members() {
        var known = members;
        return known == null ? firstMembers() : known;
    }

    private synchronized Members firstMembers() {
        var known = members;
        if (known == null) members = known = new Members(this);
        return known;
    }

    /// A copy of `module` with parameters, buffers and modules of its own. Stands for `copy.deepcopy(module)`.
    ///
    /// What stands at two places in the original stands at two places in the copy; hooks are kept.
    ///
    /// @throws TorchException if a field holds a tensor that was computed with gradients
    @SuppressWarnings("unchecked") // A copy has its original's class.
    public static <M extends Module> M deepcopy(M module) { return (M) new Deepcopy().module(module); }

    /// The same object once more, with hooks of its own but without members.
    final Module shallowCopy() {
        try {
            var copy = (Module) clone();
            copy.members = null;
            if (hooks != null) copy.hooks = new Hooks(hooks);
            if (awaitsInput != null) {
                copy.hooks = null;
                Lazy.arm(copy, (LazyModule) copy);
            }
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Takes off the hooks on calls, all but the one by which a lazy module waits for its first input.
    final void dropCallHooks() {
        if (awaitsInput == null && hooks != null) hooks = hooks.withoutCalls();
    }

    /// Before a call: what was assigned to a field that shows a computed parameter goes where it belongs.
    final void absorb() {
        var known = members;
        if (known != null && !known.computed.isEmpty()) known.look();
    }

    final void takeMembers(Members copied) { members = copied; }

    /// A lazy module becomes what it stands for.
    final void settle() {
        if (awaitsInput != null) awaitsInput.remove();
        awaitsInput = null;
    }

    // ---- calls

    /// Runs the hooks and the class's own `forward`, which returns a tensor. Stands for `module(*inputs, **kwargs)`.
    ///
    /// Arguments by name come last: `call(x, Torch.kwargs("factor", 10))`.
    ///
    /// @throws sconce.NotImplementedError if the class has no forward
    /// @throws sconce.TypeError if no forward takes these inputs, or it returns something else; see [#invoke]
    public Tensor call(@Nullable Object... inputs) { return Calls.tensor(this, invoke(inputs)); }

    /// Runs the hooks and the class's own `forward`, whatever that returns.
    public @Nullable Object invoke(@Nullable Object... inputs) {
        return Calls.invoke(this, inputs == null ? new @Nullable Object[] { null } : inputs);
    }

    /// Runs the hooks and the class's own `forward`, which returns an `R`.
    public <R> R invoke(Class<R> type, @Nullable Object... inputs) { return Calls.as(this, type, invoke(inputs)); }

    /// What a layer's typed `call` does: runs hooks around `forward` without any reflection.
    ///
    /// `public Tensor call(Tensor x) { return run(this::forward, x); }`
    protected final Tensor run(UnaryOperator<Tensor> forward, Tensor x) {
        if (!Calls.isPlain(this)) return Calls.hooked(this, forward, x);
        var stack = CallStack.enter(this);
        try {
            return forward.apply(x);
        } catch (RuntimeException thrown) {
            throw stack.located(thrown, x);
        } finally {
            stack.leave();
        }
    }

    /// The same for a forward of two tensors.
    protected final Tensor run(BinaryOperator<Tensor> forward, Tensor x1, Tensor x2) {
        if (!Calls.isPlain(this)) return Calls.hooked(this, forward, x1, x2);
        var stack = CallStack.enter(this);
        try {
            return forward.apply(x1, x2);
        } catch (RuntimeException thrown) {
            throw stack.located(thrown, x1, x2);
        } finally {
            stack.leave();
        }
    }

    // ---- registration

    /// Registers a parameter by name, in the field of that name if there is one; null keeps the place empty. Stands for
    /// `register_parameter`.
    ///
    /// @throws sconce.KeyError if the name is empty, has a dot or is taken
    /// @throws sconce.TypeError if the tensor is no [Parameter]
    public void registerParameter(String name, @Nullable Tensor parameter) {
        members().registerParameter(name, parameter);
    }

    /// Registers a buffer by name that is part of the state dict. Stands for `register_buffer`.
    ///
    /// @throws sconce.KeyError if the name is empty, has a dot or is taken
    public void registerBuffer(String name, @Nullable Tensor tensor) { registerBuffer(name, tensor, true); }

    /// Registers a buffer by name; `persistent` says whether it is part of the state dict.
    public void registerBuffer(String name, @Nullable Tensor tensor, boolean persistent) {
        members().registerBuffer(name, tensor, persistent);
    }

    /// Registers a child by name, in the field of that name if there is one. Stands for `add_module`.
    ///
    /// @throws sconce.KeyError if the name is empty, has a dot or is taken
    public void addModule(String name, @Nullable Module module) { members().addModule(name, module); }

    /// The same as [#addModule]. Stands for `register_module`.
    public void registerModule(String name, @Nullable Module module) { addModule(name, module); }

    /// Assigns an attribute by name, with Python's checks of kinds. Stands for `setattr(module, name, value)`.
    ///
    /// @throws sconce.TypeError if the name is registered as another kind, or its field has another type
    public void set(String name, @Nullable Object value) { members().set(name, value); }

    /// The parameter, buffer, child or field of this name. Stands for `getattr(module, name)`.
    ///
    /// @throws AttributeError if there is none
    public @Nullable Object get(String name) { return members().get(name); }

    /// Takes a name out of the registry and empties its field. Stands for `delattr(module, name)`.
    ///
    /// @throws AttributeError if nothing is registered under it
    public void delete(String name) { members().delete(name); }

    // ---- traversal

    /// The direct children, each once.
    public List<Module> children() { return List.copyOf(namedChildren().values()); }

    /// The direct children by name, each once. Stands for `named_children`.
    public SequencedMap<String, Module> namedChildren() { return Traversal.namedChildren(this); }

    /// This module and all below it, each once.
    public List<Module> modules() { return List.copyOf(namedModules().values()); }

    /// This module, under the empty name, and all below it by dotted name, each once. Stands for `named_modules`.
    public SequencedMap<String, Module> namedModules() { return namedModules(null, "", true); }

    /// The same with names that begin with `prefix`.
    public SequencedMap<String, Module> namedModules(String prefix) { return namedModules(null, prefix, true); }

    /// The same with all of PyTorch's arguments.
    ///
    /// @param memo modules to leave out; those found are added
    /// @param removeDuplicate whether a module that stands at several places is listed once
    public SequencedMap<String, Module> namedModules(@Nullable Set<Module> memo, String prefix,
            boolean removeDuplicate) {
        return Traversal.namedModules(this, memo, prefix, removeDuplicate);
    }

    /// All parameters, each once.
    public List<Parameter> parameters() { return parameters(true); }

    /// The parameters; without `recurse` only this module's own.
    public List<Parameter> parameters(boolean recurse) {
        return List.copyOf(namedParameters("", recurse, true).values());
    }

    /// All parameters by dotted name, each once. Stands for `named_parameters`.
    public SequencedMap<String, Parameter> namedParameters() { return namedParameters("", true, true); }

    /// The parameters by name, with all of PyTorch's arguments.
    public SequencedMap<String, Parameter> namedParameters(String prefix, boolean recurse, boolean removeDuplicate) {
        return Traversal.namedMembers(this, prefix, recurse, removeDuplicate, own -> own.parameters);
    }

    /// All buffers, each once.
    public List<Tensor> buffers() { return buffers(true); }

    /// The buffers; without `recurse` only this module's own.
    public List<Tensor> buffers(boolean recurse) { return List.copyOf(namedBuffers("", recurse, true).values()); }

    /// All buffers by dotted name, each once. Stands for `named_buffers`.
    public SequencedMap<String, Tensor> namedBuffers() { return namedBuffers("", true, true); }

    /// The buffers by name, with all of PyTorch's arguments.
    public SequencedMap<String, Tensor> namedBuffers(String prefix, boolean recurse, boolean removeDuplicate) {
        return Traversal.namedMembers(this, prefix, recurse, removeDuplicate, own -> own.buffers);
    }

    /// The module at a dotted path; the empty path is this module. Stands for `get_submodule`.
    ///
    /// @throws AttributeError if there is none
    public Module getSubmodule(String target) { return Traversal.submodule(this, target); }

    /// The module of type `M` at a dotted path.
    public <M extends Module> M getSubmodule(String target, Class<M> type) {
        return Calls.cast(type, getSubmodule(target), "`" + target + "`");
    }

    /// Puts a module at a dotted path; the last name may be new. Stands for `set_submodule`.
    ///
    /// @throws ValueError if the path is empty
    /// @throws AttributeError if the way there does not exist
    public void setSubmodule(String target, Module module) { setSubmodule(target, module, false); }

    /// The same; `strict` wants that a module stands there already.
    public void setSubmodule(String target, Module module, boolean strict) {
        Traversal.setSubmodule(this, target, module, strict);
    }

    /// The parameter at a dotted path. Stands for `get_parameter`.
    ///
    /// @throws AttributeError if there is none
    public Parameter getParameter(String target) { return Traversal.parameter(this, target); }

    /// The buffer at a dotted path. Stands for `get_buffer`.
    ///
    /// @throws AttributeError if there is none
    public Tensor getBuffer(String target) { return Traversal.buffer(this, target); }

    /// Calls `action` with every module below this one, children before their parent, and then with this one.
    public Module apply(Consumer<? super Module> action) {
        members().look().modules.forEach((name, child) -> {
            if (child == null) return;
            try (var trail = Trail.enter(this, name, child, "apply")) {
                child.apply(action);
            }
        });
        action.accept(this);
        return this;
    }

    // ---- modes and gradients

    /// Whether the module is in training mode. Stands for the attribute `training`.
    public boolean training() { return training; }

    /// Puts the whole tree in training mode.
    public Module train() { return train(true); }

    /// Puts the whole tree in training mode, or in evaluation mode.
    public Module train(boolean mode) {
        training = mode;
        members().look().modules.forEach((name, child) -> {
            if (child == null) return;
            try (var trail = Trail.enter(this, name, child, "train")) {
                child.train(mode);
            }
        });
        return this;
    }

    /// Puts the whole tree in evaluation mode.
    public Module eval() { return train(false); }

    /// Lets gradients be computed for all parameters. Stands for `requires_grad_`.
    public Module requiresGrad_() { return requiresGrad_(true); }

    /// Lets gradients be computed for all parameters, or freezes them.
    public Module requiresGrad_(boolean requiresGrad) {
        parameters().forEach(parameter -> parameter.requiresGrad_(requiresGrad));
        return this;
    }

    /// Drops the gradients of all parameters. Stands for `zero_grad`.
    public void zeroGrad() { zeroGrad(true); }

    /// Drops the gradients of all parameters, or fills them with zeros.
    public void zeroGrad(boolean setToNone) { Moves.zeroGrad(this, setToNone); }

    // ---- moves

    /// Casts floating point parameters and buffers to a floating point or complex dtype, in place.
    ///
    /// @throws sconce.TypeError if the dtype is neither
    public Module to(DType dtype) { return to(null, dtype, false, null); }

    /// Moves parameters and buffers to a device, in place.
    public Module to(Device device) { return to(device, null, false, null); }

    /// Moves parameters and buffers to the device of this name, in place.
    public Module to(String device) { return to(Device.of(device)); }

    /// Moves and casts in one step.
    public Module to(Device device, DType dtype) { return to(device, dtype, false, null); }

    /// Moves and casts in one step.
    public Module to(String device, DType dtype) { return to(Device.of(device), dtype); }

    /// Moves and casts to where and what `other` is.
    public Module to(Tensor other) { return to(other.device(), other.dtype()); }

    /// Gives four-dimensional parameters and buffers an order of dimensions in memory.
    public Module to(MemoryFormat memoryFormat) { return to(null, null, false, memoryFormat); }

    /// Moves and casts, with all of PyTorch's arguments.
    public Module to(@Nullable Device device, @Nullable DType dtype, boolean nonBlocking,
            @Nullable MemoryFormat memoryFormat) {
        return move(Moves.to(device, dtype, nonBlocking, memoryFormat), true);
    }

    /// Moves parameters and buffers to a device without copying their values. Stands for `to_empty`.
    public Module toEmpty(Device device) { return toEmpty(device, true); }

    /// The same with the device's name.
    public Module toEmpty(String device) { return toEmpty(Device.of(device), true); }

    /// The same; without `recurse` only this module's own.
    public Module toEmpty(Device device, boolean recurse) { return move(Moves.empty(device), recurse); }

    /// Casts all parameters and buffers.
    public Module type(DType dtype) { return move(tensor -> tensor.to(dtype), true); }

    /// Casts floating point parameters and buffers to float32. Stands for `float()`.
    public Module toFloat() { return move(Moves.cast(DType.float32), true); }

    /// Casts floating point parameters and buffers to float64. Stands for `double()`.
    public Module toDouble() { return move(Moves.cast(DType.float64), true); }

    /// Casts floating point parameters and buffers to float16.
    public Module half() { return move(Moves.cast(DType.float16), true); }

    /// Casts floating point parameters and buffers to bfloat16.
    public Module bfloat16() { return move(Moves.cast(DType.bfloat16), true); }

    /// Moves parameters and buffers to the processor.
    public Module cpu() { return to(Device.CPU); }

    /// Moves parameters and buffers to the first CUDA device.
    public Module cuda() { return to(Device.of("cuda")); }

    /// Moves parameters and buffers to a CUDA device.
    public Module cuda(int device) { return to(new Device("cuda", device)); }

    /// Gives all parameters, gradients and buffers what `change` makes of them; the parameters stay the same objects.
    /// Stands for `_apply`, which layers that cache something override.
    protected Module move(UnaryOperator<Tensor> change, boolean recurse) {
        Moves.apply(this, change, recurse);
        return this;
    }

    // ---- state

    /// What this module saves, by dotted name; the tensors share its memory. Stands for `state_dict`.
    public StateDict stateDict() { return stateDict(null, "", false); }

    /// The same with names that begin with `prefix`.
    public StateDict stateDict(String prefix) { return stateDict(null, prefix, false); }

    /// The same; with `keepVars` the parameters themselves rather than detached tensors.
    public StateDict stateDict(boolean keepVars) { return stateDict(null, "", keepVars); }

    /// The same with all of PyTorch's arguments.
    ///
    /// @param destination where to put the entries; null for a new one
    public StateDict stateDict(@Nullable StateDict destination, String prefix, boolean keepVars) {
        var target = destination == null ? new StateDict() : destination;
        StateDicts.save(this, target, prefix, keepVars);
        return target;
    }

    /// Copies saved values into this module's parameters and buffers. Stands for `load_state_dict`.
    ///
    /// @throws TorchException naming all that is missing, unexpected or of another shape
    public LoadResult loadStateDict(Map<String, ?> state) { return loadStateDict(state, true, false); }

    /// The same; without `strict` missing and unexpected names are only reported.
    public LoadResult loadStateDict(Map<String, ?> state, boolean strict) {
        return loadStateDict(state, strict, false);
    }

    /// The same; with `assign` the given tensors take the place of what the module holds, dtype and device included.
    public LoadResult loadStateDict(Map<String, ?> state, boolean strict, boolean assign) {
        return StateDicts.load(this, state, strict, assign);
    }

    /// What a module saves beside its tensors. A subclass that overrides it overrides [#setExtraState] too.
    public Object getExtraState() { throw noExtraState("get_extra_state"); }

    /// Takes what [#getExtraState] saved.
    public void setExtraState(Object state) { throw noExtraState("set_extra_state"); }

    private static TorchException noExtraState(String method) {
        return new TorchException("Reached a code path in Module." + method
                + "() that should never be called. Please file an issue at "
                + "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug.");
    }

    final boolean hasExtraState() { return FieldPlan.of(getClass()).hasExtraState; }

    /// The version of the form in which the class saves its state. Stands for `_version`.
    protected long version() { return 1; }

    /// Saves what this module itself holds. Stands for `_save_to_state_dict`.
    protected void saveToStateDict(StateDict destination, String prefix, boolean keepVars) {
        StateDicts.saveOwn(this, destination, prefix, keepVars);
    }

    /// Takes what this module itself holds. Stands for `_load_from_state_dict`; layers override it to read older forms.
    protected void loadFromStateDict(StateDict state, String prefix, Map<String, Object> localMetadata, boolean strict,
            List<String> missingKeys, List<String> unexpectedKeys, List<String> errorMessages) {
        StateDicts.loadOwn(this, state, prefix, localMetadata, strict, missingKeys, unexpectedKeys, errorMessages);
    }

    // ---- hooks

    final Hooks hooks() {
        var known = hooks;
        if (known == null) hooks = known = new Hooks();
        return known;
    }

    /// Calls `hook` before each forward. Stands for `register_forward_pre_hook`.
    public HookHandle registerForwardPreHook(Hook.ForwardPre hook) { return registerForwardPreHook(hook, o -> {}); }

    /// The same with options.
    public HookHandle registerForwardPreHook(Hook.ForwardPre hook, Consumer<Hook.Options> options) {
        return hooks().forwardPre.add(Registrations.pre(hook), Registrations.options(options));
    }

    /// The same for a hook that sees the named arguments too: `with_kwargs=True`.
    public HookHandle registerForwardPreHook(Hook.ForwardPreWithKwargs hook) {
        return registerForwardPreHook(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerForwardPreHook(Hook.ForwardPreWithKwargs hook, Consumer<Hook.Options> options) {
        return hooks().forwardPre.add(Registrations.pre(hook), Registrations.options(options));
    }

    /// Calls `hook` before each forward; what it returns replaces the inputs.
    public HookHandle registerForwardPreHookReturning(Hook.ForwardPreReturning hook) {
        return registerForwardPreHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerForwardPreHookReturning(Hook.ForwardPreReturning hook, Consumer<Hook.Options> options) {
        return hooks().forwardPre.add(Registrations.preReturning(hook), Registrations.options(options));
    }

    /// The same for a hook that sees and replaces the named arguments too.
    public HookHandle registerForwardPreHookReturning(Hook.ForwardPreWithKwargsReturning hook) {
        return registerForwardPreHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerForwardPreHookReturning(Hook.ForwardPreWithKwargsReturning hook,
            Consumer<Hook.Options> options) {
        return hooks().forwardPre.add(Registrations.preReturning(hook), Registrations.options(options));
    }

    /// Calls `hook` after each forward that returned a tensor. Stands for `register_forward_hook`.
    public HookHandle registerForwardHook(Hook.Forward hook) { return registerForwardHook(hook, o -> {}); }

    /// The same with options.
    public HookHandle registerForwardHook(Hook.Forward hook, Consumer<Hook.Options> options) {
        return hooks().forward.add(Registrations.post(hook), Registrations.options(options));
    }

    /// The same for a hook that sees the named arguments too: `with_kwargs=True`.
    public HookHandle registerForwardHook(Hook.ForwardWithKwargs hook) { return registerForwardHook(hook, o -> {}); }

    /// The same with options.
    public HookHandle registerForwardHook(Hook.ForwardWithKwargs hook, Consumer<Hook.Options> options) {
        return hooks().forward.add(Registrations.post(hook), Registrations.options(options));
    }

    /// The same for a forward that returns something else than a tensor.
    public <R> HookHandle registerForwardHook(Class<R> output, Hook.ForwardOf<R> hook) {
        return hooks().forward.add(Registrations.post(output, hook));
    }

    /// Calls `hook` after each forward; what it returns replaces the output.
    public HookHandle registerForwardHookReturning(Hook.ForwardReturning hook) {
        return registerForwardHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerForwardHookReturning(Hook.ForwardReturning hook, Consumer<Hook.Options> options) {
        return hooks().forward.add(Registrations.postReturning(hook), Registrations.options(options));
    }

    /// The same for a hook that sees the named arguments too.
    public HookHandle registerForwardHookReturning(Hook.ForwardWithKwargsReturning hook) {
        return registerForwardHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerForwardHookReturning(Hook.ForwardWithKwargsReturning hook,
            Consumer<Hook.Options> options) {
        return hooks().forward.add(Registrations.postReturning(hook), Registrations.options(options));
    }

    /// The same for a forward that returns something else than a tensor.
    public <R> HookHandle registerForwardHookReturning(Class<R> output, Hook.ForwardOfReturning<R> hook) {
        return hooks().forward.add(Registrations.postReturning(output, hook));
    }

    /// Calls `hook` in each backward pass, when the gradients of the inputs are known. Stands for
    /// `register_full_backward_hook`.
    public HookHandle registerFullBackwardHook(Hook.FullBackward hook) {
        return registerFullBackwardHook(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerFullBackwardHook(Hook.FullBackward hook, Consumer<Hook.Options> options) {
        refuseBoth(hooks().oldBackward);
        return hooks().backward.add(Registrations.backward(hook), Registrations.options(options));
    }

    /// The same; what the hook returns replaces the gradients of the inputs.
    public HookHandle registerFullBackwardHookReturning(Hook.FullBackwardReturning hook) {
        return registerFullBackwardHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerFullBackwardHookReturning(Hook.FullBackwardReturning hook,
            Consumer<Hook.Options> options) {
        refuseBoth(hooks().oldBackward);
        return hooks().backward.add(Registrations.backwardReturning(hook), Registrations.options(options));
    }

    /// Calls `hook` in each backward pass, when the gradients of the outputs come. Stands for
    /// `register_full_backward_pre_hook`.
    public HookHandle registerFullBackwardPreHook(Hook.FullBackwardPre hook) {
        return registerFullBackwardPreHook(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerFullBackwardPreHook(Hook.FullBackwardPre hook, Consumer<Hook.Options> options) {
        return hooks().backwardPre.add(Registrations.backwardPre(hook), Registrations.options(options));
    }

    /// The same; what the hook returns replaces the gradients of the outputs.
    public HookHandle registerFullBackwardPreHookReturning(Hook.FullBackwardPreReturning hook) {
        return registerFullBackwardPreHookReturning(hook, o -> {});
    }

    /// The same with options.
    public HookHandle registerFullBackwardPreHookReturning(Hook.FullBackwardPreReturning hook,
            Consumer<Hook.Options> options) {
        return hooks().backwardPre.add(Registrations.backwardPreReturning(hook), Registrations.options(options));
    }

    /// Calls `hook` with the gradients of the last operation of forward, whose inputs need not be this module's. Stands for
    /// the deprecated `register_backward_hook`; what PyTorch lets such a hook return is not taken here.
    ///
    /// @throws TorchException if there are full backward hooks already
    public HookHandle registerBackwardHook(Hook.FullBackward hook) {
        refuseBoth(hooks().backward);
        return hooks().oldBackward.add(hook);
    }

    private static void refuseBoth(HookList<?> others) {
        if (!others.isEmpty()) {
            throw new TorchException(
                    "Cannot use both regular backward hooks and full backward hooks on a single Module. "
                            + "Please use only one of them.");
        }
    }

    /// Calls `hook` before this module saves its state. Stands for `register_state_dict_pre_hook`.
    public HookHandle registerStateDictPreHook(Hook.StateDictPre hook) { return hooks().stateDictPre.add(hook); }

    /// Calls `hook` after this module saved its state. Stands for `register_state_dict_post_hook`.
    public HookHandle registerStateDictPostHook(Hook.StateDictPost hook) { return hooks().stateDictPost.add(hook); }

    /// Calls `hook` before this module takes its state. Stands for `register_load_state_dict_pre_hook`.
    public HookHandle registerLoadStateDictPreHook(Hook.LoadStateDictPre hook) { return hooks().loadPre.add(hook); }

    /// Calls `hook` after this module took its state. Stands for `register_load_state_dict_post_hook`.
    public HookHandle registerLoadStateDictPostHook(Hook.LoadStateDictPost hook) { return hooks().loadPost.add(hook); }

    // ---- text

    /// The name in the printed form: the class's simple name, an anonymous class's nearest named superclass; a lazy layer's
    /// superclass once it has seen an input; with `Parametrized` before it where [Parametrize] is at work. Stands for
    /// `_get_name`.
    public String moduleName() {
        Class<?> type = getClass();
        while (type.isAnonymousClass()
                || (awaitsInput == null && LazyModule.class.isAssignableFrom(type))) {
            type = type.getSuperclass();
        }
        var known = members;
        return known != null && Parametrize.isParametrized(known) ? "Parametrized" + type.getSimpleName()
                : type.getSimpleName();
    }

    /// What the printed form shows in brackets; several lines are set below each other. Stands for `extra_repr`.
    public String extraRepr() { return ""; }

    /// PyTorch's `repr`: the tree of modules.
    @Override
    public String toString() { return Repr.of(this); }
}
