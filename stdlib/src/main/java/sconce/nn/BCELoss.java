package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// The mean of `-weight (target log(input) + (1 - target) log(1 - input))`, with logarithms no lower than -100. Stands
/// for `torch.nn.BCELoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new BCELoss().call(Torch.tensor(0.5), Torch.tensor(1.0))   // tensor(0.6931)
/// ```
public class BCELoss extends LossModule {
    /// A factor for each element, broadcast, or null.
    public @Nullable Buffer weight;

    /// Options of [BCELoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        @Nullable
        Tensor weight;

        /// A factor for each element, broadcast; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// With the defaults.
    public BCELoss() { this(o -> {}); }

    /// With options.
    public BCELoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private BCELoss(Options o) {
        super(o.reduction());
        weight = buffer(o.weight);
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.binaryCrossEntropy(input, target, o -> o.reduction(reduction).weight(weight));
    }
}
