package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that make few numbers of many.
sealed interface ReductionMethods permits Tensor {
    /// The sum of all elements.
    default Tensor sum() { return Operators.call("sum", this); }

    /// The mean of all elements.
    default Tensor mean() { return Operators.call("mean", this); }
}
