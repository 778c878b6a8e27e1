package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The keyword argument that all pooling layers with a moving window share.
abstract class PoolOptions<O extends PoolOptions<O>> {
    private @Nullable IntOrTuple stride;

    PoolOptions() {}

    /// The step between windows, one number for all dimensions or one for each; by default the window's size.
    public O stride(long... stride) { this.stride = IntOrTuple.of(stride); return self(); }

    /// The step between windows, for each dimension; null for the window's size.
    public O stride(@Nullable Size stride) {
        this.stride = stride == null ? null : IntOrTuple.of(stride);
        return self();
    }

    /// The step, or null if none was given.
    final @Nullable IntOrTuple stride() { return stride; }

    /// The step, by default the window's size.
    final IntOrTuple stride(IntOrTuple kernelSize) { return stride == null ? kernelSize : stride; }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O self() { return (O) this; }
}
