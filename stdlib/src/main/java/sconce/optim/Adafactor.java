package sconce.optim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// Adaptive steps that remember little: of the squared gradients of a matrix only the means of its rows and columns are
/// kept, and steps are sized by the weights themselves. Stands for `torch.optim.Adafactor`.
///
/// ```java
/// new Adafactor(new Linear(2, 1)).defaults().get("eps")   // (None, 0.001)
/// ```
public class Adafactor extends Optimizer {
    /// Options of [Adafactor], with PyTorch's names and defaults.
    public static final class Options extends ForeachOptions<Options> {
        Options() {
            super("lr", 1e-2, "beta2_decay", -0.8, "eps", tuple(null, 1e-3), "d", 1.0, "weight_decay", 0.0,
                    "foreach", null, "maximize", false);
        }

        /// The power of the step number that new squares weigh; by default -0.8.
        public Options beta2Decay(Number beta2Decay) { return set("beta2_decay", beta2Decay); }

        /// The least variance (null: the dtype's precision) and the least size of weights; by default null and 1e-3.
        public Options eps(@Nullable Number epsilon1, Number epsilon2) { return set("eps", tuple(epsilon1, epsilon2)); }

        /// The largest root mean square of an update; by default 1.
        public Options d(Number d) { return set("d", d); }

        /// How strongly weights are pulled to zero, beside the gradient; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }
    }

    /// Over parameters, with the defaults.
    public Adafactor(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Adafactor(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Adafactor(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Adafactor(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Adafactor(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Adafactor(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Adafactor(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Adafactor(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Adafactor(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Adafactor(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Adafactor(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Adafactor(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireOneElement();
        OptimizerOptions.require(o.number("lr") >= 0, "Learning rate should be >= 0 but is: ", o.get("lr"));
        OptimizerOptions.require(o.number("beta2_decay") <= 0, "beta2_decay should be <= 0 but is: ",
                o.get("beta2_decay"));
        var epsilon1 = o.element("eps", 0);
        OptimizerOptions.require(epsilon1 == null || OptimizerOptions.number(epsilon1) >= 0,
                "epsilon1 should be >= 0 but is: ", epsilon1);
        var epsilon2 = o.element("eps", 1);
        OptimizerOptions.require(OptimizerOptions.number(epsilon2) >= 0, "epsilon2 should be >= 0 but is: ", epsilon2);
        OptimizerOptions.require(o.number("d") >= 1, "Clipping threshold d should be >= 1 but is: ", o.get("d"));
        OptimizerOptions.require(o.number("weight_decay") >= 0, "weight_decay should be >= 0 but is: ",
                o.get("weight_decay"));
        return o;
    }

    private void start(Tensor param) {
        var gradient = Objects.requireNonNull(param.grad());
        remember(param, "step", Batch.number(0, false));
        if (gradient.dim() > 1) {
            remember(param, "row_var", means(gradient, -1));
            remember(param, "col_var", means(gradient, -2));
        } else {
            remember(param, "variance", Batch.zeros(gradient));
        }
    }

    /// Zeros in the shape that the mean over one dimension has.
    private static Tensor means(Tensor gradient, int dim) {
        var shape = gradient.shape().longs();
        shape[shape.length + dim] = 1;
        return Operators.call("new_zeros", gradient, shape);
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseComplex("Adafactor does not support complex parameters");
            batch.refuseSparse("Adafactor does not support sparse gradients");
            batch.start(this::start);
            var steps = batch.countStep();
            var grads = batch.grads().tensors();
            var given = ((List<?>) Objects.requireNonNull(group.get("eps"))).getFirst();
            var least = given == null ? Torch.finfo(batch.originals().getFirst().dtype()).eps()
                    : OptimizerOptions.number(given);
            for (var i = 0; i < steps.length; i++) {
                step(group, batch.originals().get(i), grads.get(i), steps[i], least);
            }
        }
    }

    private void step(ParamGroup group, Tensor param, Tensor gradient, double step, double least) {
        var lr = group.lr();
        var decay = group.number("weight_decay");
        var share = Math.pow(step, group.number("beta2_decay"));
        var size = Math.max(OptimizerOptions.number(((List<?>) Objects.requireNonNull(group.get("eps"))).get(1)),
                rootMeanSquare(param)) * Math.min(lr, 1 / Math.pow(step, 0.5));
        if (decay != 0) param.mul_(1 - lr * decay);
        var update = variance(param, gradient, share, least).clamp_(least * least, null).rsqrt_().mul_(gradient);
        var clip = Math.max(1, rootMeanSquare(update) / group.number("d"));
        param.add_(update, -size / clip);
    }

    /// The running mean of squared gradients; of a matrix put together from those of its rows and columns.
    private Tensor variance(Tensor param, Tensor gradient, double share, double least) {
        var values = state(param);
        if (gradient.dim() <= 1) {
            var variance = (Tensor) Objects.requireNonNull(values.get("variance"));
            return variance.lerp_(gradient.mul(gradient), share).clone();
        }
        var rows = (Tensor) Objects.requireNonNull(values.get("row_var"));
        var columns = (Tensor) Objects.requireNonNull(values.get("col_var"));
        rows.lerp_(meanSquare(gradient, -1), share);
        columns.lerp_(meanSquare(gradient, -2), share);
        Tensor mean = Operators.call("mean.dim", rows, new long[] { -2 }, true);
        return rows.matmul(columns).div_(mean.clamp_(least, null));
    }

    private static Tensor meanSquare(Tensor gradient, long dim) {
        Tensor norm = Operators.call("norm.ScalarOpt_dim", gradient, 2, new long[] { dim }, true);
        return norm.square_().div_(gradient.size(dim));
    }

    private static double rootMeanSquare(Tensor tensor) {
        return Operators.<Tensor>call("norm.Scalar", tensor, 2).doubleValue() / Math.pow((double) tensor.numel(), 0.5);
    }
}
