package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// The mean of `-input[target]`, the negative log-likelihood. Stands for `torch.nn.NLLLoss`.
///
/// Input `(N, C, *)` or `(C)` of log-probabilities, target `(N, *)` of classes; the result is a number, or `(N, *)`
/// with reduction `"none"`.
///
/// ```java
/// new NLLLoss().call(Torch.zeros(2, 4), Torch.tensor(1, 3)).item()   // 0.0
/// ```
public class NLLLoss extends LossModule {
    /// The class that does not count.
    public long ignoreIndex;

    /// A factor for each class, or null.
    public @Nullable Buffer weight;

    /// Options of [NLLLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        long ignoreIndex = -100;
        @Nullable
        Tensor weight;

        /// The class that does not count; by default -100.
        public Options ignoreIndex(long ignoreIndex) { this.ignoreIndex = ignoreIndex; return this; }

        /// A factor for each class; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// With the defaults.
    public NLLLoss() { this(o -> {}); }

    /// With options.
    public NLLLoss(Consumer<Options> options) {
        var o = Keywords.of(new Options(), options);
        super(o.reduction());
        ignoreIndex = o.ignoreIndex;
        weight = buffer(o.weight);
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.nllLoss(input, target, o -> o.reduction(reduction).ignoreIndex(ignoreIndex).weight(weight));
    }
}
