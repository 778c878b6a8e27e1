package sconce.nn;

import sconce.Size;

/// Adds rows around an image that hold one value. Stands for `torch.nn.ConstantPad2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, top + H + bottom, left + W + right)`; several sizes are left,
/// right, top, bottom, and negative ones cut.
///
/// ```java
/// new ConstantPad2d(1, 5).call(Torch.ones(1, 1, 2, 2)).shape()   // torch.Size([1, 1, 4, 4])
/// ```
public class ConstantPad2d extends PadNd {
    /// The same number of rows on all sides.
    public ConstantPad2d(long padding, Number value) { super(2, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad2d(Size padding, Number value) { super(2, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad2d(int[] padding, Number value) { super(2, IntOrTuple.of(padding), "constant", value); }
}
