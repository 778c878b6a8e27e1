package sconce.nn;

import sconce.Tensor;

/// The hyperbolic tangent. Stands for `torch.nn.Tanh`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Tanh().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.7616,  0.9640])
/// ```
public class Tanh extends UnaryModule {
    /// A layer without arguments.
    public Tanh() {}

    @Override
    public Tensor forward(Tensor input) { return F.tanh(input); }
}
