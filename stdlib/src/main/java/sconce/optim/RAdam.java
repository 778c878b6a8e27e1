package sconce.optim;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// [Adam] that trusts its averages of squares only once enough steps have been made, and steps by the momentum alone
/// until then. Stands for `torch.optim.RAdam`.
///
/// ```java
/// new RAdam(new Linear(2, 1)).defaults().get("lr")   // 0.001
/// ```
public class RAdam extends Optimizer {
    /// Options of [RAdam], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "weight_decay", 0, "maximize", false,
                    "foreach", null, "capturable", false, "decoupled_weight_decay", false, "differentiable", false);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// Whether weights decay beside the gradient, as in AdamW; by default not.
        public Options decoupledWeightDecay(boolean decoupledWeightDecay) {
            return set("decoupled_weight_decay", decoupledWeightDecay);
        }
    }

    /// Over parameters, with the defaults.
    public RAdam(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public RAdam(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public RAdam(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public RAdam(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public RAdam(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public RAdam(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public RAdam(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public RAdam(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public RAdam(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public RAdam(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public RAdam(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public RAdam(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

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
        remember(param, "exp_avg_sq", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("RAdam does not support sparse gradients");
            batch.start(this::start);
            batch.refuseCapturable("params and state_steps", true, false);
            step(group, batch);
        }
    }

    private static void step(ParamGroup group, Batch batch) {
        var lr = group.lr();
        var decay = group.number("weight_decay");
        var decoupled = group.truth("decoupled_weight_decay");
        var beta1 = group.numbers("betas")[0];
        var beta2 = group.numbers("betas")[1];
        var params = batch.params();
        var steps = batch.countStep();
        if (decay != 0 && decoupled) params.mul_(1 - lr * decay);
        var grads = decoupled ? batch.grads() : batch.decayedGrads(params);

        var average = batch.state("exp_avg").lerp_(grads, 1 - beta1);
        var square = batch.state("exp_avg_sq").mul_(beta2).addcmul_(grads, grads, 1 - beta2);
        var change = average.div(Batch.each(steps, n -> 1 - Math.pow(beta1, n))).mul(lr);
        // How many squares the average stands for; from 5 on it says enough to divide by.
        var longest = 2 / (1 - beta2) - 1;
        var length = Batch.each(steps,
                n -> longest - 2 * n * Math.pow(beta2, n) / (1 - Math.pow(beta2, n)));
        var trusted = new ArrayList<Integer>();
        var others = new ArrayList<Integer>();
        for (var i = 0; i < length.length; i++) (length[i] > 5 ? trusted : others).add(i);
        if (!others.isEmpty()) params.of(others).add_(change.of(others), -1);
        if (trusted.isEmpty()) return;
        var unbias = new double[trusted.size()];
        var rectified = new double[trusted.size()];
        for (var i = 0; i < unbias.length; i++) {
            var rho = length[trusted.get(i)];
            unbias[i] = Math.pow(1 - Math.pow(beta2, steps[trusted.get(i)]), 0.5);
            rectified[i] = Math.pow((rho - 4) * (rho - 2) * longest / ((longest - 4) * (longest - 2) * rho), 0.5);
        }
        var adaptive = square.of(trusted).sqrt().add(group.number("eps")).reciprocal().mul(unbias);
        params.of(trusted).add_(change.of(trusted).mul(adaptive).mul(rectified), -1);
    }
}
