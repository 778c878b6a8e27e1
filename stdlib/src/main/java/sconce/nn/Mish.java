package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `x tanh(softplus(x))`. Stands for `torch.nn.Mish`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Mish().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.3034,  1.9440])
/// ```
public class Mish extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [Mish], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public Mish() { this(o -> {}); }

    /// With `inplace` chosen.
    public Mish(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public Mish(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.mish(input, inplace); }

    @Override
    public String extraRepr() { return inplace ? "inplace=True" : ""; }
}
