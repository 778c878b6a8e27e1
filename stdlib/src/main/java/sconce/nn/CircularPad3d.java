package sconce.nn;

import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;

/// Adds rows around a volume that hold the values of the other end. Stands for `torch.nn.CircularPad3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, front + D + back, top + H + bottom, left + W + right)`;
/// several sizes are left, right, top, bottom, front, back.
///
/// ```java
/// new CircularPad3d(1).call(Torch.ones(1, 1, 2, 2, 2)).shape()   // torch.Size([1, 1, 4, 4, 4])
/// ```
public class CircularPad3d extends PadNd {
    /// The same number of rows on all sides.
    public CircularPad3d(long padding) { super(3, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad3d(Size padding) { super(3, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad3d(int[] padding) { super(3, IntOrTuple.of(padding), "circular", null); }

    @Override
    public Tensor forward(Tensor input) {
        if (input.dim() != 4 && input.dim() != 5) {
            throw new ValueError("expected 4D or 5D input (got " + input.dim() + "D input)");
        }
        return super.forward(input);
    }
}
