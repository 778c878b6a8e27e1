package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `½ (log(max(var, eps)) + (input - target)² / max(var, eps))`. Stands for `torch.nn.GaussianNLLLoss`.
///
/// Input and target `(*)`, var of their shape, or without their last dimension, or with 1 in its place, or a number; the
/// result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new GaussianNLLLoss().call(Torch.tensor(1.0), Torch.tensor(3.0), Torch.tensor(1.0))   // tensor(2.)
/// ```
public class GaussianNLLLoss extends TripleLossModule {
    /// Whether the constant `½ log(2π)` is added.
    public boolean full;

    /// The least variance.
    public Number eps;

    /// Options of [GaussianNLLLoss], with PyTorch's names and defaults.
    public static final class Options extends ReductionOptions<Options> {
        boolean full = false;
        Number eps = 1e-6;

        /// Whether the constant `½ log(2π)` is added; by default not.
        public Options full(boolean full) { this.full = full; return this; }

        /// The least variance; by default 1e-6.
        public Options eps(Number eps) { this.eps = eps; return this; }
    }

    /// With the defaults.
    public GaussianNLLLoss() { this(o -> {}); }

    /// With options.
    public GaussianNLLLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private GaussianNLLLoss(Options o) {
        super(o.reduction());
        full = o.full;
        eps = o.eps;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target, Tensor var) {
        return F.gaussianNllLoss(input, target, var, this::set);
    }

    /// The same, with one variance for all.
    public Tensor forward(Tensor input, Tensor target, Number var) {
        return F.gaussianNllLoss(input, target, var, this::set);
    }

    private void set(Options o) { o.reduction(reduction).full(full).eps(eps); }
}
