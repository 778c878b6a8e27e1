package sconce.nn;

import sconce.Size;

/// Adds rows around a sequence that hold zeros. Stands for `torch.nn.ZeroPad1d`.
///
/// Input `(N, C, W)` or `(C, W)`, output `(N, C, left + W + right)`; several sizes are left, right, and negative ones
/// cut.
///
/// ```java
/// new ZeroPad1d(1).call(Torch.tensor("[[[1., 2., 3.]]]"))   // tensor([[[0., 1., 2., 3., 0.]]])
/// ```
public class ZeroPad1d extends ConstantPad1d {
    /// The same number of rows on all sides.
    public ZeroPad1d(long padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad1d(Size padding) { super(padding, 0.0); }

    /// A number of rows for each side.
    public ZeroPad1d(int[] padding) { super(padding, 0.0); }

    @Override
    public String extraRepr() { return sides(); }
}
