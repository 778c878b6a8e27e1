package sconce.nn;

import sconce.Size;

/// Adds rows around a volume that hold its own values mirrored at the edge, which is not repeated. Stands for
/// `torch.nn.ReflectionPad3d`.
///
/// Input `(N, C, D, H, W)` or `(C, D, H, W)`, output `(N, C, front + D + back, top + H + bottom, left + W + right)`;
/// several sizes are left, right, top, bottom, front, back.
///
/// ```java
/// new ReflectionPad3d(1).call(Torch.ones(1, 1, 2, 2, 2)).shape()   // torch.Size([1, 1, 4, 4, 4])
/// ```
public class ReflectionPad3d extends PadNd {
    /// The same number of rows on all sides.
    public ReflectionPad3d(long padding) { super(3, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad3d(Size padding) { super(3, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad3d(int[] padding) { super(3, IntOrTuple.of(padding), "reflect", null); }
}
