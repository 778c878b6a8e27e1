package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `x sigmoid(x)`, also known as swish. Stands for `torch.nn.SiLU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new SiLU().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.2689,  1.7616])
/// ```
public class SiLU extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [SiLU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public SiLU() { this(o -> {}); }

    /// With `inplace` chosen.
    public SiLU(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public SiLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.silu(input, inplace); }

    @Override
    public String extraRepr() { return inplace ? "inplace=True" : ""; }
}
