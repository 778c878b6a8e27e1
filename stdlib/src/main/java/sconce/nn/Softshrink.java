package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` moved by `lambd` towards 0, and 0 nearer to it. Stands for `torch.nn.Softshrink`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Softshrink().call(Torch.tensor(-1.0, 0.25))   // tensor([-0.5000,  0.0000])
/// ```
public class Softshrink extends UnaryModule {
    /// The bound.
    public Number lambd;

    /// Options of [Softshrink], with PyTorch's names and defaults.
    public static final class Options {
        Number lambd = 0.5;

        /// The bound; by default 0.5.
        public Options lambd(Number lambd) { this.lambd = lambd; return this; }
    }

    /// With the defaults.
    public Softshrink() { this(o -> {}); }

    /// With `lambd` chosen.
    public Softshrink(Number lambd) { this(o -> o.lambd(lambd)); }

    /// With options.
    public Softshrink(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        lambd = o.lambd;
    }

    @Override
    public Tensor forward(Tensor input) { return F.softshrink(input, lambd); }

    @Override
    public String extraRepr() { return PythonFormat.of(lambd); }
}
