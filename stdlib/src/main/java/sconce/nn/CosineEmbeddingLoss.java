package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// The mean of `1 - cos(input1, input2)` where target is 1, and of `max(0, cos(input1, input2) - margin)` where it is
/// -1. Stands for `torch.nn.CosineEmbeddingLoss`.
///
/// Inputs `(N, D)` or `(D)`, target `(N)` or no dimensions; the result is a number, or `(N)` with reduction `"none"`.
///
/// ```java
/// new CosineEmbeddingLoss().call(Torch.ones(1, 2), Torch.ones(1, 2), Torch.ones(1)).item().intValue()   // 0
/// ```
public class CosineEmbeddingLoss extends TripleLossModule {
    /// The margin.
    public Number margin;

    /// Options of [CosineEmbeddingLoss], with PyTorch's names and defaults.
    public static final class Options extends LossOptions<Options> {
        Number margin = 0.0;

        /// The margin; by default 0.0.
        public Options margin(Number margin) { this.margin = margin; return this; }
    }

    /// With the defaults.
    public CosineEmbeddingLoss() { this(o -> {}); }

    /// With options.
    public CosineEmbeddingLoss(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private CosineEmbeddingLoss(Options o) {
        super(o.reduction());
        margin = o.margin;
    }

    @Override
    public Tensor forward(Tensor input1, Tensor input2, Tensor target) {
        return F.cosineEmbeddingLoss(input1, input2, target, o -> o.reduction(reduction).margin(margin));
    }
}
