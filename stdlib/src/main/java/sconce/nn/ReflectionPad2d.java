package sconce.nn;

import sconce.Size;

/// Adds rows around an image that hold its own values mirrored at the edge, which is not repeated. Stands for
/// `torch.nn.ReflectionPad2d`.
///
/// Input `(N, C, H, W)` or `(C, H, W)`, output `(N, C, top + H + bottom, left + W + right)`; several sizes are left,
/// right, top, bottom.
///
/// ```java
/// new ReflectionPad2d(1).call(Torch.ones(1, 1, 2, 2)).shape()   // torch.Size([1, 1, 4, 4])
/// ```
public class ReflectionPad2d extends PadNd {
    /// The same number of rows on all sides.
    public ReflectionPad2d(long padding) { super(2, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad2d(Size padding) { super(2, IntOrTuple.of(padding), "reflect", null); }

    /// A number of rows for each side.
    public ReflectionPad2d(int[] padding) { super(2, IntOrTuple.of(padding), "reflect", null); }
}
