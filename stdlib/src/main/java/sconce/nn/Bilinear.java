package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// Multiplies two inputs with a matrix between them for every output: `y[o] = x1ᵀ A[o] x2 + b[o]`. Stands for
/// `torch.nn.Bilinear`.
///
/// Inputs `(*, in1Features)` and `(*, in2Features)` with the same `*`, output `(*, outFeatures)`.
/// Weight and bias start evenly in `±1/√in1Features`.
///
/// ```java
/// new Bilinear(2, 3, 4).call(Torch.ones(5, 2), Torch.ones(5, 3)).shape()   // torch.Size([5, 4])
/// ```
public class Bilinear extends BinaryModule {
    /// The size of the first input's last dimension.
    public final long in1Features;

    /// The size of the second input's last dimension.
    public final long in2Features;

    /// The size of the output's last dimension.
    public final long outFeatures;

    /// The matrices `(outFeatures, in1Features, in2Features)`.
    public Parameter weight;

    /// The shift `(outFeatures)`, or null.
    public @Nullable Parameter bias;

    /// Options of [Bilinear], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        boolean bias = true;

        /// Whether there is a shift; by default true.
        public Options bias(boolean bias) { this.bias = bias; return this; }
    }

    /// From `in1Features` and `in2Features` numbers to `outFeatures`.
    public Bilinear(long in1Features, long in2Features, long outFeatures) {
        this(in1Features, in2Features, outFeatures, o -> {});
    }

    /// The same, with options.
    ///
    /// @throws ValueError if `in1Features` is not positive
    public Bilinear(long in1Features, long in2Features, long outFeatures, Consumer<Options> options) {
        if (in1Features <= 0) {
            throw new ValueError("in1_features must be > 0, but got (in1_features=" + in1Features + ")");
        }
        var o = Keywords.of(new Options(), options);
        this.in1Features = in1Features;
        this.in2Features = in2Features;
        this.outFeatures = outFeatures;
        weight = o.parameter(outFeatures, in1Features, in2Features);
        bias = o.parameterIf(o.bias, outFeatures);
        resetParameters();
    }

    /// Draws weight and bias anew.
    public void resetParameters() { DefaultInit.evenly(weight.size(1), weight, bias); }

    @Override
    public Tensor forward(Tensor input1, Tensor input2) { return F.bilinear(input1, input2, weight, bias); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("in1_features=%s, in2_features=%s, out_features=%s, bias=%s", in1Features,
                in2Features,
                outFeatures, bias != null);
    }
}
