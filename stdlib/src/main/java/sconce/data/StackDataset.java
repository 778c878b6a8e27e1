package sconce.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import sconce.Tuple;
import sconce.ValueError;

/// Data sets side by side: a sample holds one of each. Stands for `torch.utils.data.StackDataset`.
///
/// ```java
/// var images = Dataset.of(List.of(1, 2));
/// var labels = Dataset.of(List.of("a", "b"));
/// new StackDataset(images, labels).get(1)   // (2, 'b')
/// ```
public class StackDataset implements Dataset<List<Object>> {
    private final List<Dataset<?>> datasets;

    /// These sets side by side.
    ///
    /// @throws ValueError if there are none, or their sizes differ
    public StackDataset(Dataset<?>... datasets) {
        this.datasets = List.of(datasets);
        sameSize(this.datasets);
    }

    /// Sets side by side under names; a sample is a map. Stands for `StackDataset(image=.., text=..)`.
    @SafeVarargs
    public static Dataset<Map<String, Object>> of(Map.Entry<String, ? extends Dataset<?>>... entries) {
        var datasets = new LinkedHashMap<String, Dataset<?>>();
        for (var entry : entries) datasets.put(entry.getKey(), entry.getValue());
        sameSize(datasets.values());
        return new Named(datasets);
    }

    private static void sameSize(Collection<Dataset<?>> datasets) {
        if (datasets.isEmpty()) throw new ValueError("At least one dataset should be passed");
        if (datasets.stream().mapToInt(Dataset::size).distinct().count() > 1) {
            throw new ValueError("Size mismatch between datasets");
        }
    }

    @Override
    public int size() { return datasets.getFirst().size(); }

    @Override
    public List<Object> get(int index) {
        return Tuple.of(datasets.stream().map(each -> (Object) each.get(index)).toList());
    }

    private record Named(SequencedMap<String, Dataset<?>> datasets) implements Dataset<Map<String, Object>> {
        @Override
        public int size() { return datasets.firstEntry().getValue().size(); }

        @Override
        public Map<String, Object> get(int index) {
            var sample = new LinkedHashMap<String, Object>();
            datasets.forEach((name, dataset) -> sample.put(name, dataset.get(index)));
            return sample;
        }
    }
}
