package sconce.nn;

import sconce.Size;

/// Adds rows around a sequence that hold the values at its edge. Stands for `torch.nn.ReplicationPad1d`.
///
/// Input `(N, C, W)` or `(C, W)`, output `(N, C, left + W + right)`; several sizes are left, right, and negative ones
/// cut.
///
/// ```java
/// new ReplicationPad1d(1).call(Torch.tensor("[[[1., 2., 3.]]]"))   // tensor([[[1., 1., 2., 3., 3.]]])
/// ```
public class ReplicationPad1d extends PadNd {
    /// The same number of rows on all sides.
    public ReplicationPad1d(long padding) { super(1, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad1d(Size padding) { super(1, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad1d(int[] padding) { super(1, IntOrTuple.of(padding), "replicate", null); }
}
