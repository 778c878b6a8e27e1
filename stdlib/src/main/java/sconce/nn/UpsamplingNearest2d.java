package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// Makes images larger or smaller by repeating pixels: [Upsample]
/// with mode `"nearest"`. Stands for `torch.nn.UpsamplingNearest2d`.
///
/// Input `(N, C, H, W)`, output of the size given, or of the input's size times `scaleFactor`, rounded down.
///
/// ```java
/// new UpsamplingNearest2d(o -> o.scaleFactor(2)).call(Torch.ones(1, 1, 2, 3)).shape()   // torch.Size([1, 1, 4, 6])
/// ```
public class UpsamplingNearest2d extends Upsample {
    /// Options of [UpsamplingNearest2d], with PyTorch's names and defaults; a size or a factor must be given.
    public static final class Options extends ResizeOptions<Options> {}

    /// To a square of this size.
    public UpsamplingNearest2d(long size) { this(Keywords.of(new Options(), o -> o.size(size))); }

    /// To a size for each dimension.
    public UpsamplingNearest2d(Size size) { this(Keywords.of(new Options(), o -> o.size(size))); }

    /// With options.
    public UpsamplingNearest2d(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private UpsamplingNearest2d(Options o) { super(o, "nearest", null, null); }
}
