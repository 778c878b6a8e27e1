package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.show.PythonFormat;

/// Makes sequences, images or volumes larger or smaller, by repeating values or interpolating between them. Stands for
/// `torch.nn.Upsample`.
///
/// Input `(N, C, L)`, `(N, C, H, W)` or `(N, C, D, H, W)`, output of the size given, or of the input's size times
/// `scaleFactor`, rounded down.
///
/// ```java
/// new Upsample(o -> o.scaleFactor(2).mode("bilinear")).call(Torch.ones(1, 1, 2, 3)).shape()   // torch.Size([1, 1, 4, 6])
/// new Upsample(o -> o.scaleFactor(2))   // Upsample(scale_factor=2.0, mode='nearest')
/// ```
public class Upsample extends UnaryModule {
    /// The size of the output, or null.
    public @Nullable IntOrTuple size;

    /// How many times larger the output is, or null.
    public @Nullable ScaleFactor scaleFactor;

    /// How values are found: `"nearest"`, `"linear"`, `"bilinear"`, `"bicubic"`, `"trilinear"`, `"area"` or
    /// `"nearest-exact"`.
    public String mode;

    /// Whether the corners of input and output lie on each other; null for a mode that has no such choice.
    public @Nullable Boolean alignCorners;

    /// Whether the factor is computed anew from the size it gives.
    public @Nullable Boolean recomputeScaleFactor;

    /// Options of [Upsample], with PyTorch's names and defaults; a size or a factor must be given.
    public static final class Options extends InterpolationOptions<Options> {}

    /// To one size in all dimensions.
    public Upsample(long size) { this(o -> o.size(size)); }

    /// To a size for each dimension.
    public Upsample(Size size) { this(o -> o.size(size)); }

    /// To one size in all dimensions, with options.
    public Upsample(long size, Consumer<Options> options) { this(sized(IntOrTuple.of(size), options)); }

    /// To a size for each dimension, with options.
    public Upsample(Size size, Consumer<Options> options) { this(sized(IntOrTuple.of(size), options)); }

    /// With options.
    public Upsample(Consumer<Options> options) { this(Keywords.of(new Options(), options)); }

    private Upsample(Options o) { this(o, o.mode, o.alignCorners, o.recomputeScaleFactor); }

    Upsample(ResizeOptions<?> o, String mode, @Nullable Boolean alignCorners,
            @Nullable Boolean recomputeScaleFactor) {
        size = o.size;
        scaleFactor = o.scaleFactor != null && o.scaleFactor.none() ? null : o.scaleFactor;
        this.mode = mode;
        this.alignCorners = alignCorners;
        this.recomputeScaleFactor = recomputeScaleFactor;
    }

    private static Options sized(IntOrTuple size, Consumer<Options> options) {
        var o = new Options();
        o.size = size;
        return Keywords.of(o, options);
    }

    @Override
    public Tensor forward(Tensor input) {
        return F.interpolate(input, size, scaleFactor, mode, alignCorners, recomputeScaleFactor, false);
    }

    @Override
    public String extraRepr() {
        var by = scaleFactor == null ? PythonFormat.format("size=%s", size)
                : PythonFormat.format("scale_factor=%s", scaleFactor);
        return by + ", mode=" + PythonFormat.quoted(mode);
    }
}
