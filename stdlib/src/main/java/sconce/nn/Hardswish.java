package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// `x relu6(x + 3) / 6`. Stands for `torch.nn.Hardswish`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Hardswish().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.3333,  1.6667])
/// ```
public class Hardswish extends UnaryModule {
    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [Hardswish], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {}

    /// With the defaults.
    public Hardswish() { this(o -> {}); }

    /// With `inplace` chosen.
    public Hardswish(boolean inplace) { this(o -> o.inplace(inplace)); }

    /// With options.
    public Hardswish(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.hardswish(input, inplace); }
}
