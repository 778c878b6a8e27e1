package sconce.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sconce.Generator;
import sconce.ValueError;

/// The share of one of several processes that train together. Stands for `torch.utils.data.DistributedSampler`, whose
/// number of replicas and rank are given here, as there is no process group to ask.
///
/// ```java
/// for (var i : new DistributedSampler(Dataset.of(List.of(1, 2, 3)), 2, 1, o -> o.shuffle(false))) print(i);   // 1 0
/// ```
public class DistributedSampler implements Sampler<Integer> {
    /// Options of [DistributedSampler], with PyTorch's names and defaults.
    public static final class Options {
        private boolean shuffle = true;
        private long seed;
        private boolean dropLast;

        Options() {}

        /// Whether the order is random; by default it is.
        public Options shuffle(boolean shuffle) { this.shuffle = shuffle; return this; }

        /// The seed, the same in all processes; by default 0.
        public Options seed(long seed) { this.seed = seed; return this; }

        /// Whether samples are left out, rather than repeated, to make all shares equal; by default not.
        public Options dropLast(boolean dropLast) { this.dropLast = dropLast; return this; }
    }

    private final int length;
    private final int replicas;
    private final int rank;
    private final Options options = new Options();
    private long epoch;

    /// The share of process `rank` of `numReplicas`.
    public DistributedSampler(Dataset<?> dataset, int numReplicas, int rank) {
        this(dataset, numReplicas, rank, o -> {});
    }

    /// The same with options.
    ///
    /// @throws ValueError if there is no such rank
    public DistributedSampler(Dataset<?> dataset, int numReplicas, int rank, Consumer<Options> options) {
        if (rank >= numReplicas || rank < 0) {
            throw new ValueError(
                    "Invalid rank " + rank + ", rank should be in the interval [0, " + (numReplicas - 1) + "]");
        }
        this.length = dataset.size();
        this.replicas = numReplicas;
        this.rank = rank;
        options.accept(this.options);
    }

    /// Says which epoch begins, so that each has an order of its own. Stands for `set_epoch`.
    public void setEpoch(long epoch) { this.epoch = epoch; }

    @Override
    public Iterator<Integer> iterator() {
        var order = new ArrayList<>(options.shuffle
                ? Draws.permutation(length, new Generator().manualSeed(options.seed + epoch))
                : IntStream.range(0, length).boxed().toList());
        var total = size() * replicas;
        for (var i = 0; !order.isEmpty() && order.size() < total; i++) order.add(order.get(i));
        return List.copyOf(order).subList(0, Math.min(total, order.size())).stream().skip(rank)
                .gather(java.util.stream.Gatherers.windowFixed(replicas)).map(List::getFirst).iterator();
    }

    @Override
    public int size() {
        return options.dropLast && length % replicas != 0 ? length / replicas : Math.ceilDiv(length, replicas);
    }
}
