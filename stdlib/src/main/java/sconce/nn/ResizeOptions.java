package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;

/// The keyword arguments of what changes the size of its input: a size or a factor.
abstract class ResizeOptions<O extends ResizeOptions<O>> {
    @Nullable
    IntOrTuple size;
    @Nullable
    ScaleFactor scaleFactor;

    ResizeOptions() {}

    /// The size of the output, one number for all dimensions or one for each.
    public O size(long... size) { this.size = IntOrTuple.of(size); return self(); }

    /// The size of the output, for each dimension; null where there is a factor.
    public O size(@Nullable Size size) { this.size = size == null ? null : IntOrTuple.of(size); return self(); }

    /// How many times larger the output is, in all dimensions.
    public O scaleFactor(double scaleFactor) {
        this.scaleFactor = new ScaleFactor(new double[] { scaleFactor }, true);
        return self();
    }

    /// How many times larger the output is, for each dimension; null where there is a size.
    public O scaleFactor(double @Nullable... scaleFactor) {
        this.scaleFactor = scaleFactor == null ? null : new ScaleFactor(scaleFactor.clone(), false);
        return self();
    }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O self() { return (O) this; }
}
