package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// Functions of [F]: pooling by means and norms.
public abstract sealed class AveragePoolingFunctions extends PoolingFunctions permits AdaptivePoolingFunctions {
    AveragePoolingFunctions() {}

    /// The mean of each window of a sequence; windows lie side by side.
    public static Tensor avgPool1d(Tensor input, long kernelSize) {
        return avgPool1d(input, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor avgPool1d(Tensor input, long kernelSize, long stride) {
        return avgPool1d(input, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of one size.
    public static Tensor avgPool1d(Tensor input, Size kernelSize) {
        return avgPool1d(input, kernelSize, o -> {});
    }

    /// The same, with the options of [AvgPool1d].
    public static Tensor avgPool1d(Tensor input, long kernelSize, Consumer<AvgPool1d.Options> options) {
        return avgPool(1, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool1d.Options(), options));
    }

    /// The same, with the options of [AvgPool1d].
    public static Tensor avgPool1d(Tensor input, Size kernelSize, Consumer<AvgPool1d.Options> options) {
        return avgPool(1, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool1d.Options(), options));
    }

    /// The mean of each window of an image; windows lie side by side.
    public static Tensor avgPool2d(Tensor input, long kernelSize) {
        return avgPool2d(input, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor avgPool2d(Tensor input, long kernelSize, long stride) {
        return avgPool2d(input, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of two sizes.
    public static Tensor avgPool2d(Tensor input, Size kernelSize) {
        return avgPool2d(input, kernelSize, o -> {});
    }

    /// The same, with the options of [AvgPool2d].
    public static Tensor avgPool2d(Tensor input, long kernelSize, Consumer<AvgPool2d.Options> options) {
        return avgPool(2, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool2d.Options(), options));
    }

    /// The same, with the options of [AvgPool2d].
    public static Tensor avgPool2d(Tensor input, Size kernelSize, Consumer<AvgPool2d.Options> options) {
        return avgPool(2, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool2d.Options(), options));
    }

    /// The mean of each window of a volume; windows lie side by side.
    public static Tensor avgPool3d(Tensor input, long kernelSize) {
        return avgPool3d(input, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor avgPool3d(Tensor input, long kernelSize, long stride) {
        return avgPool3d(input, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of three sizes.
    public static Tensor avgPool3d(Tensor input, Size kernelSize) {
        return avgPool3d(input, kernelSize, o -> {});
    }

    /// The same, with the options of [AvgPool3d].
    public static Tensor avgPool3d(Tensor input, long kernelSize, Consumer<AvgPool3d.Options> options) {
        return avgPool(3, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool3d.Options(), options));
    }

    /// The same, with the options of [AvgPool3d].
    public static Tensor avgPool3d(Tensor input, Size kernelSize, Consumer<AvgPool3d.Options> options) {
        return avgPool(3, input, IntOrTuple.of(kernelSize), Keywords.of(new AvgPool3d.Options(), options));
    }

    private static Tensor avgPool(int dimensions, Tensor input, IntOrTuple kernelSize, AvgPoolNd.Options<?> o) {
        return avgPool(dimensions, input, kernelSize, o.stride(kernelSize), o.padding, o.ceilMode, o.countIncludePad,
                o.divisor);
    }

    static Tensor avgPool(int dimensions, Tensor input, IntOrTuple kernelSize, IntOrTuple stride, IntOrTuple padding,
            boolean ceilMode, boolean countIncludePad, @Nullable Long divisor) {
        var operator = "avg_pool" + dimensions + "d";
        if (dimensions == 1) {
            return Operators.call(operator, input, kernelSize.longs(), stride.longs(), padding.longs(), ceilMode,
                    countIncludePad);
        }
        return Operators.call(operator, input, kernelSize.longs(), stride.longs(), padding.longs(), ceilMode,
                countIncludePad, divisor);
    }

    /// The `normType`-norm of each window of a sequence; windows lie side by side.
    public static Tensor lpPool1d(Tensor input, Number normType, long kernelSize) {
        return lpPool1d(input, normType, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor lpPool1d(Tensor input, Number normType, long kernelSize, long stride) {
        return lpPool1d(input, normType, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of one size.
    public static Tensor lpPool1d(Tensor input, Number normType, Size kernelSize) {
        return lpPool1d(input, normType, kernelSize, o -> {});
    }

    /// The same, with the options of [LPPool1d].
    public static Tensor lpPool1d(Tensor input, Number normType, long kernelSize, Consumer<LPPool1d.Options> options) {
        return lpPool(1, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool1d.Options(), options));
    }

    /// The same, with the options of [LPPool1d].
    public static Tensor lpPool1d(Tensor input, Number normType, Size kernelSize, Consumer<LPPool1d.Options> options) {
        return lpPool(1, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool1d.Options(), options));
    }

    /// The `normType`-norm of each window of an image; windows lie side by side.
    public static Tensor lpPool2d(Tensor input, Number normType, long kernelSize) {
        return lpPool2d(input, normType, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor lpPool2d(Tensor input, Number normType, long kernelSize, long stride) {
        return lpPool2d(input, normType, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of two sizes.
    public static Tensor lpPool2d(Tensor input, Number normType, Size kernelSize) {
        return lpPool2d(input, normType, kernelSize, o -> {});
    }

    /// The same, with the options of [LPPool2d].
    public static Tensor lpPool2d(Tensor input, Number normType, long kernelSize, Consumer<LPPool2d.Options> options) {
        return lpPool(2, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool2d.Options(), options));
    }

    /// The same, with the options of [LPPool2d].
    public static Tensor lpPool2d(Tensor input, Number normType, Size kernelSize, Consumer<LPPool2d.Options> options) {
        return lpPool(2, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool2d.Options(), options));
    }

    /// The `normType`-norm of each window of a volume; windows lie side by side.
    public static Tensor lpPool3d(Tensor input, Number normType, long kernelSize) {
        return lpPool3d(input, normType, kernelSize, o -> {});
    }

    /// The same, with a step between windows.
    public static Tensor lpPool3d(Tensor input, Number normType, long kernelSize, long stride) {
        return lpPool3d(input, normType, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of three sizes.
    public static Tensor lpPool3d(Tensor input, Number normType, Size kernelSize) {
        return lpPool3d(input, normType, kernelSize, o -> {});
    }

    /// The same, with the options of [LPPool3d].
    public static Tensor lpPool3d(Tensor input, Number normType, long kernelSize, Consumer<LPPool3d.Options> options) {
        return lpPool(3, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool3d.Options(), options));
    }

    /// The same, with the options of [LPPool3d].
    public static Tensor lpPool3d(Tensor input, Number normType, Size kernelSize, Consumer<LPPool3d.Options> options) {
        return lpPool(3, input, normType, IntOrTuple.of(kernelSize), Keywords.of(new LPPool3d.Options(), options));
    }

    private static Tensor lpPool(int dimensions, Tensor input, Number normType, IntOrTuple kernelSize,
            LPPoolNd.Options<?> o) {
        return lpPool(dimensions, input, normType, kernelSize, o.stride(), o.ceilMode);
    }

    static Tensor lpPool(int dimensions, Tensor input, Number normType, IntOrTuple kernelSize,
            @Nullable IntOrTuple stride, boolean ceilMode) {
        var sizes = kernelSize.expand(dimensions);
        if (sizes.size() != dimensions && dimensions > 1) {
            throw new ValueError(sizes.size() > dimensions ? "too many values to unpack (expected " + dimensions + ")"
                    : "not enough values to unpack (expected " + dimensions + ", got " + sizes.size() + ")");
        }
        Tensor powers = Operators.call("pow.Tensor_Scalar", input, normType);
        var means = avgPool(dimensions, powers, kernelSize, stride == null ? kernelSize : stride, IntOrTuple.of(0),
                ceilMode, true, null);
        Tensor sign = Operators.call("sign", means);
        Tensor size = Operators.call("relu", Operators.<Tensor>call("abs", means));
        return Operators.call("pow.Tensor_Scalar", sign.mul(size).mul(sizes.numel()),
                1.0 / normType.doubleValue());
    }
}
