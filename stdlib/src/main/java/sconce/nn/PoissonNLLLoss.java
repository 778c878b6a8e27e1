package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `exp(input) - target input`, or without `logInput` of `input - target log(input + eps)`. Stands for
/// `torch.nn.PoissonNLLLoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new PoissonNLLLoss().call(Torch.tensor(0.0), Torch.tensor(2.0))   // tensor(1.)
/// ```
public class PoissonNLLLoss extends LossModule {
    /// Whether the input holds logarithms.
    public boolean logInput;

    /// Whether Stirling's term is added.
    public boolean full;

    /// What keeps the logarithm finite.
    public Number eps;

    /// Options of [PoissonNLLLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        boolean logInput = true;
        boolean full = false;
        Number eps = 1e-8;

        /// Whether the input holds logarithms; by default true.
        public Options logInput(boolean logInput) { this.logInput = logInput; return this; }

        /// Whether Stirling's term is added; by default false.
        public Options full(boolean full) { this.full = full; return this; }

        /// What keeps the logarithm finite; by default 1e-8.
        public Options eps(Number eps) { this.eps = eps; return this; }
    }

    /// With the defaults.
    public PoissonNLLLoss() { this(o -> {}); }

    /// With options.
    public PoissonNLLLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private PoissonNLLLoss(Options o) {
        super(o.reduction());
        logInput = o.logInput;
        full = o.full;
        eps = o.eps;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.poissonNllLoss(input, target, o -> o.reduction(reduction).logInput(logInput).full(full).eps(eps));
    }
}
