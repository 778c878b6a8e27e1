package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// Steps whose size follows from the steps so far: with running averages `v` of squared gradients and `u` of squared
/// changes, `p = p - lr g sqrt(u + eps) / sqrt(v + eps)`. Stands for `torch.optim.Adadelta`.
///
/// ```java
/// new Adadelta(new Linear(2, 1)).defaults().get("rho")   // 0.9
/// ```
public class Adadelta extends Optimizer {
    /// Options of [Adadelta], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1.0, "rho", 0.9, "eps", 1e-6, "weight_decay", 0, "maximize", false, "capturable", false,
                    "foreach", null, "differentiable", false);
        }

        /// The share of the averages that is kept; by default 0.9.
        public Options rho(Number rho) { return set("rho", rho); }

        /// What is added under the roots; by default 1e-6.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }
    }

    /// Over parameters, with the defaults.
    public Adadelta(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Adadelta(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Adadelta(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Adadelta(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Adadelta(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Adadelta(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Adadelta(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Adadelta(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Adadelta(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Adadelta(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Adadelta(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Adadelta(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        OptimizerOptions.require(o.number("rho") >= 0 && o.number("rho") <= 1, "Invalid rho value: ", o.get("rho"));
        o.requireEps();
        o.requirePositive("weight_decay");
        return o;
    }

    private void start(Tensor param) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "square_avg", Batch.zeros(param));
        remember(param, "acc_delta", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("Adadelta does not support sparse gradients");
            batch.start(this::start);
            batch.refuseCapturable("params and state_steps", false, false);
            var rho = group.number("rho");
            var eps = group.number("eps");
            var params = batch.params();
            batch.countStep();
            var grads = batch.decayedGrads(params);
            var squares = batch.state("square_avg").mul_(rho).addcmul_(grads, grads, 1 - rho);
            var changes = batch.state("acc_delta");
            var change = changes.add(eps).sqrt_();
            if (group.truth("differentiable")) change = change.copies();
            change.div_(squares.add(eps).sqrt_()).mul_(grads);
            changes.mul_(rho).addcmul_(change, change, 1 - rho);
            params.add_(change, -group.lr());
        }
    }
}
