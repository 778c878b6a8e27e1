package sconce.libtorch;

import org.bytedeco.pytorch.Tensor;

/// A tensor of libtorch that nobody in Java owns yet: what [Host#tensor] is given to build a [TensorHandle] on.
public final class NativeTensor {
    final Tensor pointer;

    NativeTensor(Tensor pointer) { this.pointer = pointer; }
}
