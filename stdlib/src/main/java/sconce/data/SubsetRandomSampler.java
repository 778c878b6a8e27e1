package sconce.data;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Generator;

/// Some samples in random order. Stands for `torch.utils.data.SubsetRandomSampler`.
///
/// ```java
/// for (var i : new SubsetRandomSampler(List.of(5, 3, 1), new Generator().manualSeed(0))) print(i);   // 1 5 3
/// ```
public class SubsetRandomSampler implements Sampler<Integer> {
    private final List<Integer> indices;
    private final @Nullable Generator generator;

    /// Over the samples of these numbers.
    public SubsetRandomSampler(List<Integer> indices) { this(indices, null); }

    /// The same with a generator of one's own.
    public SubsetRandomSampler(List<Integer> indices, @Nullable Generator generator) {
        this.indices = List.copyOf(indices);
        this.generator = generator;
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Lots(1, i -> Draws.permutation(indices.size(), generator).stream().map(indices::get).toList());
    }

    @Override
    public int size() { return indices.size(); }
}
