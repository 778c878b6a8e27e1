package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// [Adam] with the largest gradient in place of the average of squares: `u = max(beta2 u, |g| + eps)`,
/// `p = p - lr m / u`. Stands for `torch.optim.Adamax`.
///
/// ```java
/// new Adamax(new Linear(2, 1)).defaults().get("lr")   // 0.002
/// ```
public class Adamax extends Optimizer {
    /// Options of [Adamax], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 2e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "weight_decay", 0, "foreach", null,
                    "maximize", false, "differentiable", false, "capturable", false);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }
    }

    /// Over parameters, with the defaults.
    public Adamax(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Adamax(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Adamax(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Adamax(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Adamax(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Adamax(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Adamax(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Adamax(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Adamax(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Adamax(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Adamax(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Adamax(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        o.requireEps();
        o.requireBetas();
        o.requirePositive("weight_decay");
        return o;
    }

    private void start(Tensor param) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "exp_avg", Batch.zeros(param));
        remember(param, "exp_inf", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("Adamax does not support sparse gradients");
            batch.start(this::start);
            batch.refuseCapturable("params and state_steps", true, false);
            var lr = group.lr();
            var beta1 = group.numbers("betas")[0];
            var beta2 = group.numbers("betas")[1];
            var params = batch.params();
            var steps = batch.countStep();
            var grads = batch.decayedGrads(params);
            var average = batch.state("exp_avg").lerp_(grads, 1 - beta1);
            var largest = batch.state("exp_inf").mul_(beta2).maximum_(grads.abs().add_(group.number("eps")));
            params.addcdiv_(average, largest, Batch.each(steps, n -> -(lr / (1 - Math.pow(beta1, n)))));
        }
    }
}
