package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Brings the last dimensions of each sample to mean 0 and variance 1, then scales and shifts their elements:
/// `y = (x - E[x]) / √(Var[x] + eps) · weight + bias`. Stands for `torch.nn.LayerNorm`.
///
/// Input and output `(*, normalizedShape)`.
///
/// ```java
/// new LayerNorm(4).call(Torch.ones(2, 3, 4)).shape()   // torch.Size([2, 3, 4])
/// ```
public class LayerNorm extends UnaryModule {
    /// The sizes of the last dimensions.
    public final Size normalizedShape;

    /// What is added to the variance.
    public Number eps;

    /// Whether elements are scaled and shifted.
    public final boolean elementwiseAffine;

    /// The factors `(*normalizedShape)`, or null.
    public @Nullable Parameter weight;

    /// The shifts `(*normalizedShape)`, or null.
    public @Nullable Parameter bias;

    /// Options of [LayerNorm], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        Number eps = 1e-5;
        boolean elementwiseAffine = true;
        boolean bias = true;

        /// What is added to the variance; by default 1e-5.
        public Options eps(Number eps) { this.eps = eps; return this; }

        /// Whether elements are scaled and shifted; by default true.
        public Options elementwiseAffine(boolean elementwiseAffine) {
            this.elementwiseAffine = elementwiseAffine;
            return this;
        }

        /// Whether there are shifts beside the factors; by default true.
        public Options bias(boolean bias) { this.bias = bias; return this; }
    }

    /// Over the last dimension, of this size.
    public LayerNorm(long normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimensions, of these sizes.
    public LayerNorm(Size normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimensions, of these sizes.
    public LayerNorm(int[] normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimension, of this size, with options.
    public LayerNorm(long normalizedShape, Consumer<Options> options) { this(new Size(normalizedShape), options); }

    /// Over the last dimensions, of these sizes, with options.
    public LayerNorm(int[] normalizedShape, Consumer<Options> options) {
        this(Keywords.size(normalizedShape), options);
    }

    /// Over the last dimensions, of these sizes, with options.
    public LayerNorm(Size normalizedShape, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.normalizedShape = normalizedShape;
        eps = o.eps;
        elementwiseAffine = o.elementwiseAffine;
        weight = o.parameterIf(elementwiseAffine, normalizedShape.longs());
        bias = o.parameterIf(elementwiseAffine && o.bias, normalizedShape.longs());
        resetParameters();
    }

    /// Sets factors to 1 and shifts to 0.
    public void resetParameters() {
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    @Override
    public Tensor forward(Tensor input) {
        return F.layerNorm(input, normalizedShape, weight, bias, eps.doubleValue());
    }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, eps=%s, elementwise_affine=%s", normalizedShape, eps, elementwiseAffine);
    }
}
