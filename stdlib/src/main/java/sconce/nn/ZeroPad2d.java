package sconce.nn;

import sconce.Size;

/// Adds rows around an image that hold zeros. Stands for `torch.nn.ZeroPad2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, top + H + bottom, left + W + right)`; several sizes are left,
/// right, top, bottom, and negative ones cut.
///
/// ```java
/// new ZeroPad2d(1).call(Torch.ones(1, 1, 2, 2)).shape()   // torch.Size([1, 1, 4, 4])
/// ```
public class ZeroPad2d extends ConstantPad2d {
    /// The same number of rows on all sides.
    public ZeroPad2d(long padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad2d(Size padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad2d(int[] padding) { super(padding, 0.0); }

    @Override
    public String extraRepr() { return sides(); }
}
