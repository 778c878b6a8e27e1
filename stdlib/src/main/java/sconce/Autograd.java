package sconce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeAutograd;

/// Gradients without `backward`, and the derivatives of functions. Stands for `torch.autograd` and
/// `torch.autograd.functional`.
///
/// ```java
/// var x = Torch.tensor(3.0).requiresGrad_();
/// Autograd.grad(x.pow(2), x).get(0)   // tensor(6.)
/// ```
public final class Autograd {
    static {
        Tensor.initialise();
    }

    private Autograd() {}

    /// Keyword arguments of [#grad(List, List, Consumer)] and [#backward(List, Consumer)], with PyTorch's names and
    /// defaults.
    public static final class Options {
        @Nullable
        List<? extends @Nullable Tensor> gradOutputs;
        @Nullable
        Boolean retainGraph;
        boolean createGraph;
        @Nullable
        Boolean allowUnused;
        boolean materializeGrads;
        @Nullable
        List<? extends Tensor> inputs;

        /// The gradient of the one output; 1 by default.
        public Options gradOutputs(Tensor gradOutputs) { return gradOutputs(List.of(gradOutputs)); }

        /// The gradients of the outputs; 1 by default, where an output has one element.
        public Options gradOutputs(List<? extends @Nullable Tensor> gradOutputs) {
            this.gradOutputs = gradOutputs;
            return this;
        }

        /// The gradients of the tensors of `backward`, PyTorch's `grad_tensors`.
        public Options gradTensors(List<? extends @Nullable Tensor> gradTensors) { return gradOutputs(gradTensors); }

        /// Whether the graph can be used again; as `createGraph` by default.
        public Options retainGraph(boolean retainGraph) { this.retainGraph = retainGraph; return this; }

        /// Whether the gradients are recorded too; false by default.
        public Options createGraph(boolean createGraph) { this.createGraph = createGraph; return this; }

        /// Whether an input may be one that no output depends on, and has null as gradient; as `materializeGrads` by
        /// default.
        public Options allowUnused(boolean allowUnused) { this.allowUnused = allowUnused; return this; }

        /// Whether an input that no output depends on has zeros as gradient; false by default.
        public Options materializeGrads(boolean materializeGrads) {
            this.materializeGrads = materializeGrads;
            return this;
        }

        /// The leaves in which `backward` collects gradients; all by default.
        public Options inputs(List<? extends Tensor> inputs) { this.inputs = inputs; return this; }
    }

    /// The gradient of `outputs` by `inputs`, in a list of one.
    public static List<Tensor> grad(Tensor outputs, Tensor inputs) { return grad(outputs, inputs, o -> {}); }

    /// The gradient of `outputs` by `inputs`, in a list of one.
    public static List<Tensor> grad(Tensor outputs, Tensor inputs, Consumer<Options> options) {
        return grad(List.of(outputs), List.of(inputs), options);
    }

    /// The gradients of `outputs` by each of `inputs`.
    public static List<Tensor> grad(Tensor outputs, List<? extends Tensor> inputs) {
        return grad(List.of(outputs), inputs, o -> {});
    }

    /// The gradients of `outputs` by each of `inputs`.
    public static List<Tensor> grad(Tensor outputs, List<? extends Tensor> inputs,
            Consumer<Options> options) {
        return grad(List.of(outputs), inputs, options);
    }

    /// The summed gradients of all `outputs` by each of `inputs`; with `allowUnused`, null where there is none.
    ///
    /// @throws TorchException if an input is one that no output depends on, unless `allowUnused`
    public static List<Tensor> grad(List<? extends Tensor> outputs, List<? extends Tensor> inputs,
            Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        if (o.materializeGrads && Boolean.FALSE.equals(o.allowUnused)) {
            throw new ValueError("Expected allow_unused to be True or not passed when materialize_grads=True, "
                    + "but got: allow_unused=False.");
        }
        var starts = starts(outputs, o.gradOutputs);
        requireHistory(outputs, inputs);
        var gradients = new ArrayList<@Nullable Tensor>();
        for (var gradient : NativeAutograd.grad(outputs, inputs, starts, o.retainGraph, o.createGraph, true)) {
            gradients.add((Tensor) gradient);
        }
        var allowUnused = o.allowUnused != null ? o.allowUnused : o.materializeGrads;
        if (!allowUnused && gradients.contains(null)) {
            throw new TorchException("One of the differentiated Tensors appears to not have been used in the graph. "
                    + "Set allow_unused=True if this is the desired behavior.");
        }
        if (!o.materializeGrads) return Tuple.of(gradients);
        for (var i = 0; i < gradients.size(); i++) {
            if (gradients.get(i) == null) gradients.set(i, Torch.zerosLike(inputs.get(i)).requiresGrad_(o.createGraph));
        }
        return Tuple.of(gradients);
    }

    /// Python's words for what the binding says otherwise.
    private static void requireHistory(List<? extends Tensor> outputs, List<? extends Tensor> inputs) {
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).requiresGrad()) continue;
            throw new TorchException("element " + i + " of tensors does not require grad and does not have a grad_fn");
        }
        for (var input : inputs) {
            if (!input.requiresGrad())
                throw new TorchException("One of the differentiated Tensors does not require grad");
        }
    }

    /// Computes the gradients of the leaves that `tensors` were computed from. Stands for `torch.autograd.backward`.
    public static void backward(List<? extends Tensor> tensors) { backward(tensors, o -> {}); }

    /// Computes the gradients of the leaves that `tensors` were computed from, with options.
    public static void backward(List<? extends Tensor> tensors, Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        if (o.inputs != null && o.inputs.isEmpty())
            throw new TorchException("`inputs` argument to `backward()` cannot be empty.");
        var starts = starts(tensors, o.gradOutputs);
        AnomalyMode.locate(
                () -> NativeAutograd.backward(tensors, starts, o.retainGraph, o.createGraph, o.inputs));
    }

    /// The gradients to start from: ones where none is given.
    static List<@Nullable Tensor> starts(List<? extends Tensor> outputs,
            @Nullable List<? extends @Nullable Tensor> given) {
        if (given != null && given.size() != outputs.size()) {
            throw new TorchException("got " + outputs.size() + " tensors and " + given.size() + " gradients");
        }
        var starts = new ArrayList<@Nullable Tensor>();
        for (var i = 0; i < outputs.size(); i++) {
            var gradient = given == null ? null : given.get(i);
            starts.add(gradient == null ? implicit(outputs.get(i)) : checked(outputs.get(i), gradient, i));
        }
        return starts;
    }

    private static @Nullable Tensor implicit(Tensor output) {
        if (!output.requiresGrad()) return null;
        if (output.numel() != 1) throw new TorchException("grad can be implicitly created only for scalar outputs");
        if (!output.dtype().isFloatingPoint()) {
            throw new TorchException(
                    "grad can be implicitly created only for real scalar outputs but got " + output.dtype());
        }
        return Torch.onesLike(output);
    }

    /// The gradient, if it can be one of the `i`-th output.
    static Tensor checked(Tensor output, Tensor gradient, int i) {
        if (!output.shape().equals(gradient.shape())) {
            throw new TorchException("Mismatch in shape: grad_output[" + i + "] has a shape of " + gradient.shape()
                    + " and output[" + i + "] has a shape of " + output.shape() + ".");
        }
        if (output.dtype().isComplex() != gradient.dtype().isComplex()) {
            throw new TorchException(
                    "For complex Tensors, both grad_output and output are required to have the same dtype."
                            + " Mismatch in dtype: grad_output[" + i + "] has a dtype of " + gradient.dtype()
                            + " and output[" + i
                            + "] has a dtype of " + output.dtype() + ".");
        }
        return gradient;
    }

    /// The Jacobian of a function, of the output's dimensions and then the input's.
    ///
    /// ```java
    /// Autograd.jacobian(x -> x.exp(), Torch.zeros(2))   // tensor([[1., 0.], [0., 1.]])
    /// ```
    public static Tensor jacobian(UnaryOperator<Tensor> func, Tensor inputs) {
        return jacobian(func, inputs, false, false);
    }

    /// The Jacobian of a function, recorded if `createGraph`; an output that does not depend on the input is an error if
    /// `strict`.
    public static Tensor jacobian(UnaryOperator<Tensor> func, Tensor inputs, boolean createGraph, boolean strict) {
        return new Derivatives(createGraph, strict).jacobian(in -> List.of(func.apply(in.getFirst())), List.of(inputs))
                .getFirst().getFirst();
    }

    /// The Jacobians of a function by each of its inputs.
    public static List<Tensor> jacobian(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs) {
        return jacobian(func, inputs, false, false);
    }

    /// The Jacobians of a function by each of its inputs.
    public static List<Tensor> jacobian(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs,
            boolean createGraph, boolean strict) {
        return new Derivatives(createGraph, strict).jacobian(in -> List.of(func.apply(in)), inputs).getFirst();
    }

    /// The Hessian of a function that gives one element.
    public static Tensor hessian(UnaryOperator<Tensor> func, Tensor inputs) {
        return hessian(func, inputs, false, false);
    }

    /// The Hessian of a function that gives one element, recorded if `createGraph`.
    public static Tensor hessian(UnaryOperator<Tensor> func, Tensor inputs, boolean createGraph, boolean strict) {
        return new Derivatives(createGraph, strict).hessian(one(func), List.of(inputs)).getFirst().getFirst();
    }

    /// The Hessian of a function that gives one element, in parts: by each pair of inputs.
    public static List<List<Tensor>> hessian(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs) {
        return new Derivatives(false, false).hessian(func, inputs);
    }

    /// What a function gives, and a product with its derivative; prints as a tuple.
    ///
    /// @param outputs what the function gives
    /// @param product the product
    public record Product(Tensor outputs, Tensor product) {
        @Override
        public String toString() { return ReturnText.tuple(outputs, product); }
    }

    /// A vector times the Jacobian of a function; `v` may be null if the function gives one element.
    public static Product vjp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v) {
        return vjp(func, inputs, v, false, false);
    }

    /// A vector times the Jacobian of a function, recorded if `createGraph`.
    public static Product vjp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v, boolean createGraph,
            boolean strict) {
        return only(new Derivatives(createGraph, strict).vjp(one(func), List.of(inputs), v));
    }

    /// The Jacobian of a function times a vector; `v` may be null if the input has one element.
    public static Product jvp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v) {
        return jvp(func, inputs, v, false, false);
    }

    /// The Jacobian of a function times a vector, recorded if `createGraph`.
    public static Product jvp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v, boolean createGraph,
            boolean strict) {
        return only(new Derivatives(createGraph, strict).jvp(one(func), List.of(inputs), list(v)));
    }

    /// A vector times the Hessian of a function that gives one element.
    public static Product vhp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v) {
        return vhp(func, inputs, v, false, false);
    }

    /// A vector times the Hessian of a function that gives one element, recorded if `createGraph`.
    public static Product vhp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v, boolean createGraph,
            boolean strict) {
        return only(new Derivatives(createGraph, strict).vhp(one(func), List.of(inputs), list(v)));
    }

    /// The Hessian of a function that gives one element times a vector.
    public static Product hvp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v) {
        return hvp(func, inputs, v, false, false);
    }

    /// The Hessian of a function that gives one element times a vector, recorded if `createGraph`.
    public static Product hvp(UnaryOperator<Tensor> func, Tensor inputs, @Nullable Tensor v, boolean createGraph,
            boolean strict) {
        return only(new Derivatives(createGraph, strict).hvp(one(func), List.of(inputs), list(v)));
    }

    private static Function<List<Tensor>, Tensor> one(UnaryOperator<Tensor> func) {
        return inputs -> func.apply(inputs.getFirst());
    }

    private static @Nullable List<Tensor> list(@Nullable Tensor v) { return v == null ? null : List.of(v); }

    private static Product only(Derivatives.Products products) {
        return new Product(products.outputs(), products.products().getFirst());
    }

    /// Lets a backward pass say which operation gave a NaN, until the result is closed. Stands for
    /// `torch.autograd.set_detect_anomaly`.
    public static AnomalyMode setDetectAnomaly(boolean mode) { return setDetectAnomaly(mode, true); }

    /// The same; without `checkNan` only the place of a failing operation is kept.
    public static AnomalyMode setDetectAnomaly(boolean mode, boolean checkNan) {
        return new AnomalyMode(mode, checkNan);
    }

    /// Lets a backward pass say which operation gave a NaN, until the result is closed. Stands for
    /// `torch.autograd.detect_anomaly`.
    public static AnomalyMode detectAnomaly() { return setDetectAnomaly(true); }

    /// Options of [#gradcheck] and [#gradgradcheck], with PyTorch's names and defaults.
    public static final class CheckOptions {
        double eps = 1e-6;
        double atol = 1e-5;
        double rtol = 1e-3;
        boolean raiseException = true;

        /// How far an element is moved; 1e-6 by default.
        public CheckOptions eps(double eps) { this.eps = eps; return this; }

        /// The absolute tolerance; 1e-5 by default.
        public CheckOptions atol(double atol) { this.atol = atol; return this; }

        /// The relative tolerance; 1e-3 by default.
        public CheckOptions rtol(double rtol) { this.rtol = rtol; return this; }

        /// Whether a difference is an error, or false is given; true by default.
        public CheckOptions raiseException(boolean raiseException) {
            this.raiseException = raiseException;
            return this;
        }
    }

    /// Compares the gradients of a function with finite differences; the input should be of float64.
    ///
    /// ```java
    /// Autograd.gradcheck(x -> x.sigmoid(), Torch.tensor(0.5, -1.0).toDouble().requiresGrad_())   // true
    /// ```
    ///
    /// @throws TorchException if they differ
    /// @throws ValueError if the input needs no gradient
    public static boolean gradcheck(UnaryOperator<Tensor> func, Tensor inputs) {
        return gradcheck(func, inputs, o -> {});
    }

    /// The same with options.
    public static boolean gradcheck(UnaryOperator<Tensor> func, Tensor inputs, Consumer<CheckOptions> options) {
        return checked(in -> List.of(func.apply(in.getFirst())), List.of(inputs), options);
    }

    /// The same for a function of several inputs; gradients are compared for those that need them.
    public static boolean gradcheck(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs) {
        return gradcheck(func, inputs, o -> {});
    }

    /// The same with options.
    public static boolean gradcheck(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs,
            Consumer<CheckOptions> options) {
        return checked(in -> List.of(func.apply(in)), inputs, options);
    }

    /// Compares the gradients of a function's gradients with finite differences.
    ///
    /// @throws TorchException if they differ
    public static boolean gradgradcheck(UnaryOperator<Tensor> func, Tensor inputs) {
        return gradgradcheck(in -> func.apply(in.getFirst()), List.of(inputs), o -> {});
    }

    /// The same for a function of several inputs, with options.
    public static boolean gradgradcheck(Function<List<Tensor>, Tensor> func, List<? extends Tensor> inputs,
            Consumer<CheckOptions> options) {
        Function<List<Tensor>, List<Tensor>> single = in -> List.of(func.apply(in));
        var all = new ArrayList<Tensor>(inputs);
        for (var output : single.apply(all)) {
            // Some numbers that are neither zero nor all the same.
            var spread = Torch.linspace(-0.9, 1.1, output.numel()).to(output.dtype());
            if (output.requiresGrad()) all.add(spread.view(output.shape().longs()).requiresGrad_());
        }
        return checked(GradCheck.gradients(single, inputs.size()), all, options);
    }

    private static boolean checked(Function<List<Tensor>, List<Tensor>> function, List<? extends Tensor> inputs,
            Consumer<CheckOptions> options) {
        var o = new CheckOptions();
        options.accept(o);
        var problem = new GradCheck(o).problem(function, inputs);
        if (problem != null && o.raiseException) throw new TorchException(problem);
        return problem == null;
    }
}
