package sconce.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.AnomalyMode;
import sconce.Kwargs;
import sconce.Tensor;
import sconce.TypeError;
import sconce.Warnings;

/// A module's call: pre-hooks, forward, hooks, in the order and with the rules of `Module._call_impl`.
final class Calls {
    private static final Hooks NONE = new Hooks();

    private Calls() {}

    /// Whether nothing is hooked into a call of this module.
    static boolean isPlain(Module module) {
        module.absorb();
        return (module.hooks == null || !module.hooks.onCalls()) && !GlobalHooks.ALL.onCalls()
                && !AnomalyMode.isOn();
    }

    /// Calls the class's own forward.
    static @Nullable Object invoke(Module module, @Nullable Object... given) {
        var kwargs = Kwargs.NONE;
        @Nullable
        Object[] inputs = given;
        if (given.length > 0 && given[given.length - 1] instanceof Kwargs named) {
            kwargs = named;
            inputs = Arrays.copyOf(given, given.length - 1, Object[].class);
        } else if (given.getClass() != Object[].class) {
            inputs = Arrays.copyOf(given, given.length, Object[].class);
        }
        var dispatch = ForwardDispatch.of(module.getClass());
        if (!isPlain(module)) {
            return hooked(module, new Inputs(inputs, kwargs), in -> dispatch.call(module, in.values(), in.kwargs()));
        }
        var stack = CallStack.enter(module);
        try {
            return dispatch.call(module, inputs, kwargs);
        } catch (RuntimeException thrown) {
            throw stack.located(thrown, inputs);
        } finally {
            stack.leave();
        }
    }

    /// Runs hooks around a forward of one tensor; a pre-hook that gives other inputs makes the class's overload decide.
    static Tensor hooked(Module module, UnaryOperator<Tensor> forward, Tensor x) {
        return tensor(module, hooked(module, new Inputs(new Object[] { x }, Kwargs.NONE),
                in -> in.size() == 1 && in.kwargs().isEmpty() && in.at(0) instanceof Tensor only ? forward.apply(only)
                        : dispatched(module, in)));
    }

    /// Runs hooks around a forward of two tensors.
    static Tensor hooked(Module module, BinaryOperator<Tensor> forward, Tensor x1, Tensor x2) {
        return tensor(module, hooked(module, new Inputs(new Object[] { x1, x2 }, Kwargs.NONE),
                in -> in.size() == 2 && in.kwargs().isEmpty() && in.at(0) instanceof Tensor first
                        && in.at(1) instanceof Tensor second ? forward.apply(first, second) : dispatched(module, in)));
    }

    private static @Nullable Object dispatched(Module module, Inputs in) {
        return ForwardDispatch.of(module.getClass()).call(module, in.values(), in.kwargs());
    }

    /// Runs hooks around `forward`.
    static @Nullable Object hooked(Module module, Inputs given, Function<Inputs, @Nullable Object> forward) {
        var own = module.hooks == null ? NONE : module.hooks;
        var ran = new ArrayList<HookList.Entry<Hooks.Post>>();
        var inputs = given;
        Object result = null;
        var stack = CallStack.enter(module);
        try {
            inputs = runPre(module, own, inputs);
            var boundary = BackwardBoundary.of(module, own);
            if (boundary != null) inputs = boundary.inputs(inputs);
            if (AnomalyMode.isOn()) inputs = stack.watchInputs(inputs);
            result = forward.apply(inputs);
            result = runPost(module, GlobalHooks.ALL.forward, inputs, result, ran);
            result = runPost(module, own.forward, inputs, result, ran);
            if (boundary != null) result = boundary.outputs(result);
            if (AnomalyMode.isOn()) result = stack.watchOutput(result);
            result = BackwardBoundary.watchOperation(module, GlobalHooks.ALL.oldBackward, result);
            return BackwardBoundary.watchOperation(module, own.oldBackward, result);
        } catch (RuntimeException thrown) {
            var told = stack.located(thrown, given.values());
            result = runAlways(module, GlobalHooks.ALL.forward, "global module", inputs, result, ran);
            runAlways(module, own.forward, "module", inputs, result, ran);
            throw told;
        } finally {
            stack.leave();
        }
    }

    private static Inputs runPre(Module module, Hooks own, Inputs given) {
        var inputs = given;
        for (var entry : GlobalHooks.ALL.forwardPre.entries()) inputs = orElse(entry.hook.run(module, inputs), inputs);
        for (var entry : own.forwardPre.entries()) inputs = orElse(entry.hook.run(module, inputs), inputs);
        return inputs;
    }

    private static Inputs orElse(@Nullable Inputs replaced, Inputs before) {
        return replaced == null ? before : replaced;
    }

    private static @Nullable Object runPost(Module module, HookList<Hooks.Post> hooks, Inputs inputs,
            @Nullable Object output, List<HookList.Entry<Hooks.Post>> ran) {
        var result = output;
        for (var entry : hooks.entries()) {
            if (entry.alwaysCall) ran.add(entry);
            var replaced = entry.hook.run(module, inputs, result);
            if (replaced != null) result = replaced;
        }
        return result;
    }

    /// After a failure, runs the hooks that are always called and did not run yet.
    private static @Nullable Object runAlways(Module module, HookList<Hooks.Post> hooks, String whose, Inputs inputs,
            @Nullable Object output, List<HookList.Entry<Hooks.Post>> ran) {
        var result = output;
        for (var entry : hooks.entries()) {
            if (!entry.alwaysCall || ran.contains(entry)) continue;
            try {
                var replaced = entry.hook.run(module, inputs, result);
                if (replaced != null) result = replaced;
            } catch (RuntimeException second) {
                Warnings.warn(
                        whose + " forward hook with ``always_call=True`` raised an exception that was silenced as "
                                + "another error was raised in forward: " + second.getMessage());
            }
        }
        return result;
    }

    /// The result as an `R`.
    static <R> R as(Module module, Class<R> type, @Nullable Object result) {
        return cast(type, result, "what " + module.moduleName() + ".forward returned");
    }

    static <R> R cast(Class<R> type, @Nullable Object value, String what) {
        if (type.isInstance(value)) return type.cast(value);
        throw new TypeError(
                what + " is a " + (value == null ? "null" : TypeNames.ofClass(value.getClass())) + ", not a "
                        + type.getSimpleName());
    }

    /// The result as a tensor.
    static Tensor tensor(Module module, @Nullable Object result) {
        if (result instanceof Tensor tensor) return tensor;
        throw new TypeError(result == null
                ? module.moduleName() + ".forward returned nothing: use invoke(..) if that is meant"
                : module.moduleName() + ".forward returned a " + TypeNames.ofClass(result.getClass())
                        + ", not a Tensor: use invoke(..), or invoke(" + TypeNames.ofClass(result.getClass())
                        + ".class, ..)");
    }
}
