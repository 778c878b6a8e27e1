package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x Φ(x)`, with the normal distribution function. Stands for `torch.nn.GELU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new GELU().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.1587,  1.9545])
/// ```
public class GELU extends UnaryModule {
    /// `"none"`, or `"tanh"` for the approximation by it.
    public String approximate;

    /// Options of [GELU], with PyTorch's names and defaults.
    public static final class Options {
        String approximate = "none";

        /// `"none"`, or `"tanh"` for the approximation by it; by default "none".
        public Options approximate(String approximate) { this.approximate = approximate; return this; }
    }

    /// With the defaults.
    public GELU() { this(o -> {}); }

    /// With `approximate` chosen.
    public GELU(String approximate) { this(o -> o.approximate(approximate)); }

    /// With options.
    public GELU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        approximate = o.approximate;
    }

    @Override
    public Tensor forward(Tensor input) { return F.gelu(input, approximate); }

    @Override
    public String extraRepr() { return "approximate=" + PythonFormat.quoted(approximate); }
}
