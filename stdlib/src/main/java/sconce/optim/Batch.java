package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import sconce.AssertionException;
import sconce.DType;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.libtorch.NativeScope;
import sconce.libtorch.Operators;

/// The parameters of one group that have gradients, beside these and what is remembered of them, for one step. What the
/// step computes on the way is freed when the batch closes.
final class Batch implements AutoCloseable {
    private final Optimizer optimizer;
    private final ParamGroup group;
    private final NativeScope scope;
    private final List<Tensor> params = new ArrayList<>();
    private final List<Tensor> grads = new ArrayList<>();
    private boolean complex;
    private boolean sparse;

    Batch(Optimizer optimizer, ParamGroup group) {
        this.optimizer = optimizer;
        this.group = group;
        scope = new NativeScope("a step of " + optimizer.name());
        for (var param : group.params()) {
            var gradient = param.grad();
            if (gradient == null) continue;
            params.add(param);
            grads.add(gradient);
            complex |= param.isComplex();
            sparse |= gradient.isSparse();
        }
    }

    @Override
    public void close() { scope.close(); }

    boolean isEmpty() { return params.isEmpty(); }

    boolean isSparse() { return sparse; }

    boolean isComplex() { return complex; }

    /// The parameters as the user gave them.
    List<Tensor> originals() { return params; }

    /// Fails with `message` if a gradient is sparse.
    void refuseSparse(String message) {
        if (sparse) throw new TorchException(message);
    }

    /// Fails with `message` if a parameter is complex.
    void refuseComplex(String message) {
        if (complex) throw new TorchException(message);
    }

    /// Fails if the group asks for what only graphics cards can record.
    ///
    /// @param kept what PyTorch's message says must lie there
    /// @param xla whether PyTorch lists XLA devices too
    /// @param xlaForeach whether it does so for `foreach`
    void refuseCapturable(String kept, boolean xla, boolean xlaForeach) {
        // The fused operators record nothing, so they do not mind.
        if (isEmpty() || !group.truth("capturable") || group.truth("fused")) return;
        var among = group.truth("foreach") ? xlaForeach : xla;
        throw new AssertionException("If capturable=True, " + kept + " must be on supported devices: ['cuda', 'xpu', "
                + "'hpu', 'privateuseone'" + (among ? ", 'xla'" : "") + "].");
    }

    /// Fails if libtorch's fused operators do not know the parameters' dtype.
    void requireFusable() { requireFusable("'cuda', "); }

    /// @param cuda how PyTorch lists CUDA among the devices, if it does
    void requireFusable(String cuda) {
        for (var param : params) {
            if (!param.dtype().isFloatingPoint()) {
                throw new TorchException(
                        "`fused=True` requires all the params to be floating point Tensors of supported "
                                + "devices: ['mps', " + cuda + "'xpu', 'hpu', 'cpu', 'mtia', 'privateuseone'] but "
                                + param.dtype()
                                + " and " + param.device().type());
            }
        }
    }

    /// Makes what is remembered of a parameter when it has its first gradient.
    void start(Consumer<Tensor> start) {
        for (var param : params) {
            if (optimizer.state(param).isEmpty()) start.accept(param);
        }
    }

    /// The parameters; complex ones as pairs of reals.
    Many params() { return real(params); }

    /// The gradients, with the other sign if the objective is to grow; complex ones as pairs of reals.
    Many grads() {
        var reals = real(grads);
        return group.truth("maximize") ? reals.neg() : reals;
    }

    /// The gradients as they are.
    Many rawGrads() { return new Many(grads); }

    /// The gradients, complex ones too, with the other sign if the objective is to grow.
    Many plainGrads() { return group.truth("maximize") ? rawGrads().neg() : rawGrads(); }

    /// The gradients with `weight_decay` times the parameters on top.
    Many decayedGrads(Many params) {
        var decay = group.number("weight_decay");
        return decay == 0 ? grads() : grads().add(params, decay);
    }

    /// What is remembered of each under this name; complex ones as pairs of reals.
    Many state(String name) { return real(raw(name)); }

    /// The same for what is real whatever the parameter is.
    Many plainState(String name) { return new Many(raw(name)); }

    private List<Tensor> raw(String name) {
        var tensors = new ArrayList<Tensor>(params.size());
        for (var param : params) {
            if (!(optimizer.state(param).get(name) instanceof Tensor tensor)) {
                throw new TorchException(optimizer.name() + " remembers no tensor '" + name
                        + "' of a parameter: the state that was loaded is of another optimizer or other options");
            }
            tensors.add(tensor);
        }
        return tensors;
    }

    /// Counts the step, and gives how many each parameter has made.
    double[] countStep() {
        var steps = new Many(raw("step"));
        steps.add_(1);
        return numbers(steps);
    }

    /// The numbers in tensors of one element each.
    static double[] numbers(Many many) {
        var numbers = new double[many.tensors().size()];
        for (var i = 0; i < numbers.length; i++) numbers[i] = many.tensors().get(i).doubleValue();
        return numbers;
    }

    /// A function of each number.
    static double[] each(double[] numbers, DoubleUnaryOperator function) {
        var results = new double[numbers.length];
        for (var i = 0; i < results.length; i++) {
            // Steps are mostly the same for all: powers are computed once.
            results[i] = i > 0 && numbers[i] == numbers[i - 1] ? results[i - 1] : function.applyAsDouble(numbers[i]);
        }
        return results;
    }

    private Many real(List<Tensor> tensors) {
        if (!complex) return new Many(tensors);
        var reals = new ArrayList<Tensor>(tensors.size());
        for (var tensor : tensors) {
            reals.add(tensor.isComplex() ? Operators.<Tensor>call("view_as_real", tensor) : tensor);
        }
        return new Many(reals);
    }

    /// Whether libtorch's fused operator may take these lists: reals of one dtype, without gaps.
    static boolean fits(Many... lists) {
        var dtype = lists[0].tensors().getFirst().dtype();
        for (var list : lists) {
            for (var tensor : list.tensors()) {
                if (tensor.dtype() != dtype || !tensor.isContiguous()) return false;
            }
        }
        return dtype.isFloatingPoint();
    }

    /// A number in a tensor of its own, as optimizers keep counts.
    static Tensor number(double value, boolean fused) {
        var dtype = !fused && Torch.getDefaultDtype() == DType.float64 ? DType.float64 : DType.float32;
        return Operators.call("scalar_tensor", value, dtype);
    }

    /// Zeros beside a parameter, in the order its elements lie in.
    static Tensor zeros(Tensor like) { return Operators.call("zeros_like", like.detach()); }

    /// One number beside each element.
    static Tensor full(Tensor like, Object value) { return Operators.call("full_like", like.detach(), value); }
}
