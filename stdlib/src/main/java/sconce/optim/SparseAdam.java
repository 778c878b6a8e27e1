package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// [Adam] for sparse gradients, such as those of an embedding with `sparse`: only the rows that a gradient has are touched,
/// and their averages with them. Stands for `torch.optim.SparseAdam`.
///
/// ```java
/// new SparseAdam(new Embedding(3, 2, o -> o.sparse(true))).defaults().get("lr")   // 0.001
/// ```
public class SparseAdam extends Optimizer {
    /// Options of [SparseAdam], with PyTorch's names and defaults.
    public static final class Options extends OptimizerOptions<Options> {
        Options() {
            super("lr", 1e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "maximize", false);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// Whether the objective grows rather than shrinks; by default not.
        public Options maximize(boolean maximize) { return set("maximize", maximize); }
    }

    /// Over parameters, with the defaults.
    public SparseAdam(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public SparseAdam(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public SparseAdam(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public SparseAdam(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public SparseAdam(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public SparseAdam(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public SparseAdam(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public SparseAdam(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public SparseAdam(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public SparseAdam(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public SparseAdam(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public SparseAdam(Consumer<Options> options, ParamGroup... params) { this(checked(options), params); }

    private SparseAdam(Options options, ParamGroup... params) {
        super(options, params);
        refuse(Tensor::isSparse, "Sparse", "requires dense parameter tensors");
        refuse(Tensor::isComplex, "Complex", "does not support complex parameters");
    }

    private void refuse(Predicate<Tensor> unfit, String kind, String reason) {
        var places = new ArrayList<List<Integer>>();
        for (var g = 0; g < paramGroups().size(); g++) {
            var params = paramGroups().get(g).params();
            for (var p = 0; p < params.size(); p++) {
                if (unfit.test(params.get(p))) places.add(List.of(g, p));
            }
        }
        if (!places.isEmpty()) throw new ValueError(kind + " params at indices " + places + ": SparseAdam " + reason);
    }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireOneElement();
        OptimizerOptions.require(o.number("lr") > 0, "Invalid learning rate: ", o.get("lr"));
        OptimizerOptions.require(o.number("eps") > 0, "Invalid epsilon value: ", o.get("eps"));
        o.requireBetas();
        return o;
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            var grads = batch.rawGrads().tensors();
            if (!grads.stream().allMatch(Tensor::isSparse)) {
                throw new TorchException("SparseAdam does not support dense gradients, please consider Adam instead");
            }
            batch.start(param -> {
                state(param).put("step", 0);
                remember(param, "exp_avg", Batch.zeros(param));
                remember(param, "exp_avg_sq", Batch.zeros(param));
            });
            for (var i = 0; i < grads.size(); i++) {
                var gradient = group.truth("maximize") ? grads.get(i).neg() : grads.get(i);
                step(group, batch.originals().get(i), gradient.coalesce());
            }
        }
    }

    private void step(ParamGroup group, Tensor param, Tensor gradient) {
        var values = state(param);
        var steps = (int) OptimizerOptions.number(values.get("step")) + 1;
        values.put("step", steps);
        Tensor changed = Operators.call("_values", gradient);
        if (changed.numel() == 0) return;
        var beta1 = group.numbers("betas")[0];
        var beta2 = group.numbers("betas")[1];
        var average = moved(param, "exp_avg", gradient, changed, 1 - beta1);
        var square = moved(param, "exp_avg_sq", gradient, changed.pow(2), 1 - beta2);
        var size = group.lr() * Math.sqrt(1 - Math.pow(beta2, steps)) / (1 - Math.pow(beta1, steps));
        param.add_(like(gradient, average.div_(square.sqrt_().add_(group.number("eps"))).mul(-size)));
    }

    /// Moves the rows of an average towards `values`, and gives them.
    private Tensor moved(Tensor param, String name, Tensor gradient, Tensor values, double share) {
        var average = (Tensor) Objects.requireNonNull(state(param).get(name));
        Tensor old = Operators.call("_values", Operators.<Tensor>call("sparse_mask", average, gradient));
        var change = values.sub(old).mul_(share);
        average.add_(like(gradient, change));
        return change.add(old);
    }

    /// The values at the places that the gradient has.
    static Tensor like(Tensor gradient, Tensor values) {
        return Operators.call("sparse_coo_tensor.indices_size", Operators.<Tensor>call("_indices", gradient), values,
                gradient.shape());
    }

    /// The number of steps is a plain number here, in PyTorch's files too.
    @Override
    void completeState(SequencedMap<String, Object> values) {}
}
