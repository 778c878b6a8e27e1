package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Dropout for networks with [SELU]: drops to its lower bound and keeps mean and variance. Stands for `torch.nn.AlphaDropout`.
///
/// Input and output `(*)`, any shape. In evaluation it gives its input.
///
/// ```java
/// new AlphaDropout(0.2).eval().call(Torch.ones(2))   // tensor([1., 1.])
/// ```
public class AlphaDropout extends DropoutNd {
    /// Options of [AlphaDropout], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public AlphaDropout() { this(o -> {}); }

    /// With probability `p`.
    public AlphaDropout(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public AlphaDropout(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public AlphaDropout(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.alphaDropout(input, p, training()); }
}
