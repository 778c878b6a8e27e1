package sconce.nn;

import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;

/// Adds rows around an image that hold the values of the other end. Stands for `torch.nn.CircularPad2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, top + H + bottom, left + W + right)`; several sizes are left,
/// right, top, bottom.
///
/// ```java
/// new CircularPad2d(1).call(Torch.ones(1, 1, 2, 2)).shape()   // torch.Size([1, 1, 4, 4])
/// ```
public class CircularPad2d extends PadNd {
    /// The same number of rows on all sides.
    public CircularPad2d(long padding) { super(2, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad2d(Size padding) { super(2, IntOrTuple.of(padding), "circular", null); }

    /// A number of rows for each side.
    public CircularPad2d(int[] padding) { super(2, IntOrTuple.of(padding), "circular", null); }

    @Override
    public Tensor forward(Tensor input) {
        if (input.dim() != 3 && input.dim() != 4) {
            throw new ValueError("expected 3D or 4D input (got " + input.dim() + "D input)");
        }
        return super.forward(input);
    }
}
