package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `max(0, x)`, element by element. Stands for `torch.nn.ReLU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new ReLU().call(Torch.tensor(-1.0, 2.0))   // tensor([0., 2.])
/// ```
public class ReLU extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [ReLU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public ReLU() { this(o -> {}); }

    /// With `inplace` chosen.
    public ReLU(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public ReLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.relu(input, inplace); }

    @Override
    public String extraRepr() { return inplace ? "inplace=True" : ""; }
}
