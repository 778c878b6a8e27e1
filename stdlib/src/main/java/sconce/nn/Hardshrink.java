package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where `|x|` is above `lambd`, else 0. Stands for `torch.nn.Hardshrink`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Hardshrink().call(Torch.tensor(-1.0, 0.25))   // tensor([-1.,  0.])
/// ```
public class Hardshrink extends UnaryModule {
    /// The bound.
    public Number lambd;

    /// Options of [Hardshrink], with PyTorch's names and defaults.
    public static final class Options {
        Number lambd = 0.5;

        /// The bound; by default 0.5.
        public Options lambd(Number lambd) { this.lambd = lambd; return this; }
    }

    /// With the defaults.
    public Hardshrink() { this(o -> {}); }

    /// With `lambd` chosen.
    public Hardshrink(Number lambd) { this(o -> o.lambd(lambd)); }

    /// With options.
    public Hardshrink(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        lambd = o.lambd;
    }

    @Override
    public Tensor forward(Tensor input) { return F.hardshrink(input, lambd); }

    @Override
    public String extraRepr() { return PythonFormat.of(lambd); }
}
