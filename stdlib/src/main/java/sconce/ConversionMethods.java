package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that change dtype, device or memory.
sealed interface ConversionMethods permits Tensor {
    /// This tensor with another dtype, itself if it has that already.
    default Tensor to(DType dtype) { return Operators.call("to.dtype", this, dtype); }

    /// The elements in row-major order without gaps; itself if they lie so already.
    default Tensor contiguous() { return Operators.call("contiguous", this); }
}
