package sconce.data;

import java.util.Iterator;
import java.util.stream.IntStream;

/// Samples in their order. Stands for `torch.utils.data.SequentialSampler`.
///
/// ```java
/// for (var i : new SequentialSampler(3)) print(i);   // 0 1 2
/// ```
public class SequentialSampler implements Sampler<Integer> {
    private final int size;

    /// Over so many samples.
    public SequentialSampler(int size) { this.size = size; }

    /// Over all samples of a set.
    public SequentialSampler(Dataset<?> dataset) { this(dataset.size()); }

    @Override
    public Iterator<Integer> iterator() { return IntStream.range(0, size).iterator(); }

    @Override
    public int size() { return size; }
}
