package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// [BCELoss] of the sigmoid of the input, computed in one safe step. Stands for `torch.nn.BCEWithLogitsLoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new BCEWithLogitsLoss().call(Torch.tensor(0.0), Torch.tensor(1.0))   // tensor(0.6931)
/// ```
public class BCEWithLogitsLoss extends LossModule {
    /// A factor for each element, broadcast, or null.
    public @Nullable Buffer weight;

    /// A factor for the positive examples of each class, or null.
    public @Nullable Buffer pos_weight;

    /// Options of [BCEWithLogitsLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        @Nullable
        Tensor weight;
        @Nullable
        Tensor posWeight;

        /// A factor for each element, broadcast; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// A factor for the positive examples of each class; by default none.
        public Options posWeight(@Nullable Tensor posWeight) { this.posWeight = posWeight; return this; }
    }

    /// With the defaults.
    public BCEWithLogitsLoss() { this(o -> {}); }

    /// With options.
    public BCEWithLogitsLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private BCEWithLogitsLoss(Options o) {
        super(o.reduction());
        weight = buffer(o.weight);
        pos_weight = buffer(o.posWeight);
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.binaryCrossEntropyWithLogits(input, target,
                o -> o.reduction(reduction).weight(weight).posWeight(pos_weight));
    }
}
