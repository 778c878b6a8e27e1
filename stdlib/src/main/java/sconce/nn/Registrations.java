package sconce.nn;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.TypeError;

/// Turns the hooks users write into the few kinds that [Hooks] runs.
final class Registrations {
    private Registrations() {}

    static Hook.Options options(Consumer<Hook.Options> given) {
        var options = new Hook.Options();
        given.accept(options);
        return options;
    }

    static Hooks.Pre pre(Hook.ForwardPre hook) {
        HookList.check(hook);
        return (module, inputs) -> {
            hook.accept(module, inputs);
            return null;
        };
    }

    static Hooks.Pre preReturning(Hook.ForwardPreReturning hook) {
        HookList.check(hook);
        return (module, inputs) -> Hooks.Pre.replaced(hook.apply(module, inputs), inputs);
    }

    static Hooks.Pre pre(Hook.ForwardPreWithKwargs hook) {
        HookList.check(hook);
        return (module, inputs) -> {
            hook.accept(module, inputs, inputs.kwargs());
            return null;
        };
    }

    static Hooks.Pre preReturning(Hook.ForwardPreWithKwargsReturning hook) {
        HookList.check(hook);
        return (module, inputs) -> hook.apply(module, inputs, inputs.kwargs());
    }

    static Hooks.Post post(Hook.Forward hook) {
        HookList.check(hook);
        return (module, inputs, output) -> {
            hook.accept(module, inputs, output(module, Tensor.class, output));
            return null;
        };
    }

    static Hooks.Post postReturning(Hook.ForwardReturning hook) {
        HookList.check(hook);
        return (module, inputs, output) -> hook.apply(module, inputs, output(module, Tensor.class, output));
    }

    static Hooks.Post post(Hook.ForwardWithKwargs hook) {
        HookList.check(hook);
        return (module, inputs, output) -> {
            hook.accept(module, inputs, inputs.kwargs(), output(module, Tensor.class, output));
            return null;
        };
    }

    static Hooks.Post postReturning(Hook.ForwardWithKwargsReturning hook) {
        HookList.check(hook);
        return (module, inputs, output) -> hook.apply(module, inputs, inputs.kwargs(),
                output(module, Tensor.class, output));
    }

    static <R> Hooks.Post post(Class<R> type, Hook.ForwardOf<R> hook) {
        HookList.check(hook);
        return (module, inputs, output) -> {
            hook.accept(module, inputs, output(module, type, output));
            return null;
        };
    }

    static <R> Hooks.Post postReturning(Class<R> type, Hook.ForwardOfReturning<R> hook) {
        HookList.check(hook);
        return (module, inputs, output) -> hook.apply(module, inputs, output(module, type, output));
    }

    /// The output as the type a hook wants; null, when forward failed, passes.
    @SuppressWarnings("NullAway") // A hook that is always called gets null when there is no output.
    private static <R> R output(Module module, Class<R> type, @Nullable Object output) {
        if (output == null || type.isInstance(output)) return type.cast(output);
        var got = TypeNames.ofClass(output.getClass());
        throw new TypeError(module.moduleName() + " returned a " + got + ", and this hook takes a "
                + type.getSimpleName()
                + ": register it with the type, as in registerForwardHook(" + got + ".class, (m, in, out) -> ..)");
    }

    static Hooks.Backward backward(Hook.FullBackward hook) {
        HookList.check(hook);
        return (module, gradInput, gradOutput) -> {
            hook.accept(module, gradInput, gradOutput);
            return null;
        };
    }

    static Hooks.Backward backwardReturning(Hook.FullBackwardReturning hook) {
        HookList.check(hook);
        return (module, gradInput, gradOutput) -> gradients(hook.apply(module, gradInput, gradOutput), gradInput.size(),
                "Backward hook returned an invalid number of grad_input");
    }

    static Hooks.BackwardPre backwardPre(Hook.FullBackwardPre hook) {
        HookList.check(hook);
        return (module, gradOutput) -> {
            hook.accept(module, gradOutput);
            return null;
        };
    }

    static Hooks.BackwardPre backwardPreReturning(Hook.FullBackwardPreReturning hook) {
        HookList.check(hook);
        return (module, gradOutput) -> gradients(hook.apply(module, gradOutput), gradOutput.size(),
                "Backward pre hook returned an invalid number of grad_output");
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<@Nullable Tensor> gradients(@Nullable Object returned, int expected, String problem) {
        List<@Nullable Tensor> gradients = switch (returned) {
            case null -> null;
            case Tensor one -> List.of(one);
            case Tensor[] several -> Arrays.asList(several);
            case List<?> several when several.stream().allMatch(value -> value == null || value instanceof Tensor) ->
                (List<@Nullable Tensor>) several;
            default -> throw new TypeError("a backward hook returns a Tensor, a List of them or null, not a "
                    + TypeNames.of(returned));
        };
        if (gradients != null && gradients.size() != expected) {
            throw new TorchException(problem + ", got " + gradients.size() + ", but expected " + expected);
        }
        return gradients;
    }
}
