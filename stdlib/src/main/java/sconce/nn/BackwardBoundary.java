package sconce.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.Warnings;
import sconce.libtorch.HookLife;
import sconce.libtorch.NativeAutograd;
import sconce.libtorch.Operators;

/// Lets a module's full backward hooks see the gradients that cross its boundary in one call: the gradients of its
/// outputs when they come, those of its inputs when they leave. Follows `torch.utils.hooks.BackwardHook`.
final class BackwardBoundary {
    private final Module module;
    private final List<Hooks.Backward> hooks = new ArrayList<>();
    private final List<Hooks.BackwardPre> preHooks = new ArrayList<>();
    private int inputCount;
    /// Which inputs are tensors, or null if none of them needs a gradient.
    private int @Nullable [] inputTensors;
    private @Nullable List<@Nullable Tensor> gradOutputs;

    private BackwardBoundary(Module module, Hooks own) {
        this.module = module;
        for (var entry : GlobalHooks.ALL.backward.entries()) hooks.add(entry.hook);
        for (var entry : own.backward.entries()) hooks.add(entry.hook);
        for (var entry : GlobalHooks.ALL.backwardPre.entries()) preHooks.add(entry.hook);
        for (var entry : own.backwardPre.entries()) preHooks.add(entry.hook);
    }

    /// The boundary for one call, or null if no backward hook asks for it.
    static @Nullable BackwardBoundary of(Module module, Hooks own) {
        var all = GlobalHooks.ALL;
        if (all.backward.isEmpty() && all.backwardPre.isEmpty() && own.backward.isEmpty()
                && own.backwardPre.isEmpty()) {
            return null;
        }
        return new BackwardBoundary(module, own);
    }

    /// Lets hooks of the older kind see the gradients of the operation that made the result.
    @SuppressWarnings("unchecked")
    static @Nullable Object watchOperation(Module module, HookList<Hook.FullBackward> hooks, @Nullable Object result) {
        if (hooks.isEmpty() || !(result instanceof Tensor tensor) || tensor.gradFn() == null) return result;
        return HookLife.watch(tensor, gradient -> {
            var inputs = (List<@Nullable Tensor>) (List<?>) NativeAutograd.inputGradients(tensor,
                    java.util.Objects.requireNonNull(gradient));
            for (var entry : hooks.entries()) {
                entry.hook.accept(module, Collections.unmodifiableList(inputs),
                        Collections.singletonList((Tensor) gradient));
            }
            return null;
        }).tensor();
    }

    /// The inputs, watched.
    Inputs inputs(Inputs given) {
        inputCount = given.size();
        var values = given.values().clone();
        inputTensors = watch(values, this::gradientsOfInputs);
        return inputTensors == null ? given : new Inputs(values, given.kwargs());
    }

    /// The output, watched: a tensor, or a list or array of which each tensor is.
    @Nullable
    Object outputs(@Nullable Object result) {
        return switch (result) {
            case Tensor tensor -> {
                var values = new @Nullable Object[] { tensor };
                watchOutputs(values);
                yield values[0];
            }
            case Tensor[] tensors -> {
                var values = Arrays.copyOf(tensors, tensors.length, Object[].class);
                watchOutputs(values);
                yield Arrays.copyOf(values, values.length, Tensor[].class);
            }
            case List<?> list -> {
                var values = list.toArray();
                watchOutputs(values);
                yield Collections.unmodifiableList(Arrays.asList(values));
            }
            case null, default -> {
                Warnings.warn(
                        "For backward hooks to be called, module output should be a Tensor or a tuple of Tensors but "
                                + "received " + TypeNames.of(result));
                yield result;
            }
        };
    }

    private void watchOutputs(@Nullable Object[] values) { watch(values, this::gradientsOfOutputs); }

    private @Nullable Tensor[] gradientsOfInputs(@Nullable Tensor[] gradients) {
        var outputs = gradOutputs;
        if (outputs == null) return gradients;
        List<@Nullable Tensor> current = Arrays.asList(gradients);
        for (var hook : hooks) {
            var replaced = hook.run(module, Collections.unmodifiableList(current), outputs);
            if (replaced != null) current = replaced;
        }
        gradOutputs = null;
        return current.toArray(Tensor[]::new);
    }

    private @Nullable Tensor[] gradientsOfOutputs(@Nullable Tensor[] gradients) {
        List<@Nullable Tensor> current = Arrays.asList(gradients);
        for (var hook : preHooks) {
            var replaced = hook.run(module, Collections.unmodifiableList(current));
            if (replaced != null) current = replaced;
        }
        gradOutputs = Collections.unmodifiableList(current);
        if (inputTensors == null) {
            runWithoutInputs(gradOutputs);
            gradOutputs = null;
        }
        return current.toArray(Tensor[]::new);
    }

    private void runWithoutInputs(List<@Nullable Tensor> outputs) {
        if (hooks.isEmpty()) return;
        Warnings.warn(
                "Full backward hook is firing when gradients are computed with respect to module outputs since no "
                        + "inputs require gradients. See https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html"
                        + "#torch.nn.Module.register_full_backward_hook for more details.");
        var none = Collections.<@Nullable Tensor>nCopies(inputCount, null);
        for (var hook : hooks) {
            var replaced = hook.run(module, none, outputs);
            if (replaced != null && replaced.stream().anyMatch(gradient -> gradient != null)) {
                throw new TorchException("Backward hook for Modules where no input requires gradient should always "
                        + "return None or None for all gradients.");
            }
        }
    }

    /// Replaces the tensors among `values` by equal ones whose gradients go through `hook` together; gives their places,
    /// or null, leaving all as it is, if none of them needs a gradient.
    private static int @Nullable [] watch(@Nullable Object[] values, UnaryOperator<@Nullable Tensor[]> hook) {
        var places = new ArrayList<Integer>();
        var needed = new ArrayList<Integer>();
        for (var i = 0; i < values.length; i++) {
            if (!(values[i] instanceof Tensor tensor)) continue;
            places.add(i);
            if (tensor.requiresGrad()) needed.add(i);
        }
        if (needed.isEmpty() || !Torch.isGradEnabled()) return null;
        if (needed.size() == 1) watchOne(values, needed.getFirst(), hook);
        else
            watchSeveral(values, needed, hook);
        return places.stream().mapToInt(i -> i).toArray();
    }

    private static void watchOne(@Nullable Object[] values, int place, UnaryOperator<@Nullable Tensor[]> hook) {
        var size = values.length;
        values[place] = HookLife.watch((Tensor) values[place], gradient -> {
            var gradients = new @Nullable Tensor[size];
            gradients[place] = (Tensor) gradient;
            return hook.apply(gradients)[place];
        }).tensor();
    }

    /// libtorch offers Java no operation of several inputs and outputs with a backward of its own. So the gradients are
    /// caught where they arrive, a zero that depends on all the tensors waits until the last has come, and carriers
    /// bring what `hook` makes of them to where they belong.
    private static void watchSeveral(@Nullable Object[] values, List<Integer> places,
            UnaryOperator<@Nullable Tensor[]> hook) {
        var gradients = new @Nullable Tensor[values.length];
        var results = new @Nullable Tensor[values.length];
        var nothing = Torch.zeros(new long[0]);
        for (int place : places) {
            var carrier = (Tensor) HookLife.watch((Tensor) values[place], zero -> results[place]).tensor();
            nothing = nothing
                    .add(Operators.<Tensor>call("sum", Operators.<Tensor>call("narrow", carrier.reshape(-1), 0, 0, 0)));
        }
        var waiting = HookLife.watch(nothing, zero -> {
            System.arraycopy(hook.apply(gradients.clone()), 0, results, 0, results.length);
            Arrays.fill(gradients, null);
            return null;
        });
        for (int place : places) {
            var tensor = (Tensor) values[place];
            var watched = tensor.detach().add(((Tensor) waiting.tensor()).to(tensor.dtype()));
            waiting.life().register(watched, gradient -> {
                gradients[place] = (Tensor) gradient;
                return null;
            });
            values[place] = watched;
        }
    }
}
