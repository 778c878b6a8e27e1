package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;

/// Alpha dropout of channels whole, for networks with [SELU]. Stands for `torch.nn.FeatureAlphaDropout`.
///
/// Input and output `(N, C, *)` or `(C, *)`. In evaluation it gives its input.
///
/// ```java
/// new FeatureAlphaDropout(0.2).eval().call(Torch.ones(1, 1, 2))   // tensor([[[1., 1.]]])
/// ```
public class FeatureAlphaDropout extends DropoutNd {
    /// Options of [FeatureAlphaDropout], with PyTorch's names and defaults.
    public static final class Options extends DropoutNd.Options<Options> {}

    /// With probability 0.5.
    public FeatureAlphaDropout() { this(o -> {}); }

    /// With probability `p`.
    public FeatureAlphaDropout(Number p) { this(o -> o.p(p)); }

    /// With probability `p`, in place or not.
    public FeatureAlphaDropout(Number p, boolean inplace) { this(o -> o.p(p).inplace(inplace)); }

    /// With options.
    public FeatureAlphaDropout(Consumer<Options> options) { super(Keywords.of(new Options(), options)); }

    @Override
    public Tensor forward(Tensor input) { return F.featureAlphaDropout(input, p, training()); }
}
