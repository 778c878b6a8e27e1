package sconce.nn;

import sconce.Size;

/// Adds rows around a sequence that hold its own values mirrored at the edge, which is not repeated. Stands for
/// `torch.nn.ReflectionPad1d`.
///
/// Input `(N, C, W)` or `(C, W)`, output `(N, C, left + W + right)`; several sizes are left, right.
///
/// ```java
/// new ReflectionPad1d(1).call(Torch.tensor("[[[1., 2., 3.]]]"))   // tensor([[[2., 1., 2., 3., 2.]]])
/// ```
public class ReflectionPad1d extends PadNd {
    /// The same number of rows on all sides.
    public ReflectionPad1d(long padding) { super(1, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad1d(Size padding) { super(1, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad1d(int[] padding) { super(1, IntOrTuple.of(padding), "reflect", null); }
}
