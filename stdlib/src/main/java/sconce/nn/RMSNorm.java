package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Divides the last dimensions of each sample by the root of their mean square, then scales their elements:
/// `y = x / √(E[x²] + eps) · weight`. Stands for `torch.nn.RMSNorm`.
///
/// Input and output `(*, normalizedShape)`.
///
/// ```java
/// new RMSNorm(2).call(Torch.tensor(3.0, 4.0))   // tensor([0.8485, 1.1314], grad_fn=<MulBackward0>)
/// ```
public class RMSNorm extends UnaryModule {
    /// The sizes of the last dimensions.
    public final Size normalizedShape;

    /// What is added to the mean square; null for the input type's smallest step from 1.
    public @Nullable Number eps;

    /// Whether elements are scaled.
    public final boolean elementwiseAffine;

    /// The factors `(*normalizedShape)`, or null.
    public @Nullable Parameter weight;

    /// Options of [RMSNorm], with PyTorch's names and defaults.
    public static final class Options extends LayerOptions<Options> {
        @Nullable
        Number eps;
        boolean elementwiseAffine = true;

        /// What is added to the mean square; by default null: the input type's smallest step from 1.
        public Options eps(@Nullable Number eps) { this.eps = eps; return this; }

        /// Whether elements are scaled; by default true.
        public Options elementwiseAffine(boolean elementwiseAffine) {
            this.elementwiseAffine = elementwiseAffine;
            return this;
        }
    }

    /// Over the last dimension, of this size.
    public RMSNorm(long normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimensions, of these sizes.
    public RMSNorm(Size normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimensions, of these sizes.
    public RMSNorm(int[] normalizedShape) { this(normalizedShape, o -> {}); }

    /// Over the last dimension, of this size, with options.
    public RMSNorm(long normalizedShape, Consumer<Options> options) { this(new Size(normalizedShape), options); }

    /// Over the last dimensions, of these sizes, with options.
    public RMSNorm(int[] normalizedShape, Consumer<Options> options) {
        this(Keywords.size(normalizedShape), options);
    }

    /// Over the last dimensions, of these sizes, with options.
    public RMSNorm(Size normalizedShape, Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        this.normalizedShape = normalizedShape;
        eps = o.eps;
        elementwiseAffine = o.elementwiseAffine;
        weight = o.parameterIf(elementwiseAffine, normalizedShape.longs());
        resetParameters();
    }

    /// Sets factors to 1.
    public void resetParameters() {
        if (weight != null) Init.ones_(weight);
    }

    @Override
    public Tensor forward(Tensor x) { return F.rmsNorm(x, normalizedShape, weight, eps); }

    @Override
    public String extraRepr() {
        return PythonFormat.format("%s, eps=%s, elementwise_affine=%s", normalizedShape, eps, elementwiseAffine);
    }
}
