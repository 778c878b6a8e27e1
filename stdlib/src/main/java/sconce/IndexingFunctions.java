package sconce;

import sconce.libtorch.Operators;

/// Functions of [Torch] that pick or replace elements.
abstract sealed class IndexingFunctions extends ShapeFunctions permits LinearAlgebraFunctions {
    IndexingFunctions() {}

    /// Elements of `input` where `condition` holds, else of `other`.
    public static Tensor where(Tensor condition, Tensor input, Tensor other) {
        return Operators.call("where.self", condition, input, other);
    }
}
