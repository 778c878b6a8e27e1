package sconce.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.Autograd;
import sconce.CustomFunction;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;

/// Forgets what a part of a model computed and computes it again in the backward pass: less memory for more time. Stands
/// for `torch.utils.checkpoint`.
///
/// Random numbers are the same the second time. The gradients of parameters go straight to the parameters, as PyTorch's
/// `use_reentrant=True` does it: `Autograd.grad` finds only those of the inputs.
///
/// ```java
/// var part = new Sequential(new Linear(2, 2), new Tanh());
/// var x = Torch.ones(1, 2).requiresGrad_();
/// Checkpoint.checkpoint(part, x).sum().backward();
/// x.grad().shape()   // torch.Size([1, 2])
/// ```
public final class Checkpoint {
    private Checkpoint() {}

    /// A part of a model with several inputs.
    @FunctionalInterface
    public interface Part {
        /// What it computes.
        Tensor run(@Nullable Object... inputs);
    }

    /// Runs a module without keeping what it computes in between.
    public static Tensor checkpoint(Module function, @Nullable Object... args) {
        return checkpoint((Part) function::call, true, args);
    }

    /// Runs a function without keeping what it computes in between.
    public static Tensor checkpoint(UnaryOperator<Tensor> function, Tensor arg) {
        return checkpoint(in -> function.apply((Tensor) java.util.Objects.requireNonNull(in[0])), true, arg);
    }

    /// The same with several inputs; without `preserveRngState` random numbers may differ the second time.
    public static Tensor checkpoint(Part function, boolean preserveRngState, @Nullable Object... args) {
        if (!Torch.isGradEnabled()) return function.run(args);
        // The first one lets the way back begin here even if no input needs a gradient: parameters inside may.
        var all = new @Nullable Object[args.length + 1];
        all[0] = Torch.zeros(new long[0], o -> o.requiresGrad(true));
        System.arraycopy(args, 0, all, 1, args.length);
        return new Recomputed(function, preserveRngState).apply(all);
    }

    /// Runs a sequence in `segments` parts, of which all but the last are checkpointed.
    ///
    /// @throws ValueError if there is no segment, or there are more than modules
    public static Tensor checkpointSequential(Sequential functions, int segments, Tensor input) {
        var modules = new ArrayList<Module>();
        functions.forEach(modules::add);
        if (segments < 1 || segments > modules.size()) {
            throw new ValueError("a sequence of " + modules.size() + " modules cannot be cut into " + segments
                    + " segments");
        }
        var size = modules.size() / segments;
        var x = input;
        for (var i = 0; i < segments - 1; i++) {
            var part = List.copyOf(modules.subList(i * size, (i + 1) * size));
            x = checkpoint(in -> through(part, in), x);
        }
        return through(modules.subList(size * (segments - 1), modules.size()), x);
    }

    private static Tensor through(List<Module> modules, Tensor input) {
        var x = input;
        for (var module : modules) x = module.call(x);
        return x;
    }

    /// Runs once without recording, and once more in the backward pass.
    private static final class Recomputed extends CustomFunction {
        private final Part part;
        private final @Nullable Tensor rngState;

        Recomputed(Part part, boolean preserveRngState) {
            this.part = part;
            rngState = preserveRngState ? Torch.getRngState() : null;
        }

        @Override
        protected Tensor forward(Context ctx, @Nullable Object... inputs) {
            var args = Arrays.copyOfRange(inputs, 1, inputs.length);
            ctx.set("args", args);
            return part.run(args);
        }

        @Override
        protected @Nullable Object backward(Context ctx, Tensor... gradOutputs) {
            @Nullable
            Object[] args = ctx.<@Nullable Object[]>get("args").clone();
            for (var i = 0; i < args.length; i++) {
                if (args[i] instanceof Tensor tensor) args[i] = tensor.detach().requiresGrad_(tensor.requiresGrad());
            }
            try (var recording = Torch.enableGrad()) {
                var output = again(args);
                if (output.requiresGrad()) {
                    Autograd.backward(List.of(output), o -> o.gradTensors(List.of(gradOutputs[0])));
                }
            }
            var gradients = new @Nullable Tensor[args.length + 1];
            for (var i = 0; i < args.length; i++) {
                if (args[i] instanceof Tensor tensor) gradients[i + 1] = tensor.grad();
            }
            return gradients;
        }

        private Tensor again(@Nullable Object[] args) {
            if (rngState == null) return part.run(args);
            try (var fork = Torch.forkRng()) {
                Torch.setRngState(rngState);
                return part.run(args);
            }
        }

        @Override
        protected boolean onceDifferentiable() { return true; }
    }
}
