package sconce.optim;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.nn.Module;

/// Gradient descent that also averages where it has been: `p = p (1 - lambd eta) - eta g`, and `ax = ax + mu (p - ax)`, the
/// average, stands in the state; `eta` falls from `lr` with the power `alpha`, `mu` from 1 after `t0` steps. Stands for
/// `torch.optim.ASGD`.
///
/// ```java
/// new ASGD(new Linear(2, 1)).defaults().get("alpha")   // 0.75
/// ```
public class ASGD extends Optimizer {
    /// Options of [ASGD], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-2, "lambd", 1e-4, "alpha", 0.75, "t0", 1e6, "weight_decay", 0, "foreach", null,
                    "maximize", false, "differentiable", false, "capturable", false);
        }

        /// How strongly weights and steps decay; by default 1e-4.
        public Options lambd(Number lambd) { return set("lambd", lambd); }

        /// The power by which the steps fall; by default 0.75.
        public Options alpha(Number alpha) { return set("alpha", alpha); }

        /// After how many steps the averaging starts; by default 1e6.
        public Options t0(Number t0) { return set("t0", t0); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }
    }

    /// Over parameters, with the defaults.
    public ASGD(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public ASGD(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public ASGD(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public ASGD(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public ASGD(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public ASGD(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public ASGD(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public ASGD(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public ASGD(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public ASGD(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public ASGD(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public ASGD(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        o.requirePositive("weight_decay");
        return o;
    }

    private void start(Tensor param, ParamGroup group) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "eta", Batch.number(group.lr(), false));
        remember(param, "mu", Batch.number(1, false));
        remember(param, "ax", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("ASGD does not support sparse gradients");
            batch.start(param -> start(param, group));
            batch.refuseCapturable("params, mus, etas, and state_steps", true, false);
            var params = batch.params();
            var steps = batch.countStep();
            var grads = batch.decayedGrads(params).tensors();
            var averages = batch.state("ax").tensors();
            for (var i = 0; i < steps.length; i++) {
                var values = state(batch.originals().get(i));
                step(group, params.tensors().get(i), grads.get(i), averages.get(i), values, steps[i]);
            }
        }
    }

    private static void step(ParamGroup group, Tensor param, Tensor gradient, Tensor average,
            Map<String, Object> values, double step) {
        var lr = group.lr();
        var lambd = group.number("lambd");
        var alpha = group.number("alpha");
        var eta = (Tensor) Objects.requireNonNull(values.get("eta"));
        var mu = (Tensor) Objects.requireNonNull(values.get("mu"));
        var size = eta.doubleValue();
        param.mul_(1 - lambd * size);
        param.add_(gradient, -size);
        if (mu.doubleValue() == 1) average.copy_(param);
        else
            average.add_(param.sub(average).mul_(mu));
        if (group.truth("foreach")) {
            // There PyTorch counts in the precision of the step, a tensor.
            var count = (Tensor) Objects.requireNonNull(values.get("step"));
            eta.copy_(count.mul(lambd * lr).add(1).pow(alpha).reciprocal().mul(lr));
        } else {
            eta.copy_(Torch.tensor(lr / Math.pow(1 + lambd * lr * step, alpha)));
        }
        // Each goes through a tensor of the default dtype, whose precision a loaded state of doubles would hide.
        mu.copy_(Torch.tensor(1 / Math.max(1, step - group.number("t0"))));
    }
}
