package sconce.libtorch;

import org.bytedeco.pytorch.Tensor;

/// A Java object that owns a native tensor. The base of `sconce.Tensor`; it shows nothing of the binding.
///
/// The native memory is given back when the object is collected, or earlier when the [NativeScope] it was made in closes.
public abstract class TensorHandle {
    private NativeMemory.Ownership ownership;

    /// Owns a fresh native tensor.
    @SuppressWarnings("this-escape")
    protected TensorHandle(NativeTensor fresh) { ownership = NativeMemory.own(this, fresh.pointer); }

    /// Owns, beside `source`, the same native tensor; such a handle outlives every scope.
    @SuppressWarnings("this-escape")
    protected TensorHandle(TensorHandle source) { ownership = NativeMemory.keep(this, new Tensor(source.pointer())); }

    /// Takes over the native tensor of `source`: from now on both show the same one.
    ///
    /// A parameter keeps its Java identity through moves and loads this way.
    protected final void become(TensorHandle source) {
        var old = ownership;
        ownership = NativeMemory.keep(this, new Tensor(source.pointer()));
        NativeMemory.release(old);
    }

    final NativeMemory.Ownership ownership() { return ownership; }

    /// The native tensor. Whoever calls this keeps the handle reachable until the native call is over.
    final Tensor pointer() {
        var pointer = ownership.pointer();
        if (pointer == null) throw new IllegalStateException(ownership.whyReleased());
        return pointer;
    }
}
