package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Tensor;

/// The mean over classes of the binary cross entropy of the sigmoid of the input. Stands for
/// `torch.nn.MultiLabelSoftMarginLoss`.
///
/// Input and target `(N, C)` or `(C)`; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new MultiLabelSoftMarginLoss().call(Torch.zeros(2), Torch.ones(2))   // tensor(0.6931)
/// ```
public class MultiLabelSoftMarginLoss extends LossModule {
    /// A factor for each class, or null.
    public @Nullable Buffer weight;

    /// Options of [MultiLabelSoftMarginLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        @Nullable
        Tensor weight;

        /// A factor for each class; by default none.
        public Options weight(@Nullable Tensor weight) { this.weight = weight; return this; }
    }

    /// With the defaults.
    public MultiLabelSoftMarginLoss() { this(o -> {}); }

    /// With options.
    public MultiLabelSoftMarginLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private MultiLabelSoftMarginLoss(Options o) {
        super(o.reduction());
        weight = buffer(o.weight);
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.multilabelSoftMarginLoss(input, target, o -> o.reduction(reduction).weight(weight));
    }
}
