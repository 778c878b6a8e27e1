package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `log(1 + exp(beta x)) / beta`, and `x` where `beta x` is above `threshold`. Stands for `torch.nn.Softplus`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Softplus().call(Torch.tensor(-1.0, 2.0))   // tensor([0.3133, 2.1269])
/// ```
public class Softplus extends UnaryModule {
    /// The sharpness.
    public Number beta;

    /// Where the line begins.
    public Number threshold;

    /// Options of [Softplus], with PyTorch's names and defaults.
    public static final class Options {
        Number beta = 1.0;
        Number threshold = 20.0;

        /// The sharpness; by default 1.0.
        public Options beta(Number beta) { this.beta = beta; return this; }

        /// Where the line begins; by default 20.0.
        public Options threshold(Number threshold) { this.threshold = threshold; return this; }
    }

    /// With the defaults.
    public Softplus() { this(o -> {}); }

    /// With `beta` chosen.
    public Softplus(Number beta) { this(o -> o.beta(beta)); }

    /// With `beta` and `threshold` chosen.
    public Softplus(Number beta, Number threshold) { this(o -> o.beta(beta).threshold(threshold)); }

    /// With options.
    public Softplus(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        beta = o.beta;
        threshold = o.threshold;
    }

    @Override
    public Tensor forward(Tensor input) { return F.softplus(input, beta, threshold); }

    @Override
    public String extraRepr() { return PythonFormat.format("beta=%s, threshold=%s", beta, threshold); }
}
