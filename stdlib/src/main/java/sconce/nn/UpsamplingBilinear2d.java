package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;

/// Makes images larger or smaller by interpolating between pixels, with the corners of input and output on each other: [Upsample]
/// with mode `"bilinear"`. Stands for `torch.nn.UpsamplingBilinear2d`.
///
/// Input `(N, C, H, W)`, output of the size given, or of the input's size times `scaleFactor`, rounded down.
///
/// ```java
/// new UpsamplingBilinear2d(o -> o.scaleFactor(2)).call(Torch.ones(1, 1, 2, 3)).shape()   // torch.Size([1, 1, 4, 6])
/// ```
public class UpsamplingBilinear2d extends Upsample {
    /// Options of [UpsamplingBilinear2d], with PyTorch's names and defaults; a size or a factor must be given.
    public static final class Options extends ResizeOptions<Options> {}

    /// To a square of this size.
    public UpsamplingBilinear2d(long size) { this(Keywords.of(new Options(), o -> o.size(size))); }

    /// To a size for each dimension.
    public UpsamplingBilinear2d(Size size) { this(Keywords.of(new Options(), o -> o.size(size))); }

    /// With options.
    public UpsamplingBilinear2d(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private UpsamplingBilinear2d(Options o) { super(o, "bilinear", true, null); }
}
