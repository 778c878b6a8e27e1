package sconce.libtorch;

import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/// A Java object that owns a native tensor. The base of `sconce.Tensor`; it shows nothing of the binding.
///
/// The native memory is given back when the object is collected, or earlier when the [NativeScope] it was made in closes.
public abstract class TensorHandle {
    private NativeMemory.Ownership ownership;
    /// The error for whoever computes with this tensor, by the operator's name; null if that is allowed.
    private @Nullable Function<String, RuntimeException> refusal;

    /// Owns a fresh native tensor.
    @SuppressWarnings("this-escape")
    protected TensorHandle(NativeTensor fresh) { ownership = NativeMemory.own(this, fresh); }

    /// Owns, beside `source`, the same native tensor; such a handle outlives every scope.
    @SuppressWarnings("this-escape")
    protected TensorHandle(TensorHandle source) { ownership = NativeMemory.keep(this, new Tensor(source.pointer())); }

    /// Takes over the native tensor of `source`: from now on both show the same one.
    ///
    /// A parameter keeps its Java identity through moves and loads this way.
    protected final void become(TensorHandle source) {
        var old = ownership;
        ownership = NativeMemory.keep(this, new Tensor(source.pointer()));
        refusal = null;
        NativeMemory.release(old);
    }

    /// Refuses every computation with this tensor until it becomes another.
    ///
    /// @param error the error, given the name of the operator
    protected final void refuse(Function<String, RuntimeException> error) { refusal = error; }

    final NativeMemory.Ownership ownership() { return ownership; }

    /// The native tensor. Whoever calls this keeps the handle reachable until the native call is over.
    final Tensor pointer() {
        if (refusal != null) throw new Refused(refusal);
        var pointer = ownership.pointer();
        if (pointer == null) throw new IllegalStateException(ownership.whyReleased());
        return pointer;
    }

    /// Tells the caller that a tensor cannot be computed with; who knows the operator's name makes the error of it.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Function<String, RuntimeException> error;

        Refused(Function<String, RuntimeException> error) {
            super(null, null, false, false);
            this.error = error;
        }

        RuntimeException in(String operator) {
            var dot = operator.indexOf('.');
            return error.apply(dot < 0 ? operator : operator.substring(0, dot));
        }
    }
}
