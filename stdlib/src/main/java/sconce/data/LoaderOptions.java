package sconce.data;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import sconce.Generator;
import sconce.ValueError;
import sconce.Warnings;

/// The keyword arguments of a [DataLoader], with PyTorch's names, defaults and errors.
///
/// ```java
/// new DataLoader<>(Dataset.of(List.of(Torch.ones(1))), o -> o.batchSize(2).shuffle(true)).size()   // 1
/// ```
public final class LoaderOptions {
    @Nullable
    Integer batchSize = 1;
    @Nullable
    Boolean shuffle;
    @Nullable
    Sampler<Integer> sampler;
    @Nullable
    Sampler<List<Integer>> batchSampler;
    int numWorkers;
    boolean dropLast;
    double timeout;
    @Nullable
    IntConsumer workerInitFn;
    @Nullable
    Generator generator;
    @Nullable
    Integer prefetchFactor;
    boolean persistentWorkers;
    boolean inOrder = true;

    LoaderOptions() {}

    /// How many samples a batch has; by default 1; null gives the samples one by one, not in batches.
    public LoaderOptions batchSize(@Nullable Integer batchSize) { this.batchSize = batchSize; return this; }

    /// Whether each epoch has a random order; by default not.
    public LoaderOptions shuffle(@Nullable Boolean shuffle) { this.shuffle = shuffle; return this; }

    /// The order of samples; by default that of the set.
    public LoaderOptions sampler(@Nullable Sampler<Integer> sampler) { this.sampler = sampler; return this; }

    /// The order of samples as a list of their numbers.
    public LoaderOptions sampler(List<Integer> indices) { return sampler(new ListSampler<>(indices)); }

    /// The batches, as lists of the numbers of their samples.
    public LoaderOptions batchSampler(@Nullable Sampler<List<Integer>> batchSampler) {
        this.batchSampler = batchSampler;
        return this;
    }

    /// The batches as a list of lists of numbers.
    public LoaderOptions batchSampler(List<List<Integer>> batches) { return batchSampler(new ListSampler<>(batches)); }

    /// How many threads make batches ahead; by default 0: batches are made when asked for, where they are asked for.
    public LoaderOptions numWorkers(int numWorkers) { this.numWorkers = numWorkers; return this; }

    /// Whether a last batch that is smaller is left out; by default not.
    public LoaderOptions dropLast(boolean dropLast) { this.dropLast = dropLast; return this; }

    /// Accepted for the sake of ported code: there is no accelerator here to pin memory for.
    public LoaderOptions pinMemory(boolean pinMemory) {
        if (pinMemory) {
            Warnings.warn("'pin_memory' argument is set as true but no accelerator is found, then device pinned memory "
                    + "won't be used.");
        }
        return this;
    }

    /// How many seconds to wait for a worker's batch before giving up; by default 0: as long as it takes.
    public LoaderOptions timeout(double seconds) { this.timeout = seconds; return this; }

    /// What each worker runs first, with its number.
    public LoaderOptions workerInitFn(@Nullable IntConsumer workerInitFn) {
        this.workerInitFn = workerInitFn;
        return this;
    }

    /// Where the random order and the workers' seeds come from; by default the default generator.
    public LoaderOptions generator(@Nullable Generator generator) { this.generator = generator; return this; }

    /// How many batches each worker makes ahead; by default 2.
    public LoaderOptions prefetchFactor(@Nullable Integer prefetchFactor) {
        this.prefetchFactor = prefetchFactor;
        return this;
    }

    /// Whether workers stay for the next epoch; by default not.
    public LoaderOptions persistentWorkers(boolean persistentWorkers) {
        this.persistentWorkers = persistentWorkers;
        return this;
    }

    /// Whether batches come in the order of the sampler even if a later one is ready first; by default they do.
    public LoaderOptions inOrder(boolean inOrder) { this.inOrder = inOrder; return this; }

    /// Refuses what does not go together, as PyTorch does, and settles the order of samples.
    LoaderOptions settle(Dataset<?> dataset) {
        checkWorkers();
        var stream = dataset instanceof IterableDataset<?>;
        if (stream) checkStream();
        if (sampler != null && Boolean.TRUE.equals(shuffle)) {
            throw new ValueError("sampler option is mutually exclusive with shuffle");
        }
        if (batchSampler != null) {
            if (batchSize == null || batchSize != 1 || Boolean.TRUE.equals(shuffle) || sampler != null || dropLast) {
                throw new ValueError(
                        "batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and "
                                + "drop_last");
            }
            batchSize = null;
        } else if (batchSize == null && dropLast) {
            throw new ValueError(
                    "batch_size=None option disables auto-batching and is mutually exclusive with drop_last");
        }
        if (sampler == null && !stream) {
            sampler = Boolean.TRUE.equals(shuffle) ? new RandomSampler(dataset, o -> o.generator(generator))
                    : new SequentialSampler(dataset);
        }
        if (batchSize != null && batchSize <= 0) {
            throw new ValueError("batch_size should be a positive integer value, but got batch_size=" + batchSize);
        }
        if (batchSize != null && sampler != null) batchSampler = new BatchSampler(sampler, batchSize, dropLast);
        return this;
    }

    /// Whether samples are put together at all.
    boolean isBatching() { return batchSize != null || batchSampler != null; }

    /// How many batches are made ahead of the loop.
    int ahead() { return Math.max(1, numWorkers * (prefetchFactor == null ? 2 : prefetchFactor)); }

    private void checkWorkers() {
        if (numWorkers < 0) {
            throw new ValueError("num_workers option should be non-negative; use num_workers=0 to disable "
                    + "multiprocessing.");
        }
        if (timeout < 0) throw new ValueError("timeout option should be non-negative");
        if (numWorkers == 0 && prefetchFactor != null) {
            throw new ValueError("prefetch_factor option could only be specified in multiprocessing."
                    + "let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.");
        }
        if (prefetchFactor != null && prefetchFactor < 0) {
            throw new ValueError("prefetch_factor option should be non-negative");
        }
        if (persistentWorkers && numWorkers == 0) {
            throw new ValueError("persistent_workers option needs num_workers > 0");
        }
    }

    private void checkStream() {
        var refused = Boolean.TRUE.equals(shuffle) ? "shuffle option, but got shuffle=True"
                : sampler != null ? "sampler option, but got sampler=" + sampler
                        : batchSampler != null ? "batch_sampler option, but got batch_sampler=" + batchSampler : null;
        if (refused != null) throw new ValueError("DataLoader with IterableDataset: expected unspecified " + refused);
    }
}
