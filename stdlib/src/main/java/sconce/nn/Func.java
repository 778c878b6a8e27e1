package sconce.nn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Autograd;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;

/// Modules and gradients as functions. Stands for `torch.func`.
///
/// ```java
/// var net = new Linear(1, 1);
/// var state = Map.of("weight", Torch.tensor("[[10.]]"), "bias", Torch.zeros(1));
/// Func.functionalCall(net, state, Torch.tensor("[[3.]]"))   // tensor([[30.]])
/// ```
public final class Func {
    private Func() {}

    /// Options of [#functionalCall], with PyTorch's names and defaults.
    public static final class CallOptions {
        boolean tieWeights = true;
        boolean strict;

        /// Whether a tensor that stands at several places is replaced at all of them; true by default.
        public CallOptions tieWeights(boolean tieWeights) { this.tieWeights = tieWeights; return this; }

        /// Whether exactly the module's names must be given; false by default.
        public CallOptions strict(boolean strict) { this.strict = strict; return this; }
    }

    /// Calls a module with other parameters and buffers, by dotted name, and leaves it as it was. Gradients flow to the
    /// tensors given; [Torch#kwargs] come last, as in [Module#call].
    public static Tensor functionalCall(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            @Nullable Object... args) {
        return functionalCall(module, parametersAndBuffers, o -> {}, args);
    }

    /// The same with options.
    ///
    /// @throws TorchException if `strict` and names are missing or unknown
    public static Tensor functionalCall(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            Consumer<CallOptions> options, @Nullable Object... args) {
        return Calls.tensor(module, functionalInvoke(module, parametersAndBuffers, options, args));
    }

    /// The same with several maps, whose names must differ.
    ///
    /// @throws sconce.ValueError if a name is in two of them
    public static Tensor functionalCall(Module module, List<? extends Map<String, ? extends Tensor>> dicts,
            @Nullable Object... args) {
        return functionalCall(module, FunctionalCalls.merged(dicts), args);
    }

    /// The same for a module that gives something else than a tensor.
    public static @Nullable Object functionalInvoke(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            @Nullable Object... args) {
        return functionalInvoke(module, parametersAndBuffers, o -> {}, args);
    }

    /// The same with options.
    public static @Nullable Object functionalInvoke(Module module, Map<String, ? extends Tensor> parametersAndBuffers,
            Consumer<CallOptions> options, @Nullable Object... args) {
        var o = new CallOptions();
        options.accept(o);
        return FunctionalCalls.run(module, parametersAndBuffers, o.tieWeights, o.strict, args);
    }

    /// The parameters and buffers of several models, each name's stacked.
    ///
    /// @param params by name, leaves of their own
    /// @param buffers by name
    public record StackedState(SequencedMap<String, Tensor> params, SequencedMap<String, Tensor> buffers) {}

    /// Stacks the parameters and buffers of models of one kind, for an ensemble.
    ///
    /// @throws TorchException if there is none, or they differ in class, mode or what is trained
    public static StackedState stackModuleState(List<? extends Module> models) {
        if (models.isEmpty()) throw new TorchException("stack_module_state: Expected at least one model, got 0.");
        var first = models.getFirst();
        if (models.stream().anyMatch(model -> model.training() != first.training())) {
            throw new TorchException("stack_module_state: Expected all models to have the same training/eval mode.");
        }
        if (models.stream().anyMatch(model -> model.getClass() != first.getClass())) {
            throw new TorchException("stack_module_state: Expected all models to be of the same class.");
        }
        return new StackedState(stacked(models.stream().map(Module::namedParameters).toList()),
                stacked(models.stream().map(Module::namedBuffers).toList()));
    }

    private static SequencedMap<String, Tensor> stacked(List<? extends Map<String, ? extends Tensor>> states) {
        var stacked = new LinkedHashMap<String, Tensor>();
        for (var name : states.getFirst().keySet()) {
            var tensors = states.stream().<Tensor>map(state -> state.get(name)).toList();
            var trained = tensors.stream().filter(Tensor::requiresGrad).count();
            if (trained != 0 && trained != tensors.size()) {
                throw new TorchException("Expected " + name + " from each model to have the same .requires_grad");
            }
            stacked.put(name, Torch.stack(tensors).detach().requiresGrad_(trained > 0));
        }
        return stacked;
    }

    /// Lets all batch normalisations of a tree use the statistics of each batch, and keep none; returns the root. Stands for
    /// `replace_all_batch_norm_modules_`.
    public static <M extends Module> M replaceAllBatchNormModules_(M root) {
        root.apply(part -> {
            if (!(part instanceof BatchNormNd norm) || !norm.trackRunningStats) return;
            norm.running_mean = null;
            norm.running_var = null;
            norm.num_batches_tracked = null;
            norm.trackRunningStats = false;
        });
        return root;
    }

    // ---- gradients

    /// A gradient and the value at the same point.
    ///
    /// @param grad the gradient
    /// @param value what the function gave
    public record GradAndValue(Tensor grad, Tensor value) {}

    /// The function that gives the gradient of one that gives a number. Stands for `torch.func.grad`; it can be applied to
    /// its own result.
    ///
    /// ```java
    /// Func.grad(x -> x.pow(2).sum()).apply(Torch.tensor(1.0, 2.0))   // tensor([2., 4.])
    /// Func.grad(Func.grad(x -> x.pow(3))).apply(Torch.tensor(2.0))   // tensor(12.)
    /// ```
    public static UnaryOperator<Tensor> grad(UnaryOperator<Tensor> func) {
        return x -> gradAndValue(func).apply(x).grad;
    }

    /// The same for a function of two tensors, by its first or second (`argnums` 0 or 1).
    public static BinaryOperator<Tensor> grad(BinaryOperator<Tensor> func, int argnums) {
        return (a, b) -> Differentiated.at(in -> func.apply(in.get(0), in.get(1)), List.of(a, b), argnums).grad;
    }

    /// The function that gives both the gradient and the value. Stands for `grad_and_value`.
    public static Function<Tensor, GradAndValue> gradAndValue(UnaryOperator<Tensor> func) {
        return x -> Differentiated.at(in -> func.apply(in.getFirst()), List.of(x), 0);
    }

    /// The function that gives the Jacobian, row after row from the outputs. Stands for `jacrev`.
    public static UnaryOperator<Tensor> jacrev(UnaryOperator<Tensor> func) {
        return x -> Autograd.jacobian(func, x, x.requiresGrad(), false);
    }

    /// The function that gives the Jacobian, column after column from the inputs: for functions of few numbers that give
    /// many.
    ///
    /// ```java
    /// Func.jacfwd(x -> x.pow(2)).apply(Torch.tensor(1.0, 2.0)).tolist()   // [[2.0, 0.0], [0.0, 4.0]]
    /// ```
    public static UnaryOperator<Tensor> jacfwd(UnaryOperator<Tensor> func) {
        return x -> {
            var directions = Torch.eye(x.numel(), o -> o.dtype(x.dtype()).device(x.device())).reshape(
                    LongStream.concat(LongStream.of(x.numel()), Arrays.stream(x.shape().longs())).toArray());
            var columns = directions.unbind(0).stream().map(direction -> jvp(func, x, direction).product()).toList();
            if (columns.isEmpty()) return jacrev(func).apply(x);
            var outputs = columns.getFirst().shape().longs();
            return Torch.stack(columns, -1)
                    .reshape(LongStream.concat(Arrays.stream(outputs), Arrays.stream(x.shape().longs())).toArray());
        };
    }

    /// What a function gives at a point, and its derivative there as a linear function.
    ///
    /// @param output what the function gives
    /// @param jvpFn from a change of the input to the change of the output
    public record Linearized(Tensor output, UnaryOperator<Tensor> jvpFn) {}

    /// Replaces a function by its tangent at a point. Stands for `torch.func.linearize`.
    ///
    /// ```java
    /// Func.linearize(x -> x.pow(3), Torch.tensor(2.0)).jvpFn().apply(Torch.tensor(1.0))   // tensor(12.)
    /// ```
    public static Linearized linearize(UnaryOperator<Tensor> func, Tensor primals) {
        var at = primals.detach().clone();
        return new Linearized(func.apply(primals), tangent -> jvp(func, at, tangent).product());
    }

    /// The function that gives the Hessian of one that gives a number.
    public static UnaryOperator<Tensor> hessian(UnaryOperator<Tensor> func) {
        return x -> Autograd.hessian(func, x, x.requiresGrad(), false);
    }

    /// What a function gives at a point, and the function that takes a vector times the Jacobian there.
    ///
    /// @param output what the function gives
    /// @param vjpFn from a gradient of the output to one of the input; it can be used again
    public record Vjp(Tensor output, UnaryOperator<Tensor> vjpFn) {}

    /// Evaluates a function and keeps the way back. Stands for `torch.func.vjp`.
    public static Vjp vjp(UnaryOperator<Tensor> func, Tensor primals) {
        try (var recording = Torch.enableGrad()) {
            var variable = primals.requiresGrad() ? primals.viewAs(primals) : primals.detach().requiresGrad_();
            var output = func.apply(variable);
            return new Vjp(output.detach(), v -> Autograd.grad(List.of(output), List.of(variable),
                    o -> o.gradOutputs(v).retainGraph(true).materializeGrads(true)).getFirst());
        }
    }

    /// What a function gives, and its Jacobian times a vector, by differentiating the backward pass. Stands for
    /// `torch.func.jvp`.
    public static Autograd.Product jvp(UnaryOperator<Tensor> func, Tensor primals, Tensor tangents) {
        return Autograd.jvp(func, primals, tangents);
    }

    /// The function applied to each slice of its argument along the first dimension, with the results stacked. Stands for
    /// `torch.vmap`.
    ///
    /// libtorch's batching is not open to Java: this is a loop, of the same results but not of the same speed, and random
    /// numbers differ from slice to slice.
    ///
    /// ```java
    /// Func.vmap(row -> row.sum()).apply(Torch.ones(2, 3))   // tensor([3., 3.])
    /// ```
    public static UnaryOperator<Tensor> vmap(UnaryOperator<Tensor> func) { return vmap(func, 0, 0); }

    /// The same along another dimension of the argument, stacked along another of the result.
    public static UnaryOperator<Tensor> vmap(UnaryOperator<Tensor> func, long inDims, long outDims) {
        return x -> {
            if (x.dim() == 0) {
                throw new sconce.ValueError(
                        "vmap: Got in_dim=" + inDims + " for an input but the input is of dimension 0");
            }
            return Torch.stack(x.unbind(inDims).stream().map(func).toList(), outDims);
        };
    }

    /// The same for a function of two tensors that have as many slices.
    ///
    /// @throws sconce.ValueError if they have not
    public static BinaryOperator<Tensor> vmap(BinaryOperator<Tensor> func) {
        return (a, b) -> {
            var one = a.unbind(0);
            var two = b.unbind(0);
            if (one.size() != two.size()) {
                throw new sconce.ValueError(
                        "vmap: Expected all tensors to have the same size in the mapped dimension, got "
                                + "sizes [" + one.size() + ", " + two.size() + "] for the mapped dimension");
            }
            return Torch
                    .stack(IntStream.range(0, one.size()).mapToObj(i -> func.apply(one.get(i), two.get(i))).toList());
        };
    }
}
