package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Sets elements to zero with probability `p` while training, and scales the others by `1 / (1 - p)`. Stands for `torch.nn.Dropout`.
///
/// Input and output `(*)`, any shape. In evaluation it gives its input.
///
/// ```java
/// new Dropout(0.2).eval().call(Torch.ones(2))   // tensor([1., 1.])
/// ```
public class Dropout extends DropoutNd {
    /// Options of [Dropout], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public Dropout() { this(o -> {}); }

    /// With probability `p`.
    public Dropout(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public Dropout(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public Dropout(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.dropout(input, p, training(), inplace); }
}
