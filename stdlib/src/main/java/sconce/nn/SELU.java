package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `scale (max(0, x) + min(0, alpha (exp(x) - 1)))`, with the constants of self-normalising networks. Stands for `torch.nn.SELU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new SELU().call(Torch.tensor(-1.0, 2.0))   // tensor([-1.1113,  2.1014])
/// ```
public class SELU extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [SELU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public SELU() { this(o -> {}); }

    /// With `inplace` chosen.
    public SELU(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public SELU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.selu(input, inplace); }

    @Override
    public String extraRepr() { return inplace ? "inplace=True" : ""; }
}
