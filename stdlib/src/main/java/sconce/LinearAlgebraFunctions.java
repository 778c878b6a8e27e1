package sconce;

import sconce.libtorch.Operators;

/// Functions of [Torch] of linear algebra.
abstract sealed class LinearAlgebraFunctions extends IndexingFunctions permits Torch {
    LinearAlgebraFunctions() {}

    /// The matrix product, with batches broadcast.
    public static Tensor matmul(Tensor one, Tensor other) { return one.matmul(other); }

    /// `input + mat1 @ mat2`.
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2) {
        return Operators.call("addmm", input, mat1, mat2);
    }
}
