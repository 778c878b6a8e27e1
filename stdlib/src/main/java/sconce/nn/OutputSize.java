package sconce.nn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// The size that an adaptive pooling layer makes, printed as it was given: a number for all dimensions, `3`, or for each
/// a number or null, which keeps that of the input: `(2, None)`.
///
/// ```java
/// new AdaptiveAvgPool2d(2, null).outputSize   // (2, None)
/// ```
public final class OutputSize {
    private final List<@Nullable Long> sizes;
    private final boolean single;

    private OutputSize(List<@Nullable Long> sizes, boolean single) {
        this.sizes = sizes;
        this.single = single;
    }

    /// One number for all dimensions.
    public static OutputSize of(long size) { return new OutputSize(Collections.singletonList(size), true); }

    /// A number for each dimension.
    public static OutputSize of(Size sizes) { return new OutputSize(List.copyOf(sizes), false); }

    /// For each dimension a number, or null to keep that of the input.
    public static OutputSize of(@Nullable Integer... sizes) {
        return new OutputSize(Arrays.stream(sizes).map(size -> size == null ? null : size.longValue()).toList(),
                false);
    }

    /// The sizes as they were given; there must be no null among them.
    long[] given() { return sizes.stream().mapToLong(Objects::requireNonNull).toArray(); }

    /// The sizes for an input of this shape.
    ///
    /// @throws ValueError if the input has too few dimensions
    long[] of(int dimensions, Size input) {
        var given = sizes.size();
        if (single) {
            var all = new long[dimensions];
            Arrays.fill(all, given()[0]);
            return all;
        }
        if (input.size() <= given) {
            throw new ValueError("Input dimension should be at least " + (given + 1));
        }
        var all = new long[given];
        for (var i = 0; i < given; i++) {
            var size = sizes.get(i);
            all[i] = size == null ? input.get(input.size() - given + i) : size;
        }
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutputSize that && single == that.single && sizes.equals(that.sizes);
    }

    @Override
    public int hashCode() { return sizes.hashCode(); }

    @Override
    public String toString() { return single ? PythonFormat.of(sizes.getFirst()) : PythonFormat.tuple(sizes); }
}
