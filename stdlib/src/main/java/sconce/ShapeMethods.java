package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that show or arrange the same numbers in another shape.
sealed interface ShapeMethods permits Tensor {
    /// The two dimensions exchanged: a view.
    default Tensor t() { return Operators.call("t", this); }

    /// All dimensions in reverse order: a view. PyTorch's property `x.T`.
    default Tensor T() { return Operators.call("numpy_T", this); }

    /// The same numbers in another shape; one size may be -1. A view where the strides allow it, else a copy.
    default Tensor reshape(long... shape) { return Operators.call("reshape", this, shape); }

    /// The same numbers in another shape; always a view.
    default Tensor view(long... shape) { return Operators.call("view", this, shape); }
}
