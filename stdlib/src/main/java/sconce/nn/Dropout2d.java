package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Sets channels of an image to zero whole, with probability `p` while training, and scales the others. Stands for `torch.nn.Dropout2d`.
///
/// Input and output `(N, C, H, W)`; `(N, C, L)` is taken too, with a warning. In evaluation it gives its input.
///
/// ```java
/// new Dropout2d(0.2).eval().call(Torch.ones(1, 1, 1, 2))   // tensor([[[[1., 1.]]]])
/// ```
public class Dropout2d extends DropoutNd {
    /// Options of [Dropout2d], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public Dropout2d() { this(o -> {}); }

    /// With probability `p`.
    public Dropout2d(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public Dropout2d(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public Dropout2d(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.dropout2d(input, p, training(), inplace); }
}
