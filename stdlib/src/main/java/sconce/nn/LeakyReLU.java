package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where positive, else `negativeSlope x`. Stands for `torch.nn.LeakyReLU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new LeakyReLU(0.1).call(Torch.tensor(-1.0, 2.0))   // tensor([-0.1000,  2.0000])
/// ```
public class LeakyReLU extends UnaryModule {
    /// The slope of the negative part.
    public Number negativeSlope;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [LeakyReLU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {
        Number negativeSlope = 0.01;

        /// The slope of the negative part; by default 0.01.
        public Options negativeSlope(Number negativeSlope) { this.negativeSlope = negativeSlope; return this; }
    }

    /// With the defaults.
    public LeakyReLU() { this(o -> {}); }

    /// With `negativeSlope` chosen.
    public LeakyReLU(Number negativeSlope) { this(o -> o.negativeSlope(negativeSlope)); }

    /// With `negativeSlope` and `inplace` chosen.
    public LeakyReLU(Number negativeSlope, boolean inplace) {
        this(o -> o.negativeSlope(negativeSlope).inplace(inplace));
    }

    /// With options.
    public LeakyReLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        negativeSlope = o.negativeSlope;
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.leakyRelu(input, negativeSlope, inplace); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("negative_slope=%s", negativeSlope) + (inplace ? ", inplace=True" : "");
    }
}
