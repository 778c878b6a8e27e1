package sconce.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sconce.Generator;

/// Samples by number: two methods, and a [DataLoader] makes batches of it. Stands for `torch.utils.data.Dataset`.
///
/// ```java
/// record Sample(Tensor x, Tensor y) {}
/// class Squares implements Dataset<Sample> {
///     public int size() { return 4; }
///     public Sample get(int i) { return new Sample(Torch.tensor((double) i), Torch.tensor(i * i)); }
/// }
/// for (var batch : new DataLoader<>(new Squares(), 4)) print(batch.y());   // tensor([0, 1, 4, 9])
/// ```
///
/// @param <T> the kind of sample; a record, a list or a map of tensors, or one tensor, becomes a batch of its own kind
public interface Dataset<T> extends Iterable<T> {
    /// How many samples there are. Stands for `__len__`.
    int size();

    /// The sample of this number. Stands for `__getitem__`. Loaders with workers call it from several threads.
    T get(int index);

    /// A list as a data set.
    static <T> Dataset<T> of(List<? extends T> samples) { return new ListDataset<>(samples); }

    /// This data set with every sample changed as it is taken. What a `transform` does in Python.
    default <R> Dataset<R> map(Function<? super T, ? extends R> transform) {
        return new MappedDataset<>(this, transform);
    }

    /// Cuts the set at random into parts of these sizes; fractions that sum up to 1 are shares. Stands for
    /// `random_split`.
    ///
    /// @throws sconce.ValueError if the sizes do not sum up to the size of the set
    default List<Subset<T>> randomSplit(Number... lengths) { return randomSplit(null, lengths); }

    /// The same with a generator of one's own.
    default List<Subset<T>> randomSplit(@Nullable Generator generator, Number... lengths) {
        return RandomSplit.of(this, List.of(lengths), generator);
    }

    /// The samples in their order.
    @Override
    default Iterator<T> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() { return next < size(); }

            @Override
            public T next() {
                if (!hasNext()) throw new NoSuchElementException("the data set has " + size() + " samples");
                return get(next++);
            }
        };
    }
}
