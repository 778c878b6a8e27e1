package sconce.libtorch;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.AnomalyMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRef;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/// libtorch's recording of operations and its backward pass.
public final class NativeAutograd {
    private static final Set<HookLife.Hook> HOOKS = Collections.synchronizedSet(
            Collections.newSetFromMap(new IdentityHashMap<>()));

    private NativeAutograd() {}

    /// Whether this thread records operations.
    public static boolean isGradEnabled() {
        Libtorch.ready();
        return GradMode.is_enabled();
    }

    /// Switches this thread's recording of operations on or off.
    public static void setGradEnabled(boolean enabled) {
        Libtorch.ready();
        GradMode.set_enabled(enabled);
    }

    /// Whether this thread is in inference mode.
    public static boolean isInferenceMode() {
        Libtorch.ready();
        return InferenceMode.is_enabled();
    }

    /// Enters inference mode (or leaves it, if `enabled` is false) until the result is closed, on this thread.
    public static AutoCloseable inferenceMode(boolean enabled) {
        Libtorch.ready();
        return new InferenceMode(enabled);
    }

    /// Whether backward passes look for the operation that made a NaN.
    public static boolean isAnomalyEnabled() {
        Libtorch.ready();
        return AnomalyMode.is_enabled();
    }

    /// Whether that search looks at every gradient.
    public static boolean isAnomalyCheckingNan() {
        Libtorch.ready();
        return AnomalyMode.should_check_nan();
    }

    /// Switches the search for the operation that made a NaN.
    public static void setAnomalyEnabled(boolean enabled, boolean checkNan) {
        Libtorch.ready();
        AnomalyMode.set_enabled(enabled, checkNan);
    }

    /// Makes the tensor one whose operations are recorded, or not.
    public static void setRequiresGrad(TensorHandle tensor, boolean requiresGrad) {
        run(tensor, t -> t.requires_grad_(requiresGrad));
    }

    /// Keeps the gradient of a tensor that is not a leaf.
    public static void retainGrad(TensorHandle tensor) { run(tensor, TensorBase::retain_grad); }

    /// Whether the gradient of a tensor that is not a leaf is kept.
    public static boolean retainsGrad(TensorHandle tensor) {
        try {
            return tensor.pointer().retains_grad();
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// The gradient that backward passes have summed up, or null.
    public static @Nullable TensorHandle grad(TensorHandle tensor) {
        try {
            var grad = tensor.pointer().grad();
            return grad == null || !grad.defined() ? null : Hosts.wrap(new Tensor(grad));
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// Replaces the gradient; null drops it.
    public static void setGrad(TensorHandle tensor, @Nullable TensorHandle grad) {
        try {
            var place = tensor.pointer().mutable_grad();
            if (grad == null) place.reset();
            else
                place.put(grad.pointer());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
            Reference.reachabilityFence(grad);
        }
    }

    /// Lets `tensor` show the values of `source`, as PyTorch's `tensor.data = source`.
    public static void setData(TensorHandle tensor, TensorHandle source) {
        try {
            tensor.pointer().set_data(source.pointer());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
            Reference.reachabilityFence(source);
        }
    }

    /// The values of the tensor without its history, with a version counter of their own: PyTorch's `tensor.data`.
    public static TensorHandle data(TensorHandle tensor) {
        try {
            return Hosts.wrap(tensor.pointer().variable_data());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// What waits for the end of the backward pass on this thread; null where none runs that sums up gradients.
    private static final ThreadLocal<@Nullable Set<Runnable>> AFTER = new ThreadLocal<>();

    /// Runs `action` once when the backward pass on this thread has ended, if it is one that sums up gradients.
    public static void afterBackward(Runnable action) {
        var waiting = AFTER.get();
        if (waiting != null) waiting.add(action);
    }

    private static void accumulate(Runnable pass) {
        var outer = AFTER.get();
        var waiting = new LinkedHashSet<Runnable>();
        AFTER.set(waiting);
        try {
            pass.run();
        } finally {
            if (outer == null) AFTER.remove();
            else AFTER.set(outer);
        }
        waiting.forEach(Runnable::run);
    }

    /// Runs the backward pass from `tensor`.
    ///
    /// @param gradient the gradient of the result, null for ones if the tensor has one element
    /// @param retainGraph whether the graph can be used again; null: as `createGraph`
    /// @param createGraph whether the gradients are recorded too
    /// @param inputs the leaves to collect gradients in; null: all
    public static void backward(TensorHandle tensor, @Nullable TensorHandle gradient, @Nullable Boolean retainGraph,
            boolean createGraph, @Nullable List<? extends TensorHandle> inputs) {
        try (var retain = optional(retainGraph);
                var start = gradient == null ? new Tensor() : new Tensor(gradient.pointer());
                var vector = inputs == null ? null : vector(inputs);
                var array = vector == null ? null : new TensorArrayRef(vector);
                var chosen = array == null ? new TensorArrayRefOptional() : new TensorArrayRefOptional(array)) {
            accumulate(() -> tensor.pointer().backward(start, retain, createGraph, chosen));
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
            Reference.reachabilityFence(gradient);
            Reference.reachabilityFence(inputs);
        }
    }

    /// Runs one backward pass from several tensors.
    ///
    /// @param gradients the gradients of the tensors, null elements for those without history
    public static void backward(List<? extends TensorHandle> tensors, List<? extends @Nullable TensorHandle> gradients,
            @Nullable Boolean retainGraph, boolean createGraph, @Nullable List<? extends TensorHandle> inputs) {
        try (var from = vector(tensors);
                var starts = vector(gradients);
                var retain = optional(retainGraph);
                var into = vector(inputs == null ? List.of() : inputs)) {
            accumulate(() -> torch.backward(from, starts, retain, createGraph, into));
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensors);
            Reference.reachabilityFence(gradients);
            Reference.reachabilityFence(inputs);
        }
    }

    /// The gradients of `outputs` with respect to `inputs`, in their order, null where there is none.
    ///
    /// @param gradients the gradients of the outputs, null elements for ones
    public static List<@Nullable TensorHandle> grad(List<? extends TensorHandle> outputs,
            List<? extends TensorHandle> inputs,
            List<? extends @Nullable TensorHandle> gradients, @Nullable Boolean retainGraph, boolean createGraph,
            boolean allowUnused) {
        try (var from = vector(outputs);
                var to = vector(inputs);
                var starts = vector(gradients);
                var retain = optional(retainGraph);
                var results = torch.grad(from, to, starts, retain, createGraph, allowUnused)) {
            var grads = new ArrayList<@Nullable TensorHandle>();
            for (var i = 0L; i < results.size(); i++) {
                var grad = results.get(i);
                grads.add(grad.defined() ? Hosts.wrap(new Tensor(grad)) : null);
            }
            return grads;
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(outputs);
            Reference.reachabilityFence(inputs);
            Reference.reachabilityFence(gradients);
        }
    }

    /// Calls `hook` with the tensor's gradient whenever one is computed; what it returns, unless null, replaces it.
    ///
    /// The hook is kept until it is removed, since libtorch does not tell when the tensor goes; [HookLife] is for hooks
    /// that are made again and again.
    ///
    /// @return what takes the hook off again
    public static Runnable registerHook(TensorHandle tensor, UnaryOperator<@Nullable TensorHandle> hook) {
        var kept = HookLife.Hook.of(hook);
        try {
            var number = tensor.pointer().register_hook(kept);
            HOOKS.add(kept);
            return () -> removeHook(tensor, number, kept);
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    private static void removeHook(TensorHandle tensor, int number, HookLife.Hook kept) {
        try {
            tensor.pointer().remove_hook(number);
        } finally {
            if (HOOKS.remove(kept)) kept.retire();
            Reference.reachabilityFence(tensor);
        }
    }

    /// What the operation that made `tensor` gives its inputs, in the operation's order, when `gradient` comes to the
    /// tensor; null elements where there is none.
    public static List<@Nullable TensorHandle> inputGradients(TensorHandle tensor, TensorHandle gradient) {
        try (var arriving = new TensorVector(); var node = tensor.pointer().grad_fn()) {
            if (node == null || node.isNull()) return List.of();
            for (var i = 0; i < node.num_inputs(); i++) {
                try (var none = new Tensor()) {
                    arriving.push_back(i == tensor.pointer().output_nr() ? gradient.pointer() : none);
                }
            }
            try (var leaving = node.apply(arriving)) {
                var gradients = new ArrayList<@Nullable TensorHandle>();
                for (var i = 0L; i < leaving.size(); i++) {
                    var one = leaving.get(i);
                    gradients.add(one.defined() ? Hosts.wrap(new Tensor(one)) : null);
                }
                return gradients;
            }
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
            Reference.reachabilityFence(gradient);
        }
    }

    private static void run(TensorHandle tensor, java.util.function.Consumer<Tensor> action) {
        try {
            action.accept(tensor.pointer());
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    private static BoolOptional optional(@Nullable Boolean value) {
        return value == null ? new BoolOptional() : new BoolOptional(value.booleanValue());
    }

    private static TensorVector vector(List<? extends @Nullable TensorHandle> tensors) {
        var vector = new TensorVector();
        for (var tensor : tensors) {
            if (tensor == null) {
                try (var undefined = new Tensor()) {
                    vector.push_back(undefined);
                }
            } else {
                vector.push_back(tensor.pointer());
            }
        }
        return vector;
    }
}
