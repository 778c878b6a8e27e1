package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// The mean of `-log softmax(input)[target]`. Stands for `torch.nn.CrossEntropyLoss`.
///
/// Input `(N, C, *)` or `(C)` of logits, target `(N, *)` of classes, or probabilities of the input's shape; the result
/// is a number, or `(N, *)` with reduction `"none"`.
///
/// ```java
/// new CrossEntropyLoss().call(Torch.zeros(2, 4), Torch.tensor(1, 3))   // tensor(1.3863)
/// ```
public class CrossEntropyLoss extends LossModule {
    /// The class that does not count.
    public long ignoreIndex;

    /// The share of the target that is spread over all classes.
    public double labelSmoothing;

    /// A factor for each class, or null.
    public @Nullable Buffer weight;

    /// Options of [CrossEntropyLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        long ignoreIndex = -100;
        double labelSmoothing = 0.0;
        @Nullable
        Tensor weight;

        /// The class that does not count; by default -100.
        public Options ignoreIndex(long ignoreIndex) { this.ignoreIndex = ignoreIndex; return this; }

        /// The share of the target that is spread over all classes; by default 0.0.
        public Options labelSmoothing(double labelSmoothing) { this.labelSmoothing = labelSmoothing; return this; }

        /// A factor for each class; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// With the defaults.
    public CrossEntropyLoss() { this(o -> {}); }

    /// With options.
    public CrossEntropyLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private CrossEntropyLoss(Options o) {
        super(o.reduction());
        ignoreIndex = o.ignoreIndex;
        labelSmoothing = o.labelSmoothing;
        weight = buffer(o.weight);
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.crossEntropy(input, target,
                o -> o.reduction(reduction).ignoreIndex(ignoreIndex).labelSmoothing(labelSmoothing).weight(weight));
    }
}
