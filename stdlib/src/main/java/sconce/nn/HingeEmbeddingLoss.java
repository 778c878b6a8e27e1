package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `input` where target is 1, and of `max(0, margin - input)` where it is -1. Stands for
/// `torch.nn.HingeEmbeddingLoss`.
///
/// Input and target `(*)` of one shape; the result is a number, or `(*)` with reduction `"none"`.
///
/// ```java
/// new HingeEmbeddingLoss().call(Torch.tensor(0.5, 0.25), Torch.tensor(1.0, -1.0))   // tensor(0.6250)
/// ```
public class HingeEmbeddingLoss extends LossModule {
    /// The margin.
    public Number margin;

    /// Options of [HingeEmbeddingLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number margin = 1.0;

        /// The margin; by default 1.0.
        public Options margin(Number margin) { this.margin = margin; return this; }
    }

    /// With the defaults.
    public HingeEmbeddingLoss() { this(o -> {}); }

    /// With options.
    public HingeEmbeddingLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private HingeEmbeddingLoss(Options o) {
        super(o.reduction());
        margin = o.margin;
    }

    @Override
    public Tensor forward(Tensor input, Tensor target) {
        return F.hingeEmbeddingLoss(input, target, o -> o.reduction(reduction).margin(margin));
    }
}
