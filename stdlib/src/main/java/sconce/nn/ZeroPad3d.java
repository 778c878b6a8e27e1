package sconce.nn;

import sconce.Size;

/// Adds rows around a volume that hold zeros. Stands for `torch.nn.ZeroPad3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, front + D + back, top + H + bottom, left + W + right)`;
/// several sizes are left, right, top, bottom, front, back, and negative ones cut.
///
/// ```java
/// new ZeroPad3d(1).call(Torch.ones(1, 1, 2, 2, 2)).shape()   // torch.Size([1, 1, 4, 4, 4])
/// ```
public class ZeroPad3d extends ConstantPad3d {
    /// The same number of rows on all sides.
    public ZeroPad3d(long padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad3d(Size padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad3d(int[] padding) { super(padding, 0.0); }

    @Override
    public String extraRepr() { return sides(); }
}
