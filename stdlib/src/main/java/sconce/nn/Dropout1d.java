package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Sets channels of a sequence to zero whole, with probability `p` while training, and scales the others. Stands for `torch.nn.Dropout1d`.
///
/// Input and output `(N, C, L)` or `(C, L)`. In evaluation it gives its input.
///
/// ```java
/// new Dropout1d(0.2).eval().call(Torch.ones(1, 1, 2))   // tensor([[[1., 1.]]])
/// ```
public class Dropout1d extends DropoutNd {
    /// Options of [Dropout1d], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public Dropout1d() { this(o -> {}); }

    /// With probability `p`.
    public Dropout1d(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public Dropout1d(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public Dropout1d(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.dropout1d(input, p, training(), inplace); }
}
