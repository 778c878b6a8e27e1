package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Functions of [F]: distances.
abstract sealed class DistanceFunctions extends LossFunctions permits F {
    DistanceFunctions() {}

    /// The Euclidean norm of `x1 - x2 + 1e-6` along the last dimension.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2) { return pairwiseDistance(x1, x2, o -> {}); }

    /// The same, with the options of [PairwiseDistance].
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Consumer<PairwiseDistance.Options> options) {
        var o = Keywords.of(new PairwiseDistance.Options(), options);
        return Operators.call("pairwise_distance", x1, x2, o.p.doubleValue(), o.eps.doubleValue(), o.keepdim);
    }
}
