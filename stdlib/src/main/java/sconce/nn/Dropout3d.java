package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Sets channels of a volume to zero whole, with probability `p` while training, and scales the others. Stands for `torch.nn.Dropout3d`.
///
/// Input and output `(N, C, D, H, W)` or `(C, D, H, W)`. In evaluation it gives its input.
///
/// ```java
/// new Dropout3d(0.2).eval().call(Torch.ones(1, 1, 1, 2))   // tensor([[[[1., 1.]]]])
/// ```
public class Dropout3d extends DropoutNd {
    /// Options of [Dropout3d], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public Dropout3d() { this(o -> {}); }

    /// With probability `p`.
    public Dropout3d(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public Dropout3d(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public Dropout3d(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.dropout3d(input, p, training(), inplace); }
}
