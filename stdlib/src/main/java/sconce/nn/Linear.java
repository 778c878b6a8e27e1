package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Applies an affine map to the last dimension: `y = x Wᵀ + b`. Stands for `torch.nn.Linear`.
///
/// Input `(*, inFeatures)`, output `(*, outFeatures)`; `*` is any number of dimensions, none included.
/// Weight and bias start evenly in `±1/√inFeatures`.
///
/// ```java
/// new Linear(2, 3).call(Torch.ones(4, 2)).shape()   // torch.Size([4, 3])
/// ```
public class Linear extends UnaryModule {
    /// The size of an input's last dimension.
    public long inFeatures;

    /// The size of an output's last dimension.
    public long outFeatures;

    /// The matrix `(outFeatures, inFeatures)`.
    public Parameter weight;

    /// The shift `(outFeatures)`, or null.
    public @Nullable Parameter bias;

    /// Options of [Linear], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        boolean bias = true;

        /// Whether there is a shift; by default true.
        public Options bias(boolean bias) { this.bias = bias; return this; }
    }

    /// From `inFeatures` numbers to `outFeatures`.
    public Linear(long inFeatures, long outFeatures) { this(inFeatures, outFeatures, o -> {}); }

    /// The same, with or without a shift.
    public Linear(long inFeatures, long outFeatures, boolean bias) { this(inFeatures, outFeatures, o -> o.bias(bias)); }

    /// The same, with options.
    public Linear(long inFeatures, long outFeatures, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.inFeatures = inFeatures;
        this.outFeatures = outFeatures;
        weight = o.parameter(outFeatures, inFeatures);
        bias = o.parameterIf(o.bias, outFeatures);
        resetParameters();
    }

    /// Draws weight and bias anew.
    public void resetParameters() { DefaultInit.linear(weight, bias); }

    @Override
    public Tensor forward(Tensor input) { return F.linear(input, weight, bias); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("in_features=%s, out_features=%s, bias=%s", inFeatures, outFeatures, bias != null);
    }
}
