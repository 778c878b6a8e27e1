package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;

/// Functions of [F]: samples, distances, windows and images with options by place, in PyTorch's order.
public abstract sealed class ShapesByPlace extends PoolingsByPlace permits F {
    ShapesByPlace() {}

    /// [F#gumbelSoftmax] with its first options by place.
    public static Tensor gumbelSoftmax(Tensor logits, Number tau) { return gumbelSoftmax(logits, o -> o.tau(tau)); }

    /// [F#gumbelSoftmax] with its first options by place.
    public static Tensor gumbelSoftmax(Tensor logits, Number tau, boolean hard) {
        return gumbelSoftmax(logits, o -> o.tau(tau).hard(hard));
    }

    /// [F#gumbelSoftmax] with all options by place.
    public static Tensor gumbelSoftmax(Tensor logits, Number tau, boolean hard, double eps, long dim) {
        return gumbelSoftmax(logits, o -> o.tau(tau).hard(hard).eps(eps).dim(dim));
    }

    /// [F#pairwiseDistance] with its first options by place.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Number p) {
        return pairwiseDistance(x1, x2, o -> o.p(p));
    }

    /// [F#pairwiseDistance] with its first options by place.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Number p, Number eps) {
        return pairwiseDistance(x1, x2, o -> o.p(p).eps(eps));
    }

    /// [F#pairwiseDistance] with all options by place.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, Number p, Number eps, boolean keepdim) {
        return pairwiseDistance(x1, x2, o -> o.p(p).eps(eps).keepdim(keepdim));
    }

    /// [F#gridSample] with all options by place.
    public static Tensor gridSample(Tensor input, Tensor grid, String mode, String paddingMode,
            @Nullable Boolean alignCorners) {
        return gridSample(input, grid, o -> o.mode(mode).paddingMode(paddingMode).alignCorners(alignCorners));
    }

    /// [F#interpolate] with all options by place; one of `size` and `scaleFactor` is null.
    public static Tensor interpolate(Tensor input, @Nullable Size size, double @Nullable [] scaleFactor, String mode,
            @Nullable Boolean alignCorners, @Nullable Boolean recomputeScaleFactor, boolean antialias) {
        return interpolate(input,
                o -> o.size(size).scaleFactor(scaleFactor).mode(mode).alignCorners(alignCorners)
                        .recomputeScaleFactor(recomputeScaleFactor).antialias(antialias));
    }

    /// [F#upsample] with all options by place; one of `size` and `scaleFactor` is null.
    public static Tensor upsample(Tensor input, @Nullable Size size, double @Nullable [] scaleFactor, String mode,
            @Nullable Boolean alignCorners) {
        return upsample(input, o -> o.size(size).scaleFactor(scaleFactor).mode(mode).alignCorners(alignCorners));
    }

    /// [F#upsampleNearest] with all options by place; one of `size` and `scaleFactor` is null.
    public static Tensor upsampleNearest(Tensor input, @Nullable Size size, double @Nullable [] scaleFactor) {
        return upsampleNearest(input, o -> o.size(size).scaleFactor(scaleFactor));
    }

    /// [F#upsampleBilinear] with all options by place; one of `size` and `scaleFactor` is null.
    public static Tensor upsampleBilinear(Tensor input, @Nullable Size size, double @Nullable [] scaleFactor) {
        return upsampleBilinear(input, o -> o.size(size).scaleFactor(scaleFactor));
    }

    /// [F#unfold] with all options by place.
    public static Tensor unfold(Tensor input, long kernelSize, long dilation, long padding, long stride) {
        return unfold(input, kernelSize, o -> o.dilation(dilation).padding(padding).stride(stride));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor unfold(Tensor input, Size kernelSize, Size dilation, Size padding, Size stride) {
        return unfold(input, kernelSize, o -> o.dilation(dilation).padding(padding).stride(stride));
    }

    /// [F#fold] with all options by place.
    public static Tensor fold(Tensor input, Size outputSize, long kernelSize, long dilation, long padding,
            long stride) {
        return fold(input, outputSize, kernelSize, o -> o.dilation(dilation).padding(padding).stride(stride));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor fold(Tensor input, Size outputSize, Size kernelSize, Size dilation, Size padding,
            Size stride) {
        return fold(input, outputSize, kernelSize, o -> o.dilation(dilation).padding(padding).stride(stride));
    }
}
