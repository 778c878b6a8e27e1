package sconce.optim;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// Smaller steps where gradients were large: with the sum `s` of all squared gradients, `p = p - clr g / (sqrt(s) + eps)`,
/// where `clr = lr / (1 + (step - 1) lr_decay)`. Takes sparse gradients too. Stands for `torch.optim.Adagrad`.
///
/// ```java
/// new Adagrad(new Linear(2, 1)).defaults().get("lr")   // 0.01
/// ```
public class Adagrad extends Optimizer {
    /// Options of [Adagrad], with PyTorch's names and defaults.
    public static final class Options extends DifferentiableOptions<Options> {
        Options() {
            super("lr", 1e-2, "lr_decay", 0, "eps", 1e-10, "weight_decay", 0, "initial_accumulator_value", 0,
                    "foreach", null, "maximize", false, "differentiable", false, "fused", null);
        }

        /// How fast the learning rate falls; by default 0.
        public Options lrDecay(Number lrDecay) { return set("lr_decay", lrDecay); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// What the sums of squares start from; by default 0.
        public Options initialAccumulatorValue(Number initialAccumulatorValue) {
            return set("initial_accumulator_value", initialAccumulatorValue);
        }

        /// What is added below the fraction; by default 1e-10.
        public Options eps(Number eps) { return set("eps", eps); }

        /// Whether libtorch's fused kernel makes the step, which is faster and rounds a little otherwise; by default not.
        public Options fused(@Nullable Boolean fused) { return set("fused", fused); }
    }

    /// Over parameters, with the defaults.
    public Adagrad(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Adagrad(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Adagrad(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Adagrad(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Adagrad(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Adagrad(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Adagrad(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Adagrad(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Adagrad(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Adagrad(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Adagrad(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Adagrad(Consumer<Options> options, ParamGroup... params) { this(checked(options), params); }

    private Adagrad(Options options, ParamGroup... params) {
        super(options, params);
        options.checkFused();
        for (var group : paramGroups()) group.params().forEach(param -> start(param, group));
    }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        o.requirePositive("lr_decay");
        o.requirePositive("weight_decay");
        o.requirePositive("initial_accumulator_value");
        o.requireEps();
        return o;
    }

    private void start(Tensor param, ParamGroup group) {
        // The optimizer's own, whatever the group says: so PyTorch has it.
        var start = OptimizerOptions.number(defaults().get("initial_accumulator_value"));
        remember(param, "step", Batch.number(0, group.truth("fused")));
        remember(param, "sum", Batch.full(param, param.isComplex() ? new ComplexNumber(start, start) : (Number) start));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.start(param -> start(param, group));
            if (group.truth("fused") && fuse(group, batch)) return;
            var rates = rates(group, batch.countStep());
            if (batch.isSparse()) each(group, batch, rates);
            else {
                var params = batch.params();
                var grads = batch.decayedGrads(params);
                var sums = batch.state("sum").addcmul_(grads, grads, 1);
                params.addcdiv_(grads, sums.sqrt().add(group.number("eps")), rates);
            }
        }
    }

    private static double[] rates(ParamGroup group, double[] steps) {
        var lr = group.lr();
        var decay = group.number("lr_decay");
        return Batch.each(steps, n -> -(lr / (1 + (n - 1) * decay)));
    }

    /// Some gradients are sparse: each parameter for itself.
    private void each(ParamGroup group, Batch batch, double[] rates) {
        var grads = batch.plainGrads().tensors();
        for (var i = 0; i < grads.size(); i++) {
            var param = batch.originals().get(i);
            var sum = (Tensor) Objects.requireNonNull(state(param).get("sum"));
            if (grads.get(i).isSparse()) sparse(group, param, grads.get(i).coalesce(), sum, rates[i]);
            else {
                var decay = group.number("weight_decay");
                var gradient = decay == 0 ? grads.get(i) : grads.get(i).add(param, decay);
                sum.addcmul_(gradient, gradient, 1);
                param.addcdiv_(gradient, sum.sqrt().add(group.number("eps")), rates[i]);
            }
        }
    }

    private static void sparse(ParamGroup group, Tensor param, Tensor gradient, Tensor sum, double rate) {
        if (group.number("weight_decay") != 0) {
            throw new TorchException("weight_decay option is not compatible with sparse gradients");
        }
        Tensor values = Operators.call("_values", gradient);
        sum.add_(SparseAdam.like(gradient, values.pow(2)));
        Tensor known = Operators.call("_values", Operators.<Tensor>call("sparse_mask", sum, gradient));
        param.add_(SparseAdam.like(gradient, values.div(known.sqrt().add(group.number("eps")))), rate);
    }

    private static boolean fuse(ParamGroup group, Batch batch) {
        batch.requireFusable("");
        if (batch.isSparse() || batch.isComplex()) {
            throw new TorchException("`fused` does not support sparse grad or complex param");
        }
        var params = new Many(batch.originals());
        var sums = batch.state("sum");
        if (!Batch.fits(params, batch.rawGrads(), sums)) return false;
        var steps = batch.state("step").add_(1);
        Operators.run("_fused_adagrad_", params.tensors(), batch.rawGrads().tensors(), sums.tensors(), steps.tensors(),
                group.lr(), group.number("lr_decay"), group.number("weight_decay"), group.number("eps"),
                group.truth("maximize"));
        return true;
    }
}
