package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.HookHandle;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TorchException;

/// Hooks for all modules at once. Stands for the functions `register_module_*` of `torch.nn.modules.module`.
///
/// They run before a module's own. Those for calls see outputs of any type.
///
/// ```java
/// var names = new ArrayList<String>();
/// try (var handle = GlobalHooks.registerModuleForwardHook((m, in, out) -> names.add(m.moduleName()))) {
///     new Sequential(new Sequential()).call(Torch.tensor(1));
/// }
/// names   // [Sequential, Sequential]
/// ```
public final class GlobalHooks {
    static final Hooks ALL = new Hooks();
    private static final HookList<Hook.Registration<Parameter>> PARAMETERS = new HookList<>();
    private static final HookList<Hook.Registration<Tensor>> BUFFERS = new HookList<>();
    private static final HookList<Hook.Registration<Module>> MODULES = new HookList<>();

    private GlobalHooks() {}

    /// Sees the inputs of every call. Stands for `register_module_forward_pre_hook`.
    public static HookHandle registerModuleForwardPreHook(Hook.ForwardPre hook) {
        return ALL.forwardPre.add(Registrations.pre(hook));
    }

    /// May replace the inputs of every call.
    public static HookHandle registerModuleForwardPreHookReturning(Hook.ForwardPreReturning hook) {
        return ALL.forwardPre.add(Registrations.preReturning(hook));
    }

    /// Sees the output of every call. Stands for `register_module_forward_hook`.
    public static HookHandle registerModuleForwardHook(Hook.ForwardOf<@Nullable Object> hook) {
        return registerModuleForwardHook(hook, o -> {});
    }

    /// Sees the output of every call; `alwaysCall` is the option that counts.
    @SuppressWarnings("NullAway") // The hook's type says that an output may be null.
    public static HookHandle registerModuleForwardHook(Hook.ForwardOf<@Nullable Object> hook,
            Consumer<Hook.Options> options) {
        return ALL.forward.add((module, inputs, output) -> {
            hook.accept(module, inputs, output);
            return null;
        }, Registrations.options(options));
    }

    /// May replace the output of every call.
    @SuppressWarnings("NullAway") // The hook's type says that an output may be null.
    public static HookHandle registerModuleForwardHookReturning(Hook.ForwardOfReturning<@Nullable Object> hook) {
        return ALL.forward.add(hook::apply);
    }

    /// Sees the gradients of every module. Stands for `register_module_full_backward_hook`.
    public static HookHandle registerModuleFullBackwardHook(Hook.FullBackward hook) {
        refuseBoth(ALL.oldBackward);
        return ALL.backward.add(Registrations.backward(hook));
    }

    /// May replace the gradients of every module's inputs.
    public static HookHandle registerModuleFullBackwardHookReturning(Hook.FullBackwardReturning hook) {
        refuseBoth(ALL.oldBackward);
        return ALL.backward.add(Registrations.backwardReturning(hook));
    }

    /// Sees the gradients of every module's outputs. Stands for `register_module_full_backward_pre_hook`.
    public static HookHandle registerModuleFullBackwardPreHook(Hook.FullBackwardPre hook) {
        return ALL.backwardPre.add(Registrations.backwardPre(hook));
    }

    /// May replace the gradients of every module's outputs.
    public static HookHandle registerModuleFullBackwardPreHookReturning(Hook.FullBackwardPreReturning hook) {
        return ALL.backwardPre.add(Registrations.backwardPreReturning(hook));
    }

    /// Sees the gradients of the last operation of every module. Stands for the deprecated
    /// `register_module_backward_hook`.
    ///
    /// @throws TorchException if there are full backward hooks for all modules
    public static HookHandle registerModuleBackwardHook(Hook.FullBackward hook) {
        refuseBoth(ALL.backward);
        return ALL.oldBackward.add(hook);
    }

    private static void refuseBoth(HookList<?> others) {
        if (!others.isEmpty()) {
            throw new TorchException(
                    "Cannot use both regular backward hooks and full backward hooks as a global Module "
                            + "hook. Please use only one of them.");
        }
    }

    /// Sees and may replace every parameter that is registered. Stands for
    /// `register_module_parameter_registration_hook`.
    public static HookHandle registerModuleParameterRegistrationHook(Hook.Registration<Parameter> hook) {
        return PARAMETERS.add(hook);
    }

    /// Sees and may replace every buffer that is registered. Stands for `register_module_buffer_registration_hook`.
    public static HookHandle registerModuleBufferRegistrationHook(Hook.Registration<Tensor> hook) {
        return BUFFERS.add(hook);
    }

    /// Sees and may replace every module that is registered. Stands for `register_module_module_registration_hook`.
    public static HookHandle registerModuleModuleRegistrationHook(Hook.Registration<Module> hook) {
        return MODULES.add(hook);
    }

    static Parameter parameterRegistered(Module module, String name, Parameter parameter) {
        var accepted = run(PARAMETERS, module, name, parameter);
        return accepted == null ? parameter : accepted;
    }

    static @Nullable Tensor bufferRegistered(Module module, String name, @Nullable Tensor buffer) {
        return run(BUFFERS, module, name, buffer);
    }

    static @Nullable Module moduleRegistered(Module module, String name, @Nullable Module child) {
        return run(MODULES, module, name, child);
    }

    private static <T> @Nullable T run(HookList<Hook.Registration<T>> hooks, Module module, String name,
            @Nullable T registered) {
        var accepted = registered;
        for (var entry : hooks.entries()) {
            var replaced = entry.hook.apply(module, name, accepted);
            if (replaced != null) accepted = replaced;
        }
        return accepted;
    }
}
