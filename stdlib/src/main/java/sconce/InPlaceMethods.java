package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that change the tensor itself and return it.
sealed interface InPlaceMethods permits Tensor {
    /// Adds `other` to this tensor.
    default Tensor add_(Tensor other) {
        Operators.call("add_.Tensor", this, other);
        return (Tensor) this;
    }

    /// Sets every element to zero.
    default Tensor zero_() {
        Operators.call("zero_", this);
        return (Tensor) this;
    }
}
