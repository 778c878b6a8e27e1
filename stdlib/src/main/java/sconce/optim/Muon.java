package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.nn.Module;

/// Momentum made orthogonal: a matrix's update gets singular values of about 1 by `ns_steps` steps of a Newton-Schulz
/// iteration in bfloat16. For the hidden matrices of a network; biases and embeddings go to another optimizer, such as
/// [AdamW]. Stands for `torch.optim.Muon`.
///
/// ```java
/// new Muon(new Linear(2, 1, o -> o.bias(false)), 0.02).defaults().get("momentum")   // 0.95
/// ```
public class Muon extends Optimizer {
    /// Options of [Muon], with PyTorch's names and defaults.
    public static final class Options extends OptimizerOptions<Options> {
        Options() {
            super("lr", 1e-3, "weight_decay", 0.1, "momentum", 0.95, "nesterov", true, "ns_coefficients",
                    tuple(3.4445, -4.775, 2.0315), "eps", 1e-7, "ns_steps", 5, "adjust_lr_fn", null);
        }

        /// How strongly weights are pulled to zero, beside the gradient; by default 0.1.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// How much of the last direction is kept; by default 0.95.
        public Options momentum(Number momentum) { return set("momentum", momentum); }

        /// Whether the step looks ahead along the momentum; by default it does.
        public Options nesterov(boolean nesterov) { return set("nesterov", nesterov); }

        /// The coefficients of the iteration; by default 3.4445, -4.775 and 2.0315.
        public Options nsCoefficients(Number... nsCoefficients) {
            return set("ns_coefficients", tuple((Object[]) nsCoefficients));
        }

        /// The least norm that is divided by; by default 1e-7.
        public Options eps(Number eps) { return set("eps", eps); }

        /// The number of iterations; by default 5.
        public Options nsSteps(long nsSteps) { return set("ns_steps", nsSteps); }

        /// How the learning rate follows the shape: `original` (also by default) or `match_rms_adamw`.
        public Options adjustLrFn(@Nullable String adjustLrFn) { return set("adjust_lr_fn", adjustLrFn); }
    }

    /// Over parameters, with the defaults.
    public Muon(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public Muon(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public Muon(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public Muon(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public Muon(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public Muon(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public Muon(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public Muon(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public Muon(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public Muon(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public Muon(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public Muon(Consumer<Options> options, ParamGroup... params) { this(checked(options), params); }

    private Muon(Options options, ParamGroup... params) {
        super(options, params);
        for (var group : paramGroups()) {
            for (var param : group.params()) {
                if (param.dim() != 2) {
                    throw new ValueError("Muon only supports 2D parameters whereas we found a parameter with size: "
                            + param.shape());
                }
            }
        }
    }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireOneElement();
        OptimizerOptions.require(o.number("lr") >= 0, "Learning rate should be >= 0 but is: ", o.get("lr"));
        OptimizerOptions.require(o.number("momentum") >= 0, "momentum should be >= 0 but is: ", o.get("momentum"));
        OptimizerOptions.require(o.number("weight_decay") >= 0, "weight decay should be >= 0 but is: ",
                o.get("weight_decay"));
        if (o.get("adjust_lr_fn") instanceof String name && !name.equals("original")
                && !name.equals("match_rms_adamw")) {
            throw new ValueError("Adjust learning rate function " + name + " is not supported");
        }
        return o;
    }

    @Override
    protected void update(ParamGroup group) {
        try (var batch = new Batch(this, group)) {
            batch.refuseComplex("Muon does not support complex parameters");
            batch.refuseSparse("Muon does not support sparse gradients");
            for (var i = 0; i < batch.originals().size(); i++) {
                step(group, batch.originals().get(i), batch.rawGrads().tensors().get(i));
            }
        }
    }

    private void step(ParamGroup group, Tensor param, Tensor gradient) {
        if (gradient.dim() != 2) throw new ValueError("Param gradient must be a 2D matrix");
        var average = state(param).get("momentum_buffer") instanceof Tensor known ? known
                : remember(param, "momentum_buffer", Batch.zeros(gradient));
        var momentum = group.number("momentum");
        average.lerp_(gradient, 1 - momentum);
        var update = orthogonal(group.truth("nesterov") ? gradient.lerp(average, momentum) : average, group);
        param.mul_(1 - group.lr() * group.number("weight_decay"));
        param.add_(update, -adjusted(group, param));
    }

    /// The nearest matrix with orthogonal rows (or columns, if those are fewer), roughly.
    private static Tensor orthogonal(Tensor update, ParamGroup group) {
        var steps = group.number("ns_steps");
        if (steps >= 100) throw new ValueError("Number of steps must be less than 100 for computational efficiency");
        var coefficients = group.numbers("ns_coefficients");
        if (coefficients.length != 3) throw new ValueError("Coefficients must be a tuple of exactly 3 values");
        var tall = update.size(0) > update.size(1);
        var x = update.bfloat16();
        if (tall) x = x.T();
        Tensor norm = Operators.call("norm.Scalar", x, 2);
        x.div_(Operators.<Tensor>call("clamp_min", norm, group.number("eps")));
        for (var i = 0; i < steps; i++) {
            var gram = x.matmul(x.T());
            Tensor change = Operators.call("addmm", gram, gram, gram, coefficients[1], coefficients[2]);
            x = Operators.call("addmm", x, change, x, coefficients[0], 1);
        }
        return tall ? x.T() : x;
    }

    private static double adjusted(ParamGroup group, Tensor param) {
        double rows = param.size(0);
        double columns = param.size(1);
        return group.lr() * (group.get("adjust_lr_fn") instanceof String name && name.equals("match_rms_adamw")
                ? 0.2 * Math.sqrt(Math.max(rows, columns))
                : Math.sqrt(Math.max(1, rows / columns)));
    }
}
