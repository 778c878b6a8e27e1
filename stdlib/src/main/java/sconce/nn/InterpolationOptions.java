package sconce.nn;

import org.jspecify.annotations.Nullable;

/// The keyword arguments that [Upsample] and [F#interpolate] share.
abstract class InterpolationOptions<O extends InterpolationOptions<O>> extends ResizeOptions<O> {
    String mode = "nearest";
    @Nullable
    Boolean alignCorners;
    @Nullable
    Boolean recomputeScaleFactor;

    InterpolationOptions() {}

    /// `"nearest"` (default), `"linear"` (sequences), `"bilinear"`, `"bicubic"` (images), `"trilinear"` (volumes),
    /// `"area"` or `"nearest-exact"`.
    public O mode(String mode) { this.mode = mode; return self(); }

    /// Whether the corners of input and output lie on each other, for the linear and cubic modes; by default not.
    public O alignCorners(@Nullable Boolean alignCorners) { this.alignCorners = alignCorners; return self(); }

    /// Whether the factor is computed anew from the size it gives; by default not.
    public O recomputeScaleFactor(@Nullable Boolean recomputeScaleFactor) {
        this.recomputeScaleFactor = recomputeScaleFactor;
        return self();
    }
}
