package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where positive, else `alpha (exp(x) - 1)`. Stands for `torch.nn.ELU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new ELU().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.6321,  2.0000])
/// ```
public class ELU extends UnaryModule {
    /// The size of the negative part.
    public Number alpha;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [ELU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {
        Number alpha = 1.0;

        /// The size of the negative part; by default 1.0.
        public Options alpha(Number alpha) { this.alpha = alpha; return this; }
    }

    /// With the defaults.
    public ELU() { this(o -> {}); }

    /// With `alpha` chosen.
    public ELU(Number alpha) { this(o -> o.alpha(alpha)); }

    /// With `alpha` and `inplace` chosen.
    public ELU(Number alpha, boolean inplace) { this(o -> o.alpha(alpha).inplace(inplace)); }

    /// With options.
    public ELU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        alpha = o.alpha;
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.elu(input, alpha, inplace); }

    @Override
    public String extraRepr() { return PythonFormat.format("alpha=%s", alpha) + (inplace ? ", inplace=True" : ""); }
}
