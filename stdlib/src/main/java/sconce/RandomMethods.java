package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that draw random numbers.
sealed interface RandomMethods permits Tensor {
    /// Fills this tensor with numbers drawn evenly between `from` and `to`.
    default Tensor uniform_(double from, double to) {
        Operators.call("uniform_", this, from, to);
        return (Tensor) this;
    }
}
