package sconce.data;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Generator;
import sconce.ValueError;

/// Samples in random order, another one each time. Stands for `torch.utils.data.RandomSampler`.
///
/// ```java
/// var sampler = new RandomSampler(5, o -> o.generator(new Generator().manualSeed(1)));
/// for (var i : sampler) print(i);   // 0 4 2 3 1
/// ```
public class RandomSampler implements Sampler<Integer> {
    // PyTorch draws replacements in lots of this size; the numbers depend on it.
    private static final int LOT = 32;

    /// Options of [RandomSampler], with PyTorch's names and defaults.
    public static final class Options {
        private boolean replacement;
        private @Nullable Integer numSamples;
        private @Nullable Generator generator;

        Options() {}

        /// Whether a sample may come again; by default not.
        public Options replacement(boolean replacement) { this.replacement = replacement; return this; }

        /// How many samples to draw; by default as many as there are.
        public Options numSamples(int numSamples) { this.numSamples = numSamples; return this; }

        /// Where random numbers come from; by default a generator that the default one seeds.
        public Options generator(@Nullable Generator generator) { this.generator = generator; return this; }
    }

    private final int size;
    private final Options options = new Options();

    /// Over so many samples.
    public RandomSampler(int size) { this(size, o -> {}); }

    /// Over so many samples, with options.
    ///
    /// @throws ValueError if there is nothing to draw
    public RandomSampler(int size, Consumer<Options> options) {
        this.size = size;
        options.accept(this.options);
        if (size() <= 0) {
            throw new ValueError(
                    "num_samples should be a positive integer value, but got num_samples=" + size());
        }
    }

    /// Over all samples of a set.
    public RandomSampler(Dataset<?> dataset) { this(dataset.size()); }

    /// Over a set, with options.
    public RandomSampler(Dataset<?> dataset, Consumer<Options> options) { this(dataset.size(), options); }

    @Override
    public final int size() { return options.numSamples == null ? size : options.numSamples; }

    @Override
    public Iterator<Integer> iterator() {
        var lot = options.replacement ? LOT : size;
        var whole = size() / lot;
        var generator = new Object() {
            @Nullable
            Generator own = options.generator;
        };
        return new Lots(whole + 1, i -> {
            if (generator.own == null) generator.own = new Generator().manualSeed(Draws.seed(null));
            var rest = size() % lot;
            if (options.replacement) return Draws.integers(size, i < whole ? lot : rest, generator.own);
            return Draws.permutation(size, generator.own).subList(0, i < whole ? lot : rest);
        });
    }
}
