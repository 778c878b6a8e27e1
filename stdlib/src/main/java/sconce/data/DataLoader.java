package sconce.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import sconce.Note;
import sconce.TypeError;

/// Goes through a data set in batches, each time one asks. Stands for `torch.utils.data.DataLoader`.
///
/// ```java
/// var data = new TensorDataset(Torch.arange(6.).reshape(3, 2), Torch.tensor(0, 1, 0));
/// for (var batch : new DataLoader<>(data, 2)) print(batch.get(0).shape(), batch.get(1));   // torch.Size([2, 2]) tensor([0, 1]) torch.Size([1, 2]) tensor([0])
/// ```
///
/// A batch is of the samples' kind where that can hold one: a tensor, a list or map, a record whose components are
/// tensors. Other kinds (numbers, texts) and batches of one's own making take a collate function:
///
/// ```java
/// var words = Dataset.of(List.of("a", "bcd"));
/// var lengths = new DataLoader<>(words, batch -> batch.stream().mapToInt(String::length).sum(), o -> o.batchSize(2));
/// for (var length : lengths) print(length);   // 4
/// ```
///
/// The same seed gives the same order as in PyTorch. With `numWorkers` threads make batches ahead; an error of theirs
/// comes out of the loop. An error in a sample tells its number:
///
/// ```java
/// var ages = Dataset.of(List.of("31", "-")).map(text -> Torch.tensor(Integer.parseInt(text)));
/// try {
///     for (var batch : new DataLoader<>(ages, 2)) print(batch);
/// } catch (NumberFormatException refused) {
///     print(Note.of(refused));   // [in sample 1]
/// }
/// ```
///
/// @param <B> the kind of batch
public class DataLoader<B> implements Iterable<B> {
    private final Dataset<?> dataset;
    private final LoaderOptions options;
    private final Function<List<?>, B> collate;
    private final boolean byDefault;
    private final boolean gathers;
    private final @Nullable Workers workers;

    /// Batches of one sample.
    public DataLoader(Dataset<B> dataset) { this(dataset, o -> {}); }

    /// Batches of so many samples.
    public DataLoader(Dataset<B> dataset, int batchSize) { this(dataset, o -> o.batchSize(batchSize)); }

    /// Batches of so many samples, in random order.
    public DataLoader(Dataset<B> dataset, int batchSize, boolean shuffle) {
        this(dataset, o -> o.batchSize(batchSize).shuffle(shuffle));
    }

    /// Batches of so many samples, with options: `new DataLoader<>(data, 64, o -> o.dropLast(true))`.
    public DataLoader(Dataset<B> dataset, int batchSize, Consumer<LoaderOptions> options) {
        this(dataset, first(o -> o.batchSize(batchSize), options));
    }

    /// Batches of so many samples, in random order if `shuffle`, with options.
    public DataLoader(Dataset<B> dataset, int batchSize, boolean shuffle, Consumer<LoaderOptions> options) {
        this(dataset, first(o -> o.batchSize(batchSize).shuffle(shuffle), options));
    }

    /// With options.
    ///
    /// @throws sconce.ValueError if options do not go together
    @SuppressWarnings("unchecked") // What is collated is checked to be of the samples' kind.
    public DataLoader(Dataset<B> dataset, Consumer<LoaderOptions> options) {
        this(dataset, settled(dataset, options), true, samples -> (B) typed(samples));
    }

    /// With a function that makes a batch of a list of samples, and options. (With `batchSize(null)` it is given each
    /// sample as a list of one.)
    @SuppressWarnings("unchecked") // The samples come from this very set.
    public <T> DataLoader(Dataset<T> dataset, Function<? super List<T>, ? extends B> collateFn,
            Consumer<LoaderOptions> options) {
        this(dataset, settled(dataset, options), false, samples -> collateFn.apply((List<T>) samples));
    }

    private static Consumer<LoaderOptions> first(Consumer<LoaderOptions> given, Consumer<LoaderOptions> then) {
        return given.andThen(then);
    }

    private DataLoader(Dataset<?> dataset, LoaderOptions options, boolean byDefault, Function<List<?>, B> collate) {
        this.dataset = dataset;
        this.options = options;
        this.gathers = byDefault && options.isBatching() && dataset instanceof TensorDataset;
        this.byDefault = byDefault;
        this.collate = collate;
        workers = options.persistentWorkers ? new Workers(options.numWorkers) : null;
    }

    /// Batches of whatever kind [Data#defaultCollate] makes of the samples: tensors of numbers, lists of texts.
    public static DataLoader<Object> of(Dataset<?> dataset, Consumer<LoaderOptions> options) {
        return new DataLoader<>(dataset, settled(dataset, options), true, Collate::batch);
    }

    private static LoaderOptions settled(Dataset<?> dataset, Consumer<LoaderOptions> options) {
        var o = new LoaderOptions();
        options.accept(o);
        return o.settle(dataset);
    }

    private static Object typed(List<?> batch) {
        var first = batch.getFirst();
        if (first instanceof Number || first instanceof Boolean || first instanceof String) {
            var kind = first.getClass().getSimpleName();
            throw new TypeError("a batch of " + kind + " is " + (first instanceof String ? "a List" : "a Tensor")
                    + ", not a " + kind
                    + ": make the loader with DataLoader.of(dataset, options), or give it a collate "
                    + "function");
        }
        return Collate.batch(batch);
    }

    /// What it reads.
    public Dataset<?> dataset() { return dataset; }

    /// How many samples a batch has; null if a sampler of batches, or none, decides.
    public @Nullable Integer batchSize() { return options.batchSize; }

    /// How many batches there are. Stands for `len(loader)`.
    ///
    /// @throws TypeError if the set is a stream of unknown length
    public int size() {
        if (options.batchSampler != null) return options.batchSampler.size();
        if (options.sampler != null) return options.sampler.size();
        if (options.batchSize == null) return dataset.size();
        return options.dropLast ? dataset.size() / options.batchSize
                : Math.ceilDiv(dataset.size(), options.batchSize);
    }

    /// The batches of an epoch, from the first one on.
    @Override
    public Iterator<B> iterator() {
        var order = order();
        var seed = Draws.seed(options.generator);
        if (options.numWorkers == 0) return new Epoch<>(order, fetch());
        return new WorkedEpoch<>(order, this::fetch, options, dataset, seed,
                workers == null ? new Workers(options.numWorkers) : workers);
    }

    /// The batches of an epoch as a stream.
    public Stream<B> stream() { return StreamSupport.stream(spliterator(), false); }

    private Iterator<List<Integer>> order() {
        if (options.batchSampler != null) return options.batchSampler.iterator();
        if (options.sampler == null) return Stream.generate(List::<Integer>of).iterator();
        var samples = options.sampler.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() { return samples.hasNext(); }

            @Override
            public List<Integer> next() { return List.of(samples.next()); }
        };
    }

    private Fetch<B> fetch() {
        if (dataset instanceof IterableDataset<?> stream) return Fetch.stream(stream, options, this::made);
        return indices -> Optional.of(rows(indices));
    }

    @SuppressWarnings("unchecked") // A set of tensors gives lists of tensors.
    private B rows(List<Integer> indices) {
        if (gathers) return (B) ((TensorDataset) dataset).rows(indices);
        var samples = indices.stream().map(this::sample).toList();
        try {
            return made(samples);
        } catch (RuntimeException | Error thrown) {
            Note.add(thrown, "the batch of samples " + indices + worker());
            throw thrown;
        }
    }

    private Object sample(int index) {
        try {
            return dataset.get(index);
        } catch (RuntimeException | Error thrown) {
            Note.add(thrown, "sample " + index + worker());
            throw thrown;
        }
    }

    private static String worker() {
        var worker = WorkerInfo.CURRENT.get();
        return worker == null ? "" : ", fetched by DataLoader worker " + worker.id();
    }

    @SuppressWarnings("unchecked") // A sample that stays alone stays of its kind.
    private B made(List<?> samples) {
        return byDefault && !options.isBatching() ? (B) Collate.convert(samples.getFirst()) : collate.apply(samples);
    }

    /// How it cuts and takes, by Python's keywords.
    public SequencedMap<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        if (options.batchSize != null) settings.put("batch_size", options.batchSize);
        settings.put("shuffle", options.sampler instanceof RandomSampler);
        settings.put("drop_last", options.dropLast);
        settings.put("num_workers", options.numWorkers);
        return settings;
    }

    @Override
    public String toString() {
        return "DataLoader(" + dataset + ", batch_size=" + (options.batchSize == null ? "None" : options.batchSize)
                + ", shuffle=" + (options.sampler instanceof RandomSampler ? "True" : "False") + ", num_workers="
                + options.numWorkers + ", drop_last=" + (options.dropLast ? "True" : "False") + ")";
    }
}
