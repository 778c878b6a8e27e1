package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that compute element by element.
sealed interface PointwiseMethods permits Tensor {
    /// `this + alpha * other`, broadcast.
    default Tensor add(Tensor other) { return Operators.call("add.Tensor", this, other); }

    /// `this + other`.
    default Tensor add(Number other) { return Operators.call("add.Scalar", this, other); }

    /// `this * other`, broadcast.
    default Tensor mul(Tensor other) { return Operators.call("mul.Tensor", this, other); }

    /// `this * other`.
    default Tensor mul(Number other) { return Operators.call("mul.Scalar", this, other); }

    /// `this` where it is positive, else 0.
    default Tensor relu() { return Operators.call("relu", this); }
}
