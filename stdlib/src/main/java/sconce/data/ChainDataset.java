package sconce.data;

import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/// Streams one after the other, as one. Stands for `torch.utils.data.ChainDataset`.
///
/// ```java
/// IterableDataset<String> letters = () -> List.of("a", "b").iterator();
/// for (var letter : new ChainDataset<>(letters, letters)) print(letter);   // a b a b
/// ```
///
/// @param <T> the kind of sample
public class ChainDataset<T> implements IterableDataset<T> {
    private final List<IterableDataset<T>> datasets;

    /// These streams in this order.
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public ChainDataset(IterableDataset<T>... datasets) { this(List.of(datasets)); }

    /// These streams in this order.
    public ChainDataset(List<? extends IterableDataset<T>> datasets) { this.datasets = List.copyOf(datasets); }

    @Override
    public Iterator<T> iterator() {
        return datasets.stream().flatMap(each -> StreamSupport.stream(each.spliterator(), false)).iterator();
    }

    /// The sum of the sizes, where all of them are known.
    @Override
    public int size() { return datasets.stream().mapToInt(Dataset::size).sum(); }
}
