package sconce.nn;

import sconce.Size;

/// Adds rows around a volume that hold one value. Stands for `torch.nn.ConstantPad3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, front + D + back, top + H + bottom, left + W + right)`;
/// several sizes are left, right, top, bottom, front, back, and negative ones cut.
///
/// ```java
/// new ConstantPad3d(1, 5).call(Torch.ones(1, 1, 2, 2, 2)).shape()   // torch.Size([1, 1, 4, 4, 4])
/// ```
public class ConstantPad3d extends PadNd {
    /// The same number of rows on all sides.
    public ConstantPad3d(long padding, Number value) { super(3, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad3d(Size padding, Number value) { super(3, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad3d(int[] padding, Number value) { super(3, IntOrTuple.of(padding), "constant", value); }
}
