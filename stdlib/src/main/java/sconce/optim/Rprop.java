package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.ComplexNumber;
import sconce.nn.Module;
import sconce.show.PythonFormat;

/// Steps by the sign of the gradient alone: a weight's own step size grows by `etas[1]` while the sign stays and shrinks by
/// `etas[0]` when it turns. For whole data sets, not batches. Stands for `torch.optim.Rprop`.
///
/// ```java
/// new Rprop(new Linear(2, 1)).defaults().get("etas")   // (0.5, 1.2)
/// ```
public class Rprop extends Optimizer {
    /// Options of [Rprop], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-2, "etas", tuple(0.5, 1.2), "step_sizes", tuple(1e-6, 50), "foreach", null, "maximize",
                    false,
                    "differentiable", false, "capturable", false);
        }

        /// By what step sizes shrink and grow; by default 0.5 and 1.2.
        public Options etas(Number etaminus, Number etaplus) { return set("etas", tuple(etaminus, etaplus)); }

        /// The smallest and the largest step; by default 1e-6 and 50.
        public Options stepSizes(Number min, Number max) { return set("step_sizes", tuple(min, max)); }
    }

    /// Over parameters, with the defaults.
    public Rprop(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Rprop(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Rprop(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Rprop(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Rprop(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Rprop(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Rprop(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Rprop(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Rprop(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Rprop(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Rprop(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Rprop(Consumer<Options> options, ParamGroup... params) { super(checked(options), params); }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        var etaminus = OptimizerOptions.number(o.element("etas", 0));
        var etaplus = OptimizerOptions.number(o.element("etas", 1));
        if (!(etaminus > 0 && etaminus < 1 && etaplus > 1)) {
            throw new ValueError(PythonFormat.format("Invalid eta values: %s, %s", o.element("etas", 0),
                    o.element("etas", 1)));
        }
        return o;
    }

    private void start(Tensor param, ParamGroup group) {
        remember(param, "step", Batch.number(0, false));
        remember(param, "prev", Batch.zeros(param));
        var lr = group.lr();
        remember(param, "step_size", Batch.full(param, param.isComplex() ? new ComplexNumber(lr, lr) : (Number) lr));
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            if (batch.isEmpty()) return;
            batch.refuseSparse("Rprop does not support sparse gradients");
            batch.start(param -> start(param, group));
            batch.refuseCapturable("params and state_steps", true, true);
            var etas = group.numbers("etas");
            var bounds = group.numbers("step_sizes");
            batch.countStep();
            var previous = batch.state("prev");
            var grads = batch.grads().copies();
            var factors = grads.mul(group.truth("differentiable") ? previous.copies() : previous).sign();
            for (var i = 0; i < factors.tensors().size(); i++) {
                var factor = factors.tensors().get(i);
                factor.maskedFill_(factor.gt(0), etas[1]);
                factor.maskedFill_(factor.lt(0), etas[0]);
                factor.maskedFill_(factor.eq(0), 1);
                // Where the sign turned, the step is left out, and the next one counts as the first.
                grads.tensors().get(i).maskedFill_(factor.eq(etas[0]), 0);
            }
            var sizes = batch.state("step_size").mul_(factors).clamp_(bounds[0], bounds[1]);
            batch.params().addcmul_(grads.sign(), sizes, -1);
            previous.copy_(grads);
        }
    }
}
