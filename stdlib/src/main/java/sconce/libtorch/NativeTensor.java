package sconce.libtorch;

import org.bytedeco.pytorch.Tensor;

/// A tensor of libtorch that nobody in Java owns yet: what [Host#tensor] is given to build a [TensorHandle] on.
public final class NativeTensor {
    final Tensor pointer;
    /// Whether the data is a file's, which takes no memory of its own.
    final boolean mapped;

    NativeTensor(Tensor pointer) { this(pointer, false); }

    NativeTensor(Tensor pointer, boolean mapped) {
        this.pointer = pointer;
        this.mapped = mapped;
    }
}
