package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `relu6(x + 3) / 6`. Stands for `torch.nn.Hardsigmoid`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Hardsigmoid().call(Torch.tensor(-1.0, 2.0))   // tensor([0.3333, 0.8333])
/// ```
public class Hardsigmoid extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [Hardsigmoid], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public Hardsigmoid() { this(o -> {}); }

    /// With `inplace` chosen.
    public Hardsigmoid(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public Hardsigmoid(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.hardsigmoid(input, inplace); }
}
