package sconce.nn;

import sconce.Tensor;

/// `1 / (1 + exp(-x))`. Stands for `torch.nn.Sigmoid`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Sigmoid().call(Torch.tensor(-1.0, 2.0))   // tensor([0.2689, 0.8808])
/// ```
public class Sigmoid extends UnaryModule {
    /// A layer without arguments.
    public Sigmoid() {}

    @Override
    public Tensor forward(Tensor input) { return F.sigmoid(input); }
}
