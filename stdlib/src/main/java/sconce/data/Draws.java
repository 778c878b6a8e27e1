package sconce.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;

/// Random numbers for samplers, drawn from the generators as PyTorch draws them, so that the same seed gives the same
/// order.
final class Draws {
    private Draws() {}

    /// The numbers from 0 to below `n` in random order.
    static List<Integer> permutation(int n, @Nullable Generator generator) {
        return integers(Torch.randperm(n, o -> o.generator(orDefault(generator))));
    }

    /// So many numbers from 0 to below `high`, each as likely.
    static List<Integer> integers(int high, int count, @Nullable Generator generator) {
        return integers(Torch.randint(high, Torch.size(count), o -> o.generator(orDefault(generator))));
    }

    /// A seed: `torch.empty((), dtype=torch.int64).random_()`.
    static long seed(@Nullable Generator generator) {
        return Torch.empty(Torch.size(), o -> o.dtype(DType.int64)).random_(0, null, orDefault(generator)).longValue();
    }

    private static Generator orDefault(@Nullable Generator generator) {
        return generator == null ? Torch.defaultGenerator() : generator;
    }

    /// A one-dimensional tensor's numbers.
    static List<Integer> integers(Tensor tensor) {
        return Arrays.stream(tensor.longArray()).mapToObj(Math::toIntExact).toList();
    }
}
