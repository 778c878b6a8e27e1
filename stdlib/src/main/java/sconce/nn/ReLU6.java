package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `min(max(0, x), 6)`, element by element. Stands for `torch.nn.ReLU6`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new ReLU6().call(Torch.tensor(-1.0, 8.0))   // tensor([0., 6.])
/// ```
public class ReLU6 extends Hardtanh {
    /// Options of [ReLU6], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public ReLU6() { this(false); }

    /// In place or not.
    public ReLU6(boolean inplace) { super(0.0, 6.0, new Options().inplace(inplace)); }

    /// With options.
    public ReLU6(Consumer<Options> options) { super(0.0, 6.0, Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.relu6(input, inplace); }

    @Override
    public String extraRepr() { return inplace ? "inplace=True" : ""; }
}
