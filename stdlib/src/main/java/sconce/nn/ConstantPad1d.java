package sconce.nn;

import sconce.Size;

/// Adds rows around a sequence that hold one value. Stands for `torch.nn.ConstantPad1d`.
///
/// Input `(N, C, W)` or `(C, W)`, output `(N, C, left + W + right)`; several sizes are left, right, and negative ones
/// cut.
///
/// ```java
/// new ConstantPad1d(1, 5).call(Torch.tensor("[[[1., 2., 3.]]]"))   // tensor([[[5., 1., 2., 3., 5.]]])
/// ```
public class ConstantPad1d extends PadNd {
    /// The same number of rows on all sides.
    public ConstantPad1d(long padding, Number value) { super(1, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad1d(Size padding, Number value) { super(1, IntOrTuple.of(padding), "constant", value); }

    /// A number of rows for each side.
    public ConstantPad1d(int[] padding, Number value) { super(1, IntOrTuple.of(padding), "constant", value); }
}
