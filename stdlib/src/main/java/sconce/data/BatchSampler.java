package sconce.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import sconce.ValueError;

/// Cuts what another sampler gives into batches. Stands for `torch.utils.data.BatchSampler`.
///
/// ```java
/// for (var batch : new BatchSampler(new SequentialSampler(5), 2, false)) print(batch);   // [0, 1] [2, 3] [4]
/// ```
public class BatchSampler implements Sampler<List<Integer>> {
    private final Sampler<Integer> sampler;
    private final int batchSize;
    private final boolean dropLast;

    /// Batches of so many; `dropLast` leaves out a last one that is smaller.
    ///
    /// @throws ValueError if the size is not positive
    public BatchSampler(Sampler<Integer> sampler, int batchSize, boolean dropLast) {
        if (batchSize <= 0) {
            throw new ValueError("batch_size should be a positive integer value, but got batch_size=" + batchSize);
        }
        this.sampler = sampler;
        this.batchSize = batchSize;
        this.dropLast = dropLast;
    }

    @Override
    public Iterator<List<Integer>> iterator() {
        var indices = sampler.iterator();
        return new Iterator<>() {
            private List<Integer> next = List.of();

            @Override
            public boolean hasNext() {
                if (next.isEmpty()) next = gather();
                return !next.isEmpty();
            }

            @Override
            public List<Integer> next() {
                if (!hasNext()) throw new NoSuchElementException("no more batches");
                var batch = next;
                next = List.of();
                return batch;
            }

            private List<Integer> gather() {
                var batch = new ArrayList<Integer>(batchSize);
                while (batch.size() < batchSize && indices.hasNext()) batch.add(indices.next());
                return dropLast && batch.size() < batchSize ? List.of() : batch;
            }
        };
    }

    @Override
    public int size() {
        return dropLast ? sampler.size() / batchSize : Math.ceilDiv(sampler.size(), batchSize);
    }
}
