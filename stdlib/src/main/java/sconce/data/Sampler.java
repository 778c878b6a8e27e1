package sconce.data;

import sconce.TypeError;

/// The order in which a [DataLoader] takes samples: the numbers of samples, or lists of them. Stands for
/// `torch.utils.data.Sampler`. Write one as a lambda or a class:
///
/// ```java
/// Sampler<Integer> backwards = () -> List.of(2, 1, 0).iterator();
/// var data = new TensorDataset(Torch.tensor(10, 20, 30));
/// for (var batch : new DataLoader<>(data, o -> o.batchSize(3).sampler(backwards))) print(batch);   // [tensor([30, 20, 10])]
/// ```
///
/// @param <I> Integer for single samples, a list of them for batches
@FunctionalInterface
public interface Sampler<I> extends Iterable<I> {
    /// How many it gives. Stands for `__len__`.
    ///
    /// @throws TypeError where that is not known
    default int size() {
        throw new TypeError("object of type '" + getClass().getSimpleName() + "' has no len()");
    }
}
