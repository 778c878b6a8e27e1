package sconce.nn;

import sconce.Tensor;

/// `log(1 / (1 + exp(-x)))`. Stands for `torch.nn.LogSigmoid`.
///
/// Input and output `(*)`, any shape.
///
/// ```java
/// new LogSigmoid().call(Torch.tensor(-1.0, 2.0))   // tensor([-1.3133, -0.1269])
/// ```
public class LogSigmoid extends UnaryModule {
    /// A layer without arguments.
    public LogSigmoid() {}

    @Override
    public Tensor forward(Tensor input) { return F.logsigmoid(input); }
}
