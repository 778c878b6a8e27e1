package sconce.optim;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.Module;

/// [Adam] whose weights decay beside the gradient: `p = p - lr weight_decay p` before each step. Stands for
/// `torch.optim.AdamW`.
///
/// ```java
/// new AdamW(new Linear(2, 1)).defaults().get("weight_decay")   // 0.01
/// ```
public class AdamW extends Adam {
    /// Options of [AdamW], with PyTorch's names and defaults.
    public static final class Options extends CapturableOptions<Options> {
        Options() {
            super("lr", 1e-3, "betas", tuple(0.9, 0.999), "eps", 1e-8, "weight_decay", 1e-2, "amsgrad", false,
                    "maximize", false, "foreach", null, "capturable", false, "differentiable", false, "fused", null,
                    "decoupled_weight_decay", true);
        }

        /// The share of the running averages of the gradient and of its square that is kept; by default 0.9 and 0.999.
        public Options betas(Number beta1, Number beta2) { return set("betas", tuple(beta1, beta2)); }

        /// The same as tensors of one element each.
        public Options betas(Tensor beta1, Tensor beta2) { return set("betas", tuple(beta1, beta2)); }

        /// What is added below the fraction; by default 1e-8.
        public Options eps(Number eps) { return set("eps", eps); }

        /// How much of a weight each step takes away, times the learning rate; by default 0.01.
        public Options weightDecay(Number weightDecay) { return set("weight_decay", weightDecay); }

        /// Whether the largest average of squares so far divides; by default not.
        public Options amsgrad(boolean amsgrad) { return set("amsgrad", amsgrad); }

        /// Whether libtorch's fused kernel makes the step, which is faster and rounds a little otherwise; by default not.
        public Options fused(@Nullable Boolean fused) { return set("fused", fused); }
    }

    /// Over parameters, with the defaults.
    public AdamW(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public AdamW(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public AdamW(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public AdamW(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public AdamW(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public AdamW(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public AdamW(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public AdamW(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public AdamW(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public AdamW(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public AdamW(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if an option is out of its range, or there are no parameters
    public AdamW(Consumer<Options> options, ParamGroup... params) { super(checked(given(options)), params); }

    private static Options given(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        return o;
    }

    @Override
    void completeOptions(ParamGroup group) {
        super.completeOptions(group);
        group.options.put("decoupled_weight_decay", true);
    }
}
