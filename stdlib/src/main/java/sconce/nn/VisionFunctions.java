package sconce.nn;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.NotImplementedError;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Functions of [F]: images.
public abstract sealed class VisionFunctions extends UnpoolingFunctions permits NormalizationFunctions {
    private static final List<String> ALIGNED = List.of("linear", "bilinear", "bicubic", "trilinear");
    private static final List<String> SPATIAL = List.of("linear", "bilinear", "trilinear");

    VisionFunctions() {}

    /// Lays groups of `upscaleFactor²` channels side by side: from `(*, C r², H, W)` to `(*, C, H r, W r)`.
    public static Tensor pixelShuffle(Tensor input, long upscaleFactor) {
        return Operators.call("pixel_shuffle", input, upscaleFactor);
    }

    /// Lays squares of `downscaleFactor²` pixels into channels: from `(*, C, H r, W r)` to `(*, C r², H, W)`.
    public static Tensor pixelUnshuffle(Tensor input, long downscaleFactor) {
        return Operators.call("pixel_unshuffle", input, downscaleFactor);
    }

    /// Mixes channels (dimension 1): from `groups` groups one after another to one of each in turn.
    public static Tensor channelShuffle(Tensor input, long groups) {
        return Operators.call("channel_shuffle", input, groups);
    }

    /// [#channelShuffle] by the CPU's own code.
    public static Tensor nativeChannelShuffle(Tensor input, long groups) {
        return Operators.call("native_channel_shuffle", input, groups);
    }

    /// Makes sequences, images or volumes larger or smaller, to one size in all dimensions.
    public static Tensor interpolate(Tensor input, long size) { return interpolate(input, size, o -> {}); }

    /// The same, to a size for each dimension.
    public static Tensor interpolate(Tensor input, Size size) { return interpolate(input, size, o -> {}); }

    /// The same, with options.
    public static Tensor interpolate(Tensor input, long size, Consumer<InterpolateOptions> options) {
        return interpolate(input, sized(IntOrTuple.of(size), options));
    }

    /// The same, with options.
    public static Tensor interpolate(Tensor input, Size size, Consumer<InterpolateOptions> options) {
        return interpolate(input, sized(IntOrTuple.of(size), options));
    }

    /// The same, with options.
    public static Tensor interpolate(Tensor input, Consumer<InterpolateOptions> options) {
        return interpolate(input, Keywords.of(new InterpolateOptions(), options));
    }

    private static InterpolateOptions sized(IntOrTuple size, Consumer<InterpolateOptions> options) {
        var o = new InterpolateOptions();
        o.size = size;
        return Keywords.of(o, options);
    }

    private static Tensor interpolate(Tensor input, InterpolateOptions o) {
        return interpolate(input, o.size, o.scaleFactor, o.mode, o.alignCorners, o.recomputeScaleFactor, o.antialias);
    }

    static Tensor interpolate(Tensor input, @Nullable IntOrTuple size, @Nullable ScaleFactor scaleFactor, String mode,
            @Nullable Boolean alignCorners, @Nullable Boolean recomputeScaleFactor, boolean antialias) {
        var steps = List.of("nearest", "area", "nearest-exact").contains(mode);
        if (steps && alignCorners != null) {
            throw new ValueError("align_corners option can only be set with the interpolating modes: "
                    + String.join(" | ", ALIGNED));
        }
        var aligned = alignCorners != null && alignCorners;
        var shape = input.shape();
        var dimensions = Math.max(0, shape.size() - 2);
        var sizes = size == null ? null : sizes(size, scaleFactor, shape, dimensions);
        var factors = size == null ? factors(scaleFactor, shape, dimensions) : null;
        var recompute = Boolean.TRUE.equals(recomputeScaleFactor);
        if (recompute && size != null) {
            throw new ValueError("recompute_scale_factor is not meaningful with an explicit size.");
        }
        if (factors != null && (recompute || mode.equals("area"))) {
            sizes = new long[dimensions];
            for (var d = 0; d < dimensions; d++) sizes[d] = (long) Math.floor(shape.get(d + 2) * factors[d]);
            factors = null;
        }
        var smooth = input.dim() == 4 && List.of("bilinear", "bicubic").contains(mode);
        if (antialias && !smooth) {
            throw new ValueError("Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D "
                    + "tensor as input");
        }
        var fits = dimensions >= 1 && dimensions <= 3;
        if (fits && mode.equals("nearest")) {
            return Operators.call("upsample_nearest" + dimensions + "d.vec", input, sizes, factors);
        }
        if (fits && mode.equals("nearest-exact")) {
            return Operators.call("_upsample_nearest_exact" + dimensions + "d.vec", input, sizes, factors);
        }
        if (fits && mode.equals("area")) {
            return Operators.call("adaptive_avg_pool" + dimensions + "d", input, sizes);
        }
        var linear = fits && SPATIAL.indexOf(mode) == dimensions - 1;
        var cubic = dimensions == 2 && mode.equals("bicubic");
        if (linear || cubic) {
            var operator = (antialias ? "_upsample_" : "upsample_") + mode + dimensions + (antialias ? "d_aa" : "d");
            return Operators.call(operator + ".vec", input, sizes, aligned, factors);
        }
        if (fits && SPATIAL.contains(mode)) {
            throw new NotImplementedError("Got %dD input, but %s mode needs %dD input".formatted(input.dim(), mode,
                    SPATIAL.indexOf(mode) + 3));
        }
        throw new NotImplementedError("Input Error: Only 3D, 4D and 5D input Tensors supported (got " + input.dim()
                + "D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got "
                + mode + ")");
    }

    private static long[] sizes(IntOrTuple size, @Nullable ScaleFactor scaleFactor, Size shape, int dimensions) {
        if (scaleFactor != null) throw new ValueError("only one of size or scale_factor should be defined");
        if (!size.single() && size.longs().length != dimensions) {
            throw new ValueError("Input and output must have the same number of spatial dimensions, but got "
                    + "input with spatial dimensions of " + spatial(shape) + " and output size of " + size
                    + ". Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in "
                    + "(o1, o2, ...,oK) format.");
        }
        return size.expand(dimensions).longs();
    }

    private static double[] factors(@Nullable ScaleFactor scaleFactor, Size shape, int dimensions) {
        if (scaleFactor == null) throw new ValueError("either size or scale_factor should be defined");
        if (!scaleFactor.single() && scaleFactor.count() != dimensions) {
            throw new ValueError("Input and scale_factor must have the same number of spatial dimensions, but got "
                    + "input with spatial dimensions of " + spatial(shape) + " and scale_factor of shape "
                    + scaleFactor + ". Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor "
                    + "in (s1, s2, ...,sK) format.");
        }
        return scaleFactor.expand(dimensions);
    }

    private static String spatial(Size shape) {
        return PythonFormat.list(shape.subList(Math.min(2, shape.size()), shape.size()));
    }

    /// The old name of [#interpolate(Tensor, Consumer)], which warns.
    public static Tensor upsample(Tensor input, Consumer<Upsample.Options> options) {
        warnDeprecated("upsample");
        var o = Keywords.of(new Upsample.Options(), options);
        return interpolate(input, o.size, o.scaleFactor, o.mode, o.alignCorners, o.recomputeScaleFactor, false);
    }

    /// The old name of [#interpolate(Tensor, Consumer)] with mode `"nearest"`, which warns.
    public static Tensor upsampleNearest(Tensor input, Consumer<UpsamplingNearest2d.Options> options) {
        warnDeprecated("upsample_nearest");
        var o = Keywords.of(new UpsamplingNearest2d.Options(), options);
        return interpolate(input, o.size, o.scaleFactor, "nearest", null, null, false);
    }

    /// The old name of [#interpolate(Tensor, Consumer)] with mode `"bilinear"` and aligned corners, which warns.
    public static Tensor upsampleBilinear(Tensor input, Consumer<UpsamplingBilinear2d.Options> options) {
        warnDeprecated("upsample_bilinear");
        var o = Keywords.of(new UpsamplingBilinear2d.Options(), options);
        return interpolate(input, o.size, o.scaleFactor, "bilinear", true, null, false);
    }

    private static void warnDeprecated(String function) {
        Warnings.warn("`nn.functional." + function + "` is deprecated. Use `nn.functional.interpolate` instead.");
    }

    /// Looks images `(N, C, H, W)` up at places `grid` `(N, H', W', 2)`, x before y, from -1 to 1; volumes likewise.
    public static Tensor gridSample(Tensor input, Tensor grid) { return gridSample(input, grid, o -> {}); }

    /// The same, with options.
    ///
    /// @throws ValueError if the mode or the padding mode is not one of those there are
    public static Tensor gridSample(Tensor input, Tensor grid, Consumer<GridSampleOptions> options) {
        var o = Keywords.of(new GridSampleOptions(), options);
        var mode = List.of("bilinear", "nearest", "bicubic").indexOf(o.mode);
        if (mode < 0) {
            throw new ValueError("nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', "
                    + "but got: '" + o.mode + "'");
        }
        var paddingMode = List.of("zeros", "border", "reflection").indexOf(o.paddingMode);
        if (paddingMode < 0) {
            throw new ValueError("nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or "
                    + "'reflection', but got: '" + o.paddingMode + "'");
        }
        return Operators.call("grid_sampler", input, grid, mode, paddingMode, aligned(o.alignCorners));
    }

    /// The places that affine maps `theta` `(N, 2, 3)` send those of images of this size to, for
    /// [#gridSample(Tensor, Tensor)]; `(N, 3, 4)` for volumes.
    public static Tensor affineGrid(Tensor theta, Size size) { return affineGrid(theta, size, null); }

    /// The same; with `alignCorners`, -1 and 1 are the middles of the corner pixels, else their outer edges.
    public static Tensor affineGrid(Tensor theta, Size size, @Nullable Boolean alignCorners) {
        var aligned = aligned(alignCorners);
        if (!theta.dtype().isFloatingPoint()) {
            throw new ValueError("Expected theta to have floating point type, but got " + theta.dtype());
        }
        var given = PythonFormat.list(size);
        var dimensions = size.size() - 2;
        if (dimensions != 2 && dimensions != 3) {
            throw new NotImplementedError("affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, "
                    + "respectively. Got size " + given + ".");
        }
        if (theta.dim() != 3 || theta.size(-2) != dimensions || theta.size(-1) != dimensions + 1) {
            throw new ValueError("Expected a batch of %dD affine matrices of shape Nx%dx%d for size %s. Got %s."
                    .formatted(dimensions, dimensions, dimensions + 1, given, theta.shape()));
        }
        if (aligned && Collections.min(size.subList(2, size.size())) == 1) {
            Warnings.warn("Since version 1.3.0, affine_grid behavior has changed for unit-size grids when "
                    + "align_corners=True. This is not an intended use case of affine_grid. See the documentation of "
                    + "affine_grid for details.");
        } else if (Collections.min(size) <= 0) {
            throw new ValueError("Expected non-zero, positive output size. Got " + given);
        }
        return Operators.call("affine_grid_generator", theta, size, aligned);
    }

    private static boolean aligned(@Nullable Boolean alignCorners) {
        if (alignCorners != null) return alignCorners;
        Warnings.warn("Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. "
                + "Please specify align_corners=True if the old behavior is desired. See the documentation of "
                + "grid_sample for details.");
        return false;
    }

    /// Options of [#interpolate(Tensor, Consumer)]; a size or a factor must be given.
    public static final class InterpolateOptions extends InterpolationOptions<InterpolateOptions> {
        boolean antialias = false;

        /// Whether smaller images are smoothed, for the modes `"bilinear"` and `"bicubic"`; by default not.
        public InterpolateOptions antialias(boolean antialias) { this.antialias = antialias; return this; }
    }

    /// Options of [#gridSample(Tensor, Tensor)].
    public static final class GridSampleOptions {
        String mode = "bilinear";
        String paddingMode = "zeros";
        @Nullable
        Boolean alignCorners;

        /// `"bilinear"` (default), `"nearest"` or `"bicubic"`.
        public GridSampleOptions mode(String mode) { this.mode = mode; return this; }

        /// What lies outside: `"zeros"` (default), `"border"` or `"reflection"`.
        public GridSampleOptions paddingMode(String paddingMode) { this.paddingMode = paddingMode; return this; }

        /// Whether -1 and 1 are the middles of the corner pixels rather than their outer edges; by default not, with a
        /// warning.
        public GridSampleOptions alignCorners(@Nullable Boolean alignCorners) {
            this.alignCorners = alignCorners;
            return this;
        }
    }
}
