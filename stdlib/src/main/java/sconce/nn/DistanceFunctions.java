package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.Operators;

/// Functions of [F]: distances.
public abstract sealed class DistanceFunctions extends LossFunctions permits AttentionFunctions {
    DistanceFunctions() {}

    /// The cosine of the angle between the vectors along dimension 1.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2) { return cosineSimilarity(x1, x2, 1, 1e-8); }

    /// The same along dimension `dim`.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, long dim) {
        return cosineSimilarity(x1, x2, dim, 1e-8);
    }

    /// The same; norms are no less than `eps`.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, long dim, double eps) {
        return Operators.call("cosine_similarity", x1, x2, dim, eps);
    }

    /// The same, with the options of [CosineSimilarity].
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, Consumer<CosineSimilarity.Options> options) {
        var o = Keywords.of(new CosineSimilarity.Options(), options);
        return cosineSimilarity(x1, x2, o.dim, o.eps.doubleValue());
    }

    /// The Euclidean norm of `x1 - x2 + 1e-6` along the last dimension.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2) { return pairwiseDistance(x1, x2, o -> {}); }

    /// The same, with the options of [PairwiseDistance].
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Consumer<PairwiseDistance.Options> options) {
        var o = Keywords.of(new PairwiseDistance.Options(), options);
        return Operators.call("pairwise_distance", x1, x2, o.p.doubleValue(), o.eps.doubleValue(), o.keepdim);
    }

    /// The Euclidean distances between all pairs of the rows of `input` `(N, D)`: `N (N - 1) / 2` of them.
    public static Tensor pdist(Tensor input) { return pdist(input, 2); }

    /// The same in the p-norm.
    public static Tensor pdist(Tensor input, double p) { return Torch.pdist(input, p); }
}
