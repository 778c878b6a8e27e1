package sconce.nn;

/// The functions of `torch.nn.functional`: what layers compute, without the layers.
///
/// Functions bear PyTorch's names in Java's case and take its arguments in its order; arguments with defaults also go by
/// name, in options. Those of one topic stand together in one of this class's bases.
///
/// ```java
/// F.relu(Torch.tensor(-1.0, 2.0))                        // tensor([0., 2.])
/// F.elu(Torch.tensor(-1.0, 2.0), o -> o.alpha(0.5))      // tensor([-0.3161,  2.0000])
/// ```
public final class F extends ShapesByPlace {
    private F() {}
}
