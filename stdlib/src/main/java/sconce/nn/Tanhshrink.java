package sconce.nn;

import sconce.Tensor;

/// `x - tanh(x)`. Stands for `torch.nn.Tanhshrink`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Tanhshrink().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.2384,  1.0360])
/// ```
public class Tanhshrink extends UnaryModule {
    /// A layer without arguments.
    public Tanhshrink() {}

    @Override
    public Tensor forward(Tensor input) { return F.tanhshrink(input); }
}
