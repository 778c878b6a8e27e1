package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that compare, and those that ask about its numbers.
sealed interface ComparisonMethods permits Tensor {
    /// Whether each element equals the other tensor's.
    default Tensor eq(Tensor other) { return Operators.call("eq.Tensor", this, other); }

    /// Whether each element equals a number.
    default Tensor eq(Number other) { return Operators.call("eq.Scalar", this, other); }
}
