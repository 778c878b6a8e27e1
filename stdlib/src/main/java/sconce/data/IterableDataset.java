package sconce.data;

import java.util.Iterator;
import sconce.NotImplementedError;
import sconce.TypeError;

/// Samples one after the other, without numbers: a stream, a file too large to hold. Stands for
/// `torch.utils.data.IterableDataset`.
///
/// ```java
/// IterableDataset<Tensor> count = () -> java.util.stream.IntStream.range(0, 3).mapToObj(Torch::tensor).iterator();
/// for (var batch : new DataLoader<>(count, 2)) print(batch);   // tensor([0, 1]) tensor([2])
/// ```
///
/// With several workers each goes through the whole set; [Data#getWorkerInfo()] tells which part is its own.
///
/// @param <T> the kind of sample
@FunctionalInterface
public interface IterableDataset<T> extends Dataset<T> {
    /// The samples, from the first one on. Stands for `__iter__`.
    @Override
    Iterator<T> iterator();

    /// How many samples there are, where that is known.
    ///
    /// @throws TypeError if not
    @Override
    default int size() {
        throw new TypeError("object of type '" + getClass().getSimpleName() + "' has no len()");
    }

    /// Samples have no numbers here.
    ///
    /// @throws NotImplementedError always
    @Override
    default T get(int index) {
        throw new NotImplementedError(getClass().getSimpleName() + " gives its samples one after the other: go through "
                + "them in a loop");
    }
}
