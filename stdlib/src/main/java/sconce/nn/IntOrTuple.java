package sconce.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.show.PythonFormat;

/// A number for all dimensions, or one for each, printed as it was given: `2`, or `(3, 2)`.
///
/// ```java
/// new MaxPool2d(Torch.size(3, 2)).kernelSize   // (3, 2)
/// ```
public final class IntOrTuple {
    private final long[] sizes;
    private final boolean single;

    private IntOrTuple(long[] sizes, boolean single) {
        this.sizes = sizes;
        this.single = single;
    }

    /// One number for all dimensions.
    public static IntOrTuple of(long size) { return new IntOrTuple(new long[] { size }, true); }

    /// What an option was given: one number stands for all dimensions, several for one each.
    public static IntOrTuple of(long... sizes) { return new IntOrTuple(sizes.clone(), sizes.length == 1); }

    /// A number for each dimension.
    public static IntOrTuple of(Size sizes) { return new IntOrTuple(sizes.longs(), false); }

    /// A number for each dimension.
    public static IntOrTuple of(int[] sizes) { return of(Keywords.size(sizes)); }

    /// Whether it is one number for all dimensions.
    public boolean single() { return single; }

    /// The number for dimension `dimension`.
    public long get(int dimension) { return single ? sizes[0] : sizes[dimension]; }

    /// The numbers, one for each of so many dimensions if one was given for all, else as they were given.
    public Size expand(int dimensions) {
        if (!single) return new Size(sizes);
        var all = new long[dimensions];
        Arrays.fill(all, sizes[0]);
        return new Size(all);
    }

    /// As libtorch takes it: a list, of one number if it stands for all dimensions.
    long[] longs() { return sizes; }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntOrTuple that && single == that.single && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() { return Arrays.hashCode(sizes); }

    @Override
    public String toString() {
        return single ? Long.toString(sizes[0]) : PythonFormat.tuple((List<?>) new Size(sizes));
    }
}
