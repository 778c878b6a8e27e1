package sconce.optim;

import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.AssertionException;
import sconce.NotImplementedError;
import sconce.Tensor;
import sconce.TypeError;
import sconce.ValueError;
import sconce.nn.Module;

/// Newton's method with a memory of the last `history_size` gradients in place of the matrix of second derivatives. A step
/// makes up to `max_iter` iterations, so it must be given a closure that computes the loss anew. All parameters form one
/// group. Stands for `torch.optim.LBFGS`.
///
/// ```java
/// var w = Torch.tensor(3.).requiresGrad_();
/// var optimizer = new LBFGS(List.of(w), o -> o.lineSearchFn("strong_wolfe"));
/// optimizer.step(() -> {
///     optimizer.zeroGrad();
///     var loss = w.sub(1).square();
///     loss.backward();
///     return loss;
/// });
/// "%.4f".formatted(w.item())   // 1.0000
/// ```
public class LBFGS extends Optimizer {
    /// Options of [LBFGS], with PyTorch's names and defaults.
    public static final class Options extends OptimizerOptions<Options> {
        Options() {
            super("lr", 1, "max_iter", 20, "max_eval", null, "tolerance_grad", 1e-7, "tolerance_change", 1e-9,
                    "history_size", 100, "line_search_fn", null);
        }

        /// How many iterations a step makes at most; by default 20.
        public Options maxIter(long maxIter) { return set("max_iter", maxIter); }

        /// How often a step calls the closure at most; by default 1.25 times `max_iter`.
        public Options maxEval(long maxEval) { return set("max_eval", maxEval); }

        /// The largest gradient that counts as none; by default 1e-7.
        public Options toleranceGrad(Number toleranceGrad) { return set("tolerance_grad", toleranceGrad); }

        /// The smallest progress that counts; by default 1e-9.
        public Options toleranceChange(Number toleranceChange) { return set("tolerance_change", toleranceChange); }

        /// How many gradients are remembered; by default 100.
        public Options historySize(long historySize) { return set("history_size", historySize); }

        /// How the length of an iteration is found: `strong_wolfe`, or null for the learning rate.
        public Options lineSearchFn(@Nullable String lineSearchFn) { return set("line_search_fn", lineSearchFn); }
    }

    /// Over parameters, with the defaults.
    public LBFGS(Iterable<? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters, with a learning rate.
    public LBFGS(Iterable<? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters, with options.
    public LBFGS(Iterable<? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over a module's parameters, with the defaults.
    public LBFGS(Module module) { this(module.parameters()); }

    /// Over a module's parameters, with a learning rate.
    public LBFGS(Module module, Number lr) { this(module.parameters(), lr); }

    /// Over a module's parameters, with options.
    public LBFGS(Module module, Consumer<Options> options) { this(module.parameters(), options); }

    /// Over parameters with names, with the defaults.
    public LBFGS(Map<String, ? extends Tensor> params) { this(o -> {}, new ParamGroup(params)); }

    /// Over parameters with names, with a learning rate.
    public LBFGS(Map<String, ? extends Tensor> params, Number lr) { this(o -> o.lr(lr), new ParamGroup(params)); }

    /// Over parameters with names, with options.
    public LBFGS(Map<String, ? extends Tensor> params, Consumer<Options> options) {
        this(options, new ParamGroup(params));
    }

    /// Over groups with options of their own, with the defaults.
    public LBFGS(ParamGroup... params) { this(o -> {}, params); }

    /// Over groups with options of their own; the learning rate holds for those that set none.
    public LBFGS(Number lr, ParamGroup... params) { this(o -> o.lr(lr), params); }

    /// Over groups with options of their own; `options` hold for those that set none.
    ///
    /// @throws ValueError if the learning rate is negative, or there is not one group
    public LBFGS(Consumer<Options> options, ParamGroup... params) { this(checked(options), params); }

    private LBFGS(Options options, ParamGroup... params) {
        super(options, params);
        if (paramGroups().size() != 1) {
            throw new ValueError("LBFGS doesn't support per-parameter options (parameter groups)");
        }
    }

    private static Options checked(Consumer<Options> options) {
        var o = new Options();
        options.accept(o);
        o.requireLr();
        if (o.get("max_eval") == null) o.set("max_eval", (long) Math.floor(o.number("max_iter") * 5 / 4));
        return o;
    }

    @Override
    @Nullable
    Tensor minimize(@Nullable Supplier<Tensor> closure) {
        if (closure == null) throw new TypeError("LBFGS.step() missing 1 required positional argument: 'closure'");
        if (paramGroups().size() != 1) {
            throw new AssertionException("Expected exactly one param_group, but got " + paramGroups().size());
        }
        var group = paramGroups().getFirst();
        // The state of all stands with the first, so that loading casts it.
        return new LBFGSStep(group, state(group.params().getFirst()), () -> evaluate(closure)).run();
    }

    /// Never called: a step is more than a change by gradients.
    @Override
    protected void update(ParamGroup group) { throw new NotImplementedError("LBFGS changes parameters in its step"); }

    /// Its state has no tensor that older versions saved as a number.
    @Override
    void completeState(SequencedMap<String, Object> values) {}
}
