package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The cosine of the angle between two vectors: `x1 · x2 / max(‖x1‖ ‖x2‖, eps)`. Stands for `torch.nn.CosineSimilarity`.
///
/// Inputs `(*, D, *)` with `D` at dimension `dim`, output without it.
///
/// ```java
/// new CosineSimilarity(0).call(Torch.tensor(1.0, 0.0), Torch.tensor(0.0, 1.0))   // tensor(0.)
/// ```
public class CosineSimilarity extends BinaryModule {
    /// The dimension of the vectors.
    public long dim;

    /// The least product of the norms.
    public Number eps;

    /// Options of [CosineSimilarity], with PyTorch's names and defaults.
    public static final class Options {
        long dim = 1;
        Number eps = 1e-8;

        /// The dimension of the vectors; by default 1.
        public Options dim(long dim) { this.dim = dim; return this; }

        /// The least product of the norms; by default 1e-8.
        public Options eps(Number eps) { this.eps = eps; return this; }
    }

    /// Along dimension 1.
    public CosineSimilarity() { this(o -> {}); }

    /// Along a dimension.
    public CosineSimilarity(long dim) { this(o -> o.dim(dim)); }

    /// With options.
    public CosineSimilarity(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        dim = o.dim;
        eps = o.eps;
    }

    @Override
    public Tensor forward(Tensor input1, Tensor input2) {
        return F.cosineSimilarity(input1, input2, dim, eps.doubleValue());
    }
}
