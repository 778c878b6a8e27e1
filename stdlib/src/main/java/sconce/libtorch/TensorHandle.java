package sconce.libtorch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/// A Java object that owns a native tensor. The base of `sconce.Tensor`; it shows nothing of the binding.
///
/// The native memory is given back when the object is collected, or earlier when the [NativeScope] it was made in closes.
public abstract class TensorHandle {
    private NativeMemory.Ownership ownership;
    /// The error for whoever computes with this tensor, by the operator's name; null if that is allowed.
    private @Nullable Function<String, RuntimeException> refusal;

    /// Whether any tensor was ever made that is computed when it is touched: without one, operators need not look for it.
    private static volatile boolean anyComputed;
    /// Gives the tensor that this one stands for at the moment; null for one that stands for itself.
    private @Nullable Supplier<? extends TensorHandle> source;
    /// What was computed last, kept for the native call that reads it.
    private volatile @Nullable TensorHandle touched;

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

    /// From now on this handle stands for what `computation` gives, computed whenever somebody touches it.
    protected final void follow(Supplier<? extends TensorHandle> computation) {
        source = computation;
        anyComputed = true;
    }

    /// The arguments of a call with what computed tensors stand for in their places, so that a call computes each once
    /// and holds it until it is over.
    @SuppressWarnings("ReferenceEquality") // Asks whether anything was replaced.
    static @Nullable Object[] current(@Nullable Object[] arguments) {
        if (!anyComputed) return arguments;
        var current = arguments;
        for (var i = 0; i < arguments.length; i++) {
            var now = current(arguments[i]);
            if (now == arguments[i]) continue;
            if (current == arguments) current = arguments.clone();
            current[i] = now;
        }
        return current;
    }

    private static @Nullable Object current(@Nullable Object argument) {
        return switch (argument) {
            case TensorHandle tensor when tensor.source != null -> tensor.source.get();
            case Object[] several -> current(several);
            case List<?> several when several.stream().anyMatch(TensorHandle::isComputed) ->
                Arrays.asList(current(several.toArray()));
            case null, default -> argument;
        };
    }

    private static boolean isComputed(@Nullable Object element) {
        return element instanceof TensorHandle tensor && tensor.source != null;
    }

    final NativeMemory.Ownership ownership() { return ownership; }

    /// The native tensor. Whoever calls this keeps the handle reachable until the native call is over.
    final Tensor pointer() {
        if (refusal != null) throw new Refused(refusal);
        if (source != null) {
            var current = source.get();
            touched = current;
            return current.pointer();
        }
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
