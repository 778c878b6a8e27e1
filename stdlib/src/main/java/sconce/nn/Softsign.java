package sconce.nn;

import sconce.Tensor;

/// `x / (1 + |x|)`. Stands for `torch.nn.Softsign`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new Softsign().call(Torch.tensor(-1.0, 2.0))   // tensor([-0.5000,  0.6667])
/// ```
public class Softsign extends UnaryModule {
    /// A layer without arguments.
    public Softsign() {}

    @Override
    public Tensor forward(Tensor input) { return F.softsign(input); }
}
