package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// Steps divided by the root of a running average `v` of squared gradients: `p = p - lr g / (sqrt(v) + eps)`; centred,
/// the square of the average gradient is taken off `v`. Stands for `torch.optim.RMSprop`.
///
/// ```java
/// new RMSprop(new Linear(2, 1)).defaults().get("alpha")   // 0.99
/// ```
public class RMSprop extends Optimizer {
    /// Options of [RMSprop], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-2, "momentum", 0, "alpha", 0.99, "eps", 1e-8, "centered", false, "weight_decay", 0,
                    "capturable", false, "foreach", null, "maximize", false, "differentiable", false);
        }

        /// The share of the average that is kept; by default 0.99.
        public Options alpha(Number alpha) { return set("alpha", alpha); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// How much of the last direction is kept; by default 0.
        public Options momentum(Number momentum) { return set("momentum", momentum); }

        /// Whether the average gradient's square is taken off; by default not.
        public Options centered(boolean centered) { return set("centered", centered); }
    }

    /// Over parameters, with the defaults.
    public RMSprop(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public RMSprop(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public RMSprop(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public RMSprop(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public RMSprop(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public RMSprop(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public RMSprop(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public RMSprop(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public RMSprop(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public RMSprop(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public RMSprop(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public RMSprop(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        o.requireEps();
        o.requirePositive("momentum");
        o.requirePositive("weight_decay");
        o.requirePositive("alpha");
        return o;
    }

    private void start(Tensor param, ParamGroup group) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "square_avg", Batch.zeros(param));
        if (group.number("momentum") > 0) remember(param, "momentum_buffer", Batch.zeros(param));
        if (group.truth("centered")) remember(param, "grad_avg", Batch.zeros(param));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("RMSprop does not support sparse gradients");
            batch.start(param -> start(param, group));
            batch.refuseCapturable("params and state_steps", true, true);
            var alpha = group.number("alpha");
            var momentum = group.number("momentum");
            var params = batch.params();
            batch.countStep();
            var grads = batch.decayedGrads(params);
            var squares = batch.state("square_avg").mul_(alpha).addcmul_(grads, grads, 1 - alpha);
            var below = root(group, batch, squares, grads, alpha).add(group.number("eps"));
            if (momentum > 0) {
                params.add_(batch.state("momentum_buffer").mul_(momentum).addcdiv_(grads, below, 1), -group.lr());
            } else {
                params.addcdiv_(grads, below, -group.lr());
            }
        }
    }

    private static Many root(ParamGroup group, Batch batch, Many squares, Many grads, double alpha) {
        if (!group.truth("centered")) return squares.sqrt();
        var average = batch.state("grad_avg").lerp_(grads, 1 - alpha);
        return squares.addcmul(average, average, -1).sqrt_();
    }
}
