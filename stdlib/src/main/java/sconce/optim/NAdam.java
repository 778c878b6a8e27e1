package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// [Adam] with Nesterov's momentum: the step takes a share of this gradient and of the average it leads to, as a schedule
/// `mu` of the momentum says. Stands for `torch.optim.NAdam`.
///
/// ```java
/// new NAdam(new Linear(2, 1)).defaults().get("momentum_decay")   // 0.004
/// ```
public class NAdam extends Optimizer {
    /// Options of [NAdam], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 2e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "weight_decay", 0, "momentum_decay", 4e-3,
                    "decoupled_weight_decay", false, "maximize", false, "foreach", null, "capturable", false,
                    "differentiable", false);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// How fast the momentum grows to its full size; by default 0.004.
        public Options momentumDecay(Number momentumDecay) { return set("momentum_decay", momentumDecay); }

        /// Whether weights decay beside the gradient, as in AdamW; by default not.
        public Options decoupledWeightDecay(boolean decoupledWeightDecay) {
            return set("decoupled_weight_decay", decoupledWeightDecay);
        }
    }

    /// Over parameters, with the defaults.
    public NAdam(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public NAdam(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public NAdam(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public NAdam(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public NAdam(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public NAdam(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public NAdam(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public NAdam(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public NAdam(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public NAdam(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public NAdam(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public NAdam(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        o.requireEps();
        o.requireBetas();
        o.requirePositive("weight_decay");
        o.requirePositive("momentum_decay");
        return o;
    }

    private void start(Tensor param) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "mu_product", Batch.number(1, false));
        remember(param, "exp_avg", Batch.zeros(param));
        remember(param, "exp_avg_sq", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("NAdam does not support sparse gradients");
            batch.start(this::start);
            batch.refuseCapturable(group.truth("foreach") ? "params, mu_products, and state_steps"
                    : "params, mu_products and state_steps", true, false);
            step(group, batch);
        }
    }

    private static void step(ParamGroup group, Batch batch) {
        var lr = group.lr();
        var decay = group.number("weight_decay");
        var decoupled = group.truth("decoupled_weight_decay");
        var momentumDecay = group.number("momentum_decay");
        var beta1 = group.numbers("betas")[0];
        var beta2 = group.numbers("betas")[1];
        var params = batch.params();
        var steps = batch.countStep();
        if (decay != 0 && decoupled) params.mul_(1 - lr * decay);
        var grads = decoupled ? batch.grads() : batch.decayedGrads(params);

        var mu = Batch.each(steps, n -> beta1 * (1 - 0.5 * Math.pow(0.96, n * momentumDecay)));
        var next = Batch.each(steps, n -> beta1 * (1 - 0.5 * Math.pow(0.96, (n + 1) * momentumDecay)));
        var products = Batch.numbers(batch.plainState("mu_product").mul_(mu));
        var average = batch.state("exp_avg").lerp_(grads, 1 - beta1);
        var square = batch.state("exp_avg_sq").mul_(beta2).addcmul_(grads, grads, 1 - beta2);
        var below = square.div(Batch.each(steps, n -> 1 - Math.pow(beta2, n))).sqrt().add(group.number("eps"));

        var ofGradient = new double[steps.length];
        var ofAverage = new double[steps.length];
        for (var i = 0; i < steps.length; i++) {
            ofGradient[i] = -lr * (1 - mu[i]) / (1 - products[i]);
            ofAverage[i] = -lr * next[i] / (1 - products[i] * next[i]);
        }
        params.addcdiv_(grads, below, ofGradient);
        params.addcdiv_(group.truth("differentiable") ? average.copies() : average, below, ofAverage);
    }
}
