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

/// Stochastic gradient descent: `p = p - lr g`, with momentum `b = momentum b + (1 - dampening) g` in place of `g`. Stands
/// for `torch.optim.SGD`.
///
/// ```java
/// new SGD(new Linear(2, 1), o -> o.lr(0.1).momentum(0.9)).defaults().get("momentum")   // 0.9
/// ```
public class SGD extends Optimizer {
    /// Options of [SGD], with PyTorch's names and defaults.
    public static final class Options extends DifferentiableOptions<Options> {
        Options() {
            super("lr", 1e-3, "momentum", 0, "dampening", 0, "weight_decay", 0, "nesterov", false, "maximize", false,
                    "foreach", null, "differentiable", false, "fused", null);
        }

        /// How much of the last direction is kept; by default 0.
        public Options momentum(Number momentum) { return set("momentum", momentum); }

        /// How much of a gradient is held back from the momentum; by default 0.
        public Options dampening(Number dampening) { return set("dampening", dampening); }

        /// How strongly weights are pulled to zero; by default 0.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// Whether the step looks ahead along the momentum; by default not.
        public Options nesterov(boolean nesterov) { return set("nesterov", nesterov); }

        /// Whether libtorch's fused kernel makes the step, which is faster and rounds a little otherwise; by default not.
        public Options fused(@Nullable Boolean fused) { return set("fused", fused); }
    }

    /// Over parameters, with the defaults.
    public SGD(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public SGD(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public SGD(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

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
    public SGD(Consumer<Options> options, ParamGroup... params) { this(checked(options), params); }

    private SGD(Options options, ParamGroup... params) {
        super(options, params);
        options.checkFused();
    }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireOneElement();
        OptimizerOptions.require(!(o.number("lr") < 0), "Invalid learning rate: ", o.get("lr"));
        OptimizerOptions.require(!(o.number("momentum") < 0), "Invalid momentum value: ", o.get("momentum"));
        OptimizerOptions.require(!(o.number("weight_decay") < 0), "Invalid weight_decay value: ",
                o.get("weight_decay"));
        if (o.truth("nesterov") && (o.number("momentum") <= 0 || o.number("dampening") != 0)) {
            throw new ValueError("Nesterov momentum requires a momentum and zero dampening");
        }
        return o;
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            var fused = group.truth("fused");
            if (fused) batch.requireFusable();
            if (fused && batch.isSparse()) {
                throw new TorchException("`_fused_sgd` does not support sparse gradients");
            }
            if (fused && fuse(group, batch)) return;
            var params = new Many(batch.originals());
            var grads = batch.plainGrads();
            var decay = group.number("weight_decay");
            if (decay != 0) grads = grads.add(params, decay);
            var momentum = group.number("momentum");
            if (momentum != 0) {
                var averages = averages(group, batch.originals(), grads, momentum);
                grads = group.truth("nesterov") ? grads.add(averages, momentum) : averages;
            }
            if (group.get("lr") instanceof Tensor lr && lr.requiresGrad()) {
                for (var i = 0; i < params.tensors().size(); i++) {
                    params.tensors().get(i).addcmul_(grads.tensors().get(i), lr, -1);
                }
            } else {
                params.add_(grads, -group.lr());
            }
        }
    }

    private Many averages(ParamGroup group, List<Tensor> params, Many grads, double momentum) {
        var keep = 1 - group.number("dampening");
        if (params.stream().allMatch(param -> state(param).get("momentum_buffer") instanceof Tensor)) {
            return buffers(params).mul_(momentum).add_(grads, keep);
        }
        for (var i = 0; i < params.size(); i++) {
            var gradient = grads.tensors().get(i);
            if (state(params.get(i)).get("momentum_buffer") instanceof Tensor average) {
                average.mul_(momentum).add_(gradient, keep);
            } else {
                remember(params.get(i), "momentum_buffer", gradient.detach().clone());
            }
        }
        return buffers(params);
    }

    private Many buffers(List<Tensor> params) {
        return new Many(params.stream().map(param -> (Tensor) state(param).get("momentum_buffer")).toList());
    }

    private boolean fuse(ParamGroup group, Batch batch) {
        var params = new Many(batch.originals());
        var momentum = group.number("momentum");
        var first = momentum != 0
                && params.tensors().stream().noneMatch(param -> state(param).containsKey("momentum_buffer"));
        if (first) params.tensors().forEach(param -> remember(param, "momentum_buffer", Batch.zeros(param)));
        if (momentum != 0
                && !params.tensors().stream().allMatch(param -> state(param).containsKey("momentum_buffer"))) {
            return false;
        }
        var averages = momentum == 0 ? new Many(List.of()) : buffers(params.tensors());
        if (!Batch.fits(params, batch.rawGrads(), averages)) return false;
        Operators.run("_fused_sgd_", params.tensors(), batch.rawGrads().tensors(), averages.tensors(),
                group.number("weight_decay"), momentum, group.lr(), group.number("dampening"),
                group.truth("nesterov"), group.truth("maximize"), first);
        return true;
    }
}
