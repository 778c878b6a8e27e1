package sconce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An operation that brings its own backward. Stands for `torch.autograd.Function`.
///
/// `forward` runs without being recorded; what `backward` needs it leaves in the context. `backward` gets the gradients of
/// the outputs and gives those of the inputs, null for what has none.
///
/// ```java
/// class Exp extends CustomFunction {
///     protected Tensor forward(Context ctx, Object... in) {
///         var y = ((Tensor) in[0]).exp();
///         ctx.saveForBackward(y);
///         return y;
///     }
///     protected Tensor backward(Context ctx, Tensor... grad) { return grad[0].mul(ctx.savedTensors().get(0)); }
/// }
/// new Exp().apply(Torch.zeros(2).requiresGrad_())   // tensor([1., 1.], grad_fn=<ExpBackward>)
/// ```
public abstract class CustomFunction {
    /// A function without state: one object serves many calls.
    protected CustomFunction() {}

    /// Computes the output, or several in an array or list, without recording.
    protected abstract Object forward(Context ctx, @Nullable Object... inputs);

    /// The gradients of the inputs from those of the outputs: a tensor for one input, an array or list for several, with
    /// null for what has none.
    protected abstract @Nullable Object backward(Context ctx, Tensor... gradOutputs);

    /// Whether the gradients cannot be differentiated again. Stands for `@once_differentiable`; false unless overridden.
    protected boolean onceDifferentiable() { return false; }

    /// Computes the one output. Stands for `MyFunction.apply(*inputs)`.
    public final Tensor apply(@Nullable Object... inputs) {
        var outputs = applyAll(inputs);
        if (outputs.size() == 1) return outputs.getFirst();
        throw new TypeError(name() + " gives " + outputs.size() + " outputs: use applyAll(..)");
    }

    /// Computes all outputs.
    public final List<Tensor> applyAll(@Nullable Object... inputs) {
        return new CustomCall(this, inputs == null ? new @Nullable Object[] { null } : inputs).run();
    }

    /// The name of its class, as in `<ScaledExpBackward>`.
    final String name() {
        Class<?> type = getClass();
        while (type.isAnonymousClass()) type = type.getSuperclass();
        return type.getSimpleName();
    }

    /// What `forward` leaves for `backward`. Stands for Python's `ctx`.
    @SuppressWarnings("ReferenceEquality") // Tensors are the same if they are one object.
    public static final class Context {
        private final List<@Nullable Tensor> saved = new ArrayList<>();
        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final List<Boolean> needsInputGrad;
        final Set<Tensor> dirty = Collections.newSetFromMap(new IdentityHashMap<>());
        final Set<Tensor> nonDifferentiable = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean materializeGrads = true;
        private final CustomCall call;

        Context(CustomCall call, List<Boolean> needsInputGrad) {
            this.call = call;
            this.needsInputGrad = needsInputGrad;
        }

        /// Keeps inputs and outputs; null keeps its place.
        public void saveForBackward(@Nullable Tensor... tensors) {
            saved.clear();
            saved.addAll(Arrays.asList(tensors));
        }

        /// What [#saveForBackward] kept.
        public List<Tensor> savedTensors() { return call.unpacked(saved); }

        /// Keeps the values of outputs instead of the outputs.
        void replaceSaved(List<Tensor> outputs, List<Tensor> values) {
            saved.replaceAll(tensor -> {
                for (var i = 0; i < outputs.size(); i++) if (outputs.get(i) == tensor) return values.get(i);
                return tensor;
            });
        }

        /// Keeps something else by name: Python's `ctx.factor = factor`.
        public void set(String name, @Nullable Object value) { values.put(name, value); }

        /// What was kept under this name.
        ///
        /// @throws AttributeError if nothing was
        @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals", "NullAway" }) // The caller knows what it kept.
        public <T> T get(String name) {
            if (!values.containsKey(name)) {
                throw new AttributeError("'" + call.name() + "' object has no attribute '" + name + "'");
            }
            return (T) values.get(name);
        }

        /// For each input whether its gradient is wanted.
        public List<Boolean> needsInputGrad() { return needsInputGrad; }

        /// Whether the gradient of one input is wanted.
        public boolean needsInputGrad(int input) { return needsInputGrad.get(input); }

        /// Says that `forward` changed these inputs in place; it returns them too.
        public void markDirty(Tensor... tensors) { dirty.addAll(Arrays.asList(tensors)); }

        /// Says that these outputs have no gradient.
        public void markNonDifferentiable(Tensor... tensors) { nonDifferentiable.addAll(Arrays.asList(tensors)); }

        /// Whether `backward` gets zeros, or null, for an output that nothing depended on; true by default.
        public void setMaterializeGrads(boolean value) { materializeGrads = value; }
    }
}
