package sconce.nn;

import sconce.Size;

/// Adds rows around a volume that hold the values at its edge. Stands for `torch.nn.ReplicationPad3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, front + D + back, top + H + bottom, left + W + right)`;
/// several sizes are left, right, top, bottom, front, back, and negative ones cut.
///
/// ```java
/// new ReplicationPad3d(1).call(Torch.ones(1, 1, 2, 2, 2)).shape()   // torch.Size([1, 1, 4, 4, 4])
/// ```
public class ReplicationPad3d extends PadNd {
    /// The same number of rows on all sides.
    public ReplicationPad3d(long padding) { super(3, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad3d(Size padding) { super(3, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad3d(int[] padding) { super(3, IntOrTuple.of(padding), "replicate", null); }
}
