package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that treat it as vectors and matrices.
sealed interface LinearAlgebraMethods permits Tensor {
    /// The matrix product, with batches broadcast.
    default Tensor matmul(Tensor other) { return Operators.call("matmul", this, other); }

    /// The matrix product of two matrices.
    default Tensor mm(Tensor other) { return Operators.call("mm", this, other); }
}
