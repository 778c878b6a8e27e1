package sconce.data;

import java.util.List;
import sconce.IndexError;

/// Some samples of a data set, in an order of their own, not copied. Stands for `torch.utils.data.Subset`.
///
/// ```java
/// new Subset<>(Dataset.of(List.of("a", "b", "c")), List.of(2, 0)).get(0)   // c
/// ```
///
/// @param <T> the kind of sample
public class Subset<T> implements Dataset<T> {
    private final Dataset<T> dataset;
    private final List<Integer> indices;

    /// The samples of `dataset` that have these numbers.
    public Subset(Dataset<T> dataset, List<Integer> indices) {
        this.dataset = dataset;
        this.indices = List.copyOf(indices);
    }

    /// The whole set.
    public Dataset<T> dataset() { return dataset; }

    /// The numbers that the samples have in the whole set.
    public List<Integer> indices() { return indices; }

    @Override
    public int size() { return indices.size(); }

    @Override
    public T get(int index) {
        var place = index < 0 ? index + size() : index;
        if (place < 0 || place >= size()) throw new IndexError("list index out of range");
        return dataset.get(indices.get(place));
    }

    @Override
    public String toString() { return "Subset(" + size() + " of " + dataset + ")"; }
}
