package sconce.optim;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// Steps of about one size for each weight: with running averages `m` of the gradient `g` and `v` of its square, both
/// corrected for their start at zero, `p = p - lr m / (sqrt(v) + eps)`. Stands for `torch.optim.Adam`.
///
/// ```java
/// new Adam(new Linear(2, 1), 0.01).paramGroups().getFirst().lr()   // 0.01
/// ```
public class Adam extends Optimizer {
    /// Options of [Adam], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "weight_decay", 0, "amsgrad", false,
                    "maximize", false, "foreach", null, "capturable", false, "differentiable", false, "fused", null,
                    "decoupled_weight_decay", false);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// The same as tensors of one element each.
        public Options betas(Tensor beta1, Tensor beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// Whether the largest average of squares so far divides; by default not.
        public Options amsgrad(boolean amsgrad) { return set("amsgrad", amsgrad); }

        /// Whether libtorch's fused kernel makes the step, which is faster and rounds a little otherwise; by default not.
        public Options fused(@Nullable Boolean fused) { return set("fused", fused); }

        /// Whether weights decay beside the gradient, as in AdamW; by default not.
        public Options decoupledWeightDecay(boolean decoupledWeightDecay) {
            return set("decoupled_weight_decay", decoupledWeightDecay);
        }
    }

    /// Over parameters, with the defaults.
    public Adam(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Adam(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Adam(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Adam(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Adam(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Adam(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Adam(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Adam(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Adam(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Adam(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Adam(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Adam(Consumer<Options> options, ParamGroup... params) { this(checked(given(options)), params); }

    Adam(OptimizerOptions<?> options, ParamGroup... params) {
        super(options, params);
        options.checkFused();
    }

    private static Options given(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        return o;
    }

    static <O extends OptimizerOptions<O>> O checked(O o) {
        var scalarOnly = o.truth("foreach") && !o.truth("capturable");
        if (o.get("lr") instanceof Tensor && scalarOnly) {
            throw new ValueError("lr as a Tensor is not supported for capturable=False and foreach=True");
        }
        o.requireLr();
        o.requireEps();
        o.requireBetas();
        o.requirePositive("weight_decay");
        var tensors = o.element("betas", 0) instanceof Tensor && o.element("betas", 1) instanceof Tensor;
        if (!tensors && !(isReal(o.element("betas", 0)) && isReal(o.element("betas", 1)))) {
            throw new ValueError("betas must be either both floats or both Tensors");
        }
        for (var i = 0; i < 2 && tensors; i++) {
            if (scalarOnly) {
                throw new ValueError(
                        "betas[" + i + "] as a Tensor is not supported for capturable=False and foreach=True");
            }
            if (o.element("betas", i) instanceof Tensor beta && beta.numel() != 1) {
                throw new ValueError("Tensor betas[" + i + "] must be 1-element");
            }
        }
        return o;
    }

    private static boolean isReal(@Nullable Object number) {
        return number instanceof Double || number instanceof Float;
    }

    private void start(Tensor param, ParamGroup group) {
        remember(param, "step", Batch.number(0, group.truth("fused")));
        remember(param, "exp_avg", Batch.zeros(param));
        remember(param, "exp_avg_sq", Batch.zeros(param));
        if (group.truth("amsgrad")) remember(param, "max_exp_avg_sq", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("Adam does not support sparse gradients, please consider SparseAdam instead");
            if (group.truth("fused")) batch.requireFusable();
            batch.start(param -> start(param, group));
            if (group.truth("foreach") && group.get("lr") instanceof Tensor && !group.truth("capturable")) {
                throw new TorchException("lr as a Tensor is not supported for capturable=False and foreach=True");
            }
            batch.refuseCapturable("params and state_steps", true, false);
            if (!group.truth("fused") || !fuse(group, batch)) step(group, batch);
        }
    }

    private static void step(ParamGroup group, Batch batch) {
        var lr = group.lr();
        var decay = group.number("weight_decay");
        var decoupled = group.truth("decoupled_weight_decay");
        var differentiable = group.truth("differentiable");
        var beta1 = group.numbers("betas")[0];
        var beta2 = group.numbers("betas")[1];
        var params = batch.params();
        var steps = batch.countStep();
        if (decay != 0 && decoupled) params.mul_(1 - lr * decay);
        var grads = decoupled ? batch.grads() : batch.decayedGrads(params);

        var average = batch.state("exp_avg").lerp_(grads, 1 - beta1);
        var square = batch.state("exp_avg_sq").mul_(beta2).addcmul_(grads, grads, 1 - beta2);
        if (group.truth("amsgrad")) square = batch.state("max_exp_avg_sq").maximum_(square);

        var unbias = Batch.each(steps, n -> Math.pow(1 - Math.pow(beta2, n), 0.5));
        // What sqrt gave is needed for the way back, so it may not be changed when that is recorded.
        var below = differentiable ? square.sqrt().div(unbias) : square.sqrt().div_(unbias);
        params.addcdiv_(differentiable ? average.copies() : average, below.add_(group.number("eps")),
                Batch.each(steps, n -> -(lr / (1 - Math.pow(beta1, n)))));
    }

    private static boolean fuse(ParamGroup group, Batch batch) {
        var params = new Many(batch.originals());
        var grads = batch.rawGrads();
        var average = batch.state("exp_avg");
        var square = batch.state("exp_avg_sq");
        var greatest = group.truth("amsgrad") ? batch.state("max_exp_avg_sq") : new Many(List.of());
        if (!Batch.fits(params, grads, average, square, greatest)) return false;
        var steps = batch.state("step").add_(1);
        var betas = group.numbers("betas");
        Operators.run(group.truth("decoupled_weight_decay") ? "_fused_adamw_" : "_fused_adam_", params.tensors(),
                grads.tensors(), average.tensors(), square.tensors(), greatest.tensors(), steps.tensors(), group.lr(),
                betas[0], betas[1], group.number("weight_decay"), group.number("eps"), group.truth("amsgrad"),
                group.truth("maximize"));
        return true;
    }
}
