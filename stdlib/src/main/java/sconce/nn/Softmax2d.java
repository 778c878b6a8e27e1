package sconce.nn;

import sconce.Tensor;
import sconce.ValueError;

/// The softmax over the channels at every place of an image. Stands for `torch.nn.Softmax2d`.
///
/// Input and output `(N, C, H, W)` or `(C, H, W)`.
///
/// ```java
/// new Softmax2d().call(Torch.zeros(1, 2, 1, 1)).reshape(-1)   // tensor([0.5000, 0.5000])
/// ```
public class Softmax2d extends UnaryModule {
    /// A layer without arguments.
    public Softmax2d() {}

    @Override
    public Tensor forward(Tensor input) {
        var dimensions = input.dim();
        if (dimensions != 3 && dimensions != 4) {
            throw new ValueError("Softmax2d: expected input to be 3D or 4D, got " + dimensions + "D instead");
        }
        return F.softmax(input, -3);
    }
}
