package sconce.nn;

import sconce.Size;

/// Adds rows around an image that hold the values at its edge. Stands for `torch.nn.ReplicationPad2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, top + H + bottom, left + W + right)`; several sizes are left,
/// right, top, bottom, and negative ones cut.
///
/// ```java
/// new ReplicationPad2d(1).call(Torch.ones(1, 1, 2, 2)).shape()   // torch.Size([1, 1, 4, 4])
/// ```
public class ReplicationPad2d extends PadNd {
    /// The same number of rows on all sides.
    public ReplicationPad2d(long padding) { super(2, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad2d(Size padding) { super(2, IntOrTuple.of(padding), "replicate", null); }

    /// A number of rows for each side.
    public ReplicationPad2d(int[] padding) { super(2, IntOrTuple.of(padding), "replicate", null); }
}
