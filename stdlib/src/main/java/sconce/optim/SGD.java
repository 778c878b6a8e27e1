package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Module;
import sconce.show.PythonFormat;

/// Stochastic gradient descent: `p = p - lr g`, with momentum `b = momentum b + (1 - dampening) g` in place of `g`. Stands
/// for `torch.optim.SGD`.
///
/// ```java
/// new SGD(new Linear(2, 1), o -> o.lr(0.1).momentum(0.9)).defaults().get("momentum")   // 0.9
/// ```
public class SGD extends Optimizer {
    /// Options of [SGD], with PyTorch's names and defaults.
    public static final class Options extends OptimizerOptions<Options> {
        Options() {
            super("lr", 1e-3, "momentum", 0, "dampening", 0, "weight_decay", 0, "nesterov", false, "maximize", false,
                    "foreach", null, "differentiable", false, "fused", null);
        }

        /// The learning rate; by default 1e-3.
        public Options lr(Number lr) { return set("lr", lr); }

        /// The learning rate, as a tensor of one element that may change.
        public Options lr(Tensor lr) { return set("lr", lr); }

        /// How much of the last direction is kept; by default 0.
        public Options momentum(Number momentum) { return set("momentum", momentum); }

        /// How much of a gradient is held back from the momentum; by default 0.
        public Options dampening(Number dampening) { return set("dampening", dampening); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// Whether the step looks ahead along the momentum; by default not.
        public Options nesterov(boolean nesterov) { return set("nesterov", nesterov); }

        /// Whether the objective grows rather than shrinks; by default not.
        public Options maximize(boolean maximize) { return set("maximize", maximize); }

        /// Accepted and printed; steps are the same.
        public Options foreach(@Nullable Boolean foreach) { return set("foreach", foreach); }

        /// Accepted and printed; steps are never recorded here.
        public Options differentiable(boolean differentiable) { return set("differentiable", differentiable); }

        /// Accepted and printed; steps are the same.
        public Options fused(@Nullable Boolean fused) { return set("fused", fused); }
    }

    /// Over parameters, with the defaults.
    public SGD(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public SGD(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public SGD(Iterable<? extends Tensor> params, Consumer<Options> options) { this(options, new ParamGroup(params)); }

    /// Over a module's parameters, with the defaults.
    public SGD(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public SGD(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public SGD(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public SGD(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public SGD(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public SGD(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public SGD(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public SGD(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is negative, or there are no parameters
    public SGD(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        if (o.number("lr") < 0) throw new ValueError("Invalid learning rate: " + PythonFormat.of(o.get("lr")));
        if (o.number("momentum") < 0) {
            throw new ValueError("Invalid momentum value: " + PythonFormat.of(o.get("momentum")));
        }
        if (o.number("weight_decay") < 0) {
            throw new ValueError("Invalid weight_decay value: " + PythonFormat.of(o.get("weight_decay")));
        }
        if (Boolean.TRUE.equals(o.get("nesterov")) && (o.number("momentum") <= 0 || o.number("dampening") != 0)) {
            throw new ValueError("Nesterov momentum requires a momentum and zero dampening");
        }
        return o;
    }

    @Override
    void update(ParamGroup group) {
        var lr = group.lr();
        var momentum = group.number("momentum");
        var weightDecay = group.number("weight_decay");
        var keep = 1 - group.number("dampening");
        for (var param : group.params()) {
            var gradient = param.grad();
            if (gradient == null) continue;
            if (group.truth("maximize")) gradient = Operators.call("neg", gradient);
            if (weightDecay != 0) gradient = Operators.call("add.Tensor", gradient, param, weightDecay);
            if (momentum != 0) {
                var average = average(param, gradient, momentum, keep);
                gradient = group.truth("nesterov")
                        ? Operators.call("add.Tensor", gradient, average, momentum)
                        : average;
            }
            Operators.<Object>call("add_.Tensor", param, gradient, -lr);
        }
    }

    private Tensor average(Tensor param, Tensor gradient, double momentum, double keep) {
        if (!(state(param).get("momentum_buffer") instanceof Tensor average)) {
            return remember(param, "momentum_buffer", gradient.detach().clone());
        }
        Operators.<Object>call("mul_.Scalar", average, momentum);
        Operators.<Object>call("add_.Tensor", average, gradient, keep);
        return average;
    }
}
