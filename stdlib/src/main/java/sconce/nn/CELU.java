package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `max(0, x) + min(0, alpha (exp(x / alpha) - 1))`. Stands for `torch.nn.CELU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new CELU(2).call(Torch.tensor(-1.0, 2.0))   // tensor([-0.7869,  2.0000])
/// ```
public class CELU extends UnaryModule {
    /// The size of the negative part.
    public Number alpha;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [CELU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {
        Number alpha = 1.0;

        /// The size of the negative part; by default 1.0.
        public Options alpha(Number alpha) { this.alpha = alpha; return this; }
    }

    /// With the defaults.
    public CELU() { this(o -> {}); }

    /// With `alpha` chosen.
    public CELU(Number alpha) { this(o -> o.alpha(alpha)); }

    /// With `alpha` and `inplace` chosen.
    public CELU(Number alpha, boolean inplace) { this(o -> o.alpha(alpha).inplace(inplace)); }

    /// With options.
    public CELU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        alpha = o.alpha;
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.celu(input, alpha, inplace); }

    @Override
    public String extraRepr() { return PythonFormat.format("alpha=%s", alpha) + (inplace ? ", inplace=True" : ""); }
}
