package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where positive, else `a x`, with a slope drawn evenly from `[lower, upper)` for each element while training, and
/// their mean in evaluation. Stands for `torch.nn.RReLU`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new RReLU(0.5, 0.5).call(Torch.tensor(-1.0, 2.0))   // tensor([-0.5000,  2.0000])
/// ```
public class RReLU extends UnaryModule {
    /// The least slope.
    public Number lower;

    /// The largest slope.
    public Number upper;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// Options of [RReLU], with PyTorch's names and defaults.
    public static final class Options extends InplaceOptions<Options> {
        Number lower = 1.0 / 8;
        Number upper = 1.0 / 3;

        /// The least slope; by default 1/8.
        public Options lower(Number lower) { this.lower = lower; return this; }

        /// The largest slope; by default 1/3.
        public Options upper(Number upper) { this.upper = upper; return this; }
    }

    /// With the defaults.
    public RReLU() { this(o -> {}); }

    /// With chosen slopes.
    public RReLU(Number lower, Number upper) { this(o -> o.lower(lower).upper(upper)); }

    /// With chosen slopes, in place or not.
    public RReLU(Number lower, Number upper, boolean inplace) {
        this(o -> o.lower(lower).upper(upper).inplace(inplace));
    }

    /// With options.
    public RReLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        lower = o.lower;
        upper = o.upper;
        inplace = o.inplace;
    }

    @Override
    public Tensor forward(Tensor input) { return F.rrelu(input, lower, upper, training(), inplace); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("lower=%s, upper=%s", lower, upper) + (inplace ? ", inplace=True" : "");
    }
}
