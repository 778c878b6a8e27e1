package sconce.data;

import java.util.Arrays;
import java.util.List;
import sconce.AssertionException;
import sconce.IndexError;
import sconce.ValueError;

/// Data sets one after the other, as one. Stands for `torch.utils.data.ConcatDataset`; for streams see [ChainDataset].
///
/// ```java
/// new ConcatDataset<>(Dataset.of(List.of("a", "b")), Dataset.of(List.of("c"))).get(-1)   // c
/// ```
///
/// @param <T> the kind of sample
public class ConcatDataset<T> implements Dataset<T> {
    private final List<Dataset<T>> datasets;
    private final int[] cumulativeSizes;

    /// These sets in this order.
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public ConcatDataset(Dataset<T>... datasets) { this(List.of(datasets)); }

    /// These sets in this order.
    ///
    /// @throws AssertionException if there are none, or one of them is a stream
    public ConcatDataset(List<? extends Dataset<T>> datasets) {
        if (datasets.isEmpty()) throw new AssertionException("datasets should not be an empty iterable");
        if (datasets.stream().anyMatch(IterableDataset.class::isInstance)) {
            throw new AssertionException("ConcatDataset does not support IterableDataset");
        }
        this.datasets = List.copyOf(datasets);
        cumulativeSizes = datasets.stream().mapToInt(Dataset::size).toArray();
        Arrays.parallelPrefix(cumulativeSizes, Math::addExact);
    }

    /// The sets.
    public List<Dataset<T>> datasets() { return datasets; }

    /// Where each set ends in the whole.
    public List<Integer> cumulativeSizes() { return Arrays.stream(cumulativeSizes).boxed().toList(); }

    @Override
    public int size() { return cumulativeSizes[cumulativeSizes.length - 1]; }

    @Override
    public T get(int index) {
        if (index < 0 && -index > size()) {
            throw new ValueError("absolute value of index should not exceed dataset length");
        }
        var place = index < 0 ? index + size() : index;
        for (var i = 0; i < cumulativeSizes.length; i++) {
            if (place < cumulativeSizes[i]) {
                return datasets.get(i).get(place - (i == 0 ? 0 : cumulativeSizes[i - 1]));
            }
        }
        throw new IndexError("list index out of range");
    }

    @Override
    public String toString() { return "ConcatDataset" + datasets; }
}
