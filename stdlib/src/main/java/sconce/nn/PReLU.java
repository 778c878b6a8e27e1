package sconce.nn;

import java.util.function.Consumer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// `x` where positive, else `weight x`, with a learnt weight, one in all or one for each channel. Stands for
/// `torch.nn.PReLU`.
///
/// Input and output `(*)`, or `(N, numParameters, *)`.
///
/// ```java
/// new PReLU().call(Torch.tensor(-1.0, 2.0)).detach()   // tensor([-0.2500,  2.0000])
/// ```
public class PReLU extends UnaryModule {
    /// How many weights: 1, or the number of channels.
    public final long numParameters;

    /// The weights `(numParameters)`.
    public Parameter weight;

    private final Number init;

    /// Options of [PReLU], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        long numParameters = 1;
        Number init = 0.25;

        /// How many weights: 1 (default), or the number of channels.
        public Options numParameters(long numParameters) { this.numParameters = numParameters; return this; }

        /// What the weights start with; by default 0.25.
        public Options init(Number init) { this.init = init; return this; }
    }

    /// With the defaults.
    public PReLU() { this(o -> {}); }

    /// With a number of weights.
    public PReLU(long numParameters) { this(o -> o.numParameters(numParameters)); }

    /// With a number of weights and what they start with.
    public PReLU(long numParameters, Number init) { this(o -> o.numParameters(numParameters).init(init)); }

    /// With options.
    public PReLU(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        numParameters = o.numParameters;
        init = o.init;
        weight = o.parameter(numParameters);
        resetParameters();
    }

    /// Fills the weights with their first value.
    public void resetParameters() { Init.constant_(weight, init); }

    @Override
    public Tensor forward(Tensor input) { return F.prelu(input, weight); }

    @Override
    public String extraRepr() { return PythonFormat.format("num_parameters=%s", numParameters); }
}
