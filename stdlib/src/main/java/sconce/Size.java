package sconce;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.stream.Collectors;

/// The sizes of a tensor's dimensions. Stands for `torch.Size`; prints as `torch.Size([2, 3])`.
///
/// ```java
/// Torch.ones(2, 3).shape().get(-1)   // 3
/// ```
public final class Size extends AbstractList<Long> implements RandomAccess {
    private final long[] sizes;
    private final boolean tuple;

    /// The sizes of the dimensions, outermost first.
    public Size(long... sizes) { this(sizes, false); }

    private Size(long[] sizes, boolean tuple) {
        this.sizes = sizes.clone();
        this.tuple = tuple;
    }

    /// Sizes from a list.
    public static Size of(Collection<? extends Number> sizes) {
        return new Size(sizes.stream().mapToLong(Number::longValue).toArray());
    }

    /// Numbers that print as Python's tuple, `(3, 1)`, as strides do.
    static Size tuple(long... numbers) { return new Size(numbers, true); }

    /// The size of a dimension; negative ones count from the end.
    ///
    /// @throws IndexError if there is no such dimension
    @Override
    public Long get(int dimension) { return sizes[index(dimension)]; }

    @Override
    public int size() { return sizes.length; }

    /// The product of the sizes: how many elements.
    public long numel() {
        var product = 1L;
        for (var size : sizes) product *= size;
        return product;
    }

    /// The sizes as an array of their own.
    public long[] longs() { return sizes.clone(); }

    private int index(int dimension) {
        var index = dimension < 0 ? dimension + sizes.length : dimension;
        if (index < 0 || index >= sizes.length) throw new IndexError("tuple index out of range");
        return index;
    }

    @Override
    public String toString() {
        if (tuple) return Tuple.text(sizes);
        return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(", ", "torch.Size([", "])"));
    }
}
