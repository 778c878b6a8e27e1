package sconce.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the batch of these samples; empty when a stream has ended.
interface Fetch<B> {
    Optional<B> fetch(List<Integer> indices);

    /// Takes the next samples of a stream, whatever the numbers.
    static <B> Fetch<B> stream(IterableDataset<?> stream, LoaderOptions options, Function<List<?>, B> collate) {
        var samples = stream.iterator();
        var size = options.batchSize == null ? 1 : options.batchSize;
        return indices -> {
            var batch = new ArrayList<Object>();
            while (batch.size() < size && samples.hasNext()) batch.add(samples.next());
            return batch.isEmpty() || (options.dropLast && batch.size() < size) ? Optional.empty()
                    : Optional.of(collate.apply(batch));
        };
    }
}
