package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// Gives its input back; a placeholder. Stands for `torch.nn.Identity`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Identity().call(Torch.tensor(1.0, 2.0))   // tensor([1., 2.])
/// ```
public class Identity extends UnaryModule {
    /// Whatever is given is ignored, so that it can stand in for any other layer.
    public Identity(@Nullable Object... ignored) {}

    @Override
    public Tensor forward(Tensor input) { return input; }
}
