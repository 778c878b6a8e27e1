package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that pick or replace elements.
sealed interface IndexingMethods permits Tensor {
    /// Element, row or slice `index` of the first dimension: Python's `x[index]`.
    default Tensor get(long index) { return Operators.call("select.int", this, 0, index); }
}
