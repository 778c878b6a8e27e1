package sconce.nn;

import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;

/// Adds rows around a sequence that hold the values of the other end. Stands for `torch.nn.CircularPad1d`.
///
/// Input `(N, C, W)` or `(C, W)`, output `(N, C, left + W + right)`; several sizes are left, right.
///
/// ```java
/// new CircularPad1d(1).call(Torch.tensor("[[[1., 2., 3.]]]"))   // tensor([[[3., 1., 2., 3., 1.]]])
/// ```
public class CircularPad1d extends PadNd {
    /// The same number of rows on all sides.
    public CircularPad1d(long padding) { super(1, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad1d(Size padding) { super(1, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad1d(int[] padding) { super(1, IntOrTuple.of(padding), "circular", null); }

    @Override
    public Tensor forward(Tensor input) {
        if (input.dim() != 2 && input.dim() != 3) {
            throw new ValueError("expected 2D or 3D input (got " + input.dim() + "D input)");
        }
        return super.forward(input);
    }
}
