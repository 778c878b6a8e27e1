package sconce.data;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;

/// Samples as likely as their weights say. Stands for `torch.utils.data.WeightedRandomSampler`.
///
/// ```java
/// var sampler = new WeightedRandomSampler(List.of(0., 1., 0.), 3);
/// for (var i : sampler) print(i);   // 1 1 1
/// ```
public class WeightedRandomSampler implements Sampler<Integer> {
    private final Tensor weights;
    private final int numSamples;
    private final boolean replacement;
    private final @Nullable Generator generator;

    /// Draws so many samples, each again and again.
    public WeightedRandomSampler(List<? extends Number> weights, int numSamples) { this(weights, numSamples, true); }

    /// Draws so many samples; without replacement each at most once.
    public WeightedRandomSampler(List<? extends Number> weights, int numSamples, boolean replacement) {
        this(weights, numSamples, replacement, null);
    }

    /// The same with a generator of one's own.
    public WeightedRandomSampler(List<? extends Number> weights, int numSamples, boolean replacement,
            @Nullable Generator generator) {
        this(Torch.tensor(weights, o -> o.dtype(DType.float64)), numSamples, replacement, generator);
    }

    /// Draws by these weights, again and again.
    public WeightedRandomSampler(Tensor weights, int numSamples) { this(weights, numSamples, true, null); }

    /// Draws by these weights, again and again or each only once.
    public WeightedRandomSampler(Tensor weights, int numSamples, boolean replacement) {
        this(weights, numSamples, replacement, null);
    }

    /// With weights in a tensor of one dimension.
    ///
    /// @throws ValueError if there is nothing to draw, or the weights have another number of dimensions
    public WeightedRandomSampler(Tensor weights, int numSamples, boolean replacement, @Nullable Generator generator) {
        if (numSamples <= 0) {
            throw new ValueError("num_samples should be a positive integer value, but got num_samples=" + numSamples);
        }
        this.weights = weights.to(DType.float64);
        if (weights.dim() != 1) {
            throw new ValueError("weights should be a 1d sequence but given weights have shape "
                    + sconce.Tuple.of(weights.shape()));
        }
        this.numSamples = numSamples;
        this.replacement = replacement;
        this.generator = generator;
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Lots(1, i -> Draws.integers(weights.multinomial(numSamples, replacement, generator)));
    }

    @Override
    public int size() { return numSamples; }
}
