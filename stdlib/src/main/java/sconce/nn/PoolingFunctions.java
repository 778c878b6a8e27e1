package sconce.nn;

import java.util.function.Consumer;
import sconce.Size;
import sconce.Tensor;
import sconce.TypeError;
import sconce.libtorch.Operators;

/// Functions of [F]: maximum pooling.
public abstract sealed class PoolingFunctions extends TransposedFunctions permits AveragePoolingFunctions {
    PoolingFunctions() {}

    /// The largest value in each window of a sequence; windows lie side by side.
    public static Tensor maxPool1d(Tensor input, long kernelSize) { return maxPool1d(input, kernelSize, o -> {}); }

    /// The same, with a step between windows.
    public static Tensor maxPool1d(Tensor input, long kernelSize, long stride) {
        return maxPool1d(input, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of one size.
    public static Tensor maxPool1d(Tensor input, Size kernelSize) { return maxPool1d(input, kernelSize, o -> {}); }

    /// The same, with the options of [MaxPool1d].
    public static Tensor maxPool1d(Tensor input, long kernelSize, Consumer<MaxPool1d.Options> options) {
        return maxPool(1, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool1d.Options(), options));
    }

    /// The same, with the options of [MaxPool1d].
    public static Tensor maxPool1d(Tensor input, Size kernelSize, Consumer<MaxPool1d.Options> options) {
        return maxPool(1, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool1d.Options(), options));
    }

    /// [#maxPool1d], and where each maximum lay.
    public static PoolOutput maxPool1dWithIndices(Tensor input, long kernelSize) {
        return maxPool1dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool1d], and where each maximum lay.
    public static PoolOutput maxPool1dWithIndices(Tensor input, Size kernelSize) {
        return maxPool1dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool1d], and where each maximum lay.
    public static PoolOutput maxPool1dWithIndices(Tensor input, long kernelSize, Consumer<MaxPool1d.Options> options) {
        return maxPoolWithIndices(1, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool1d.Options(), options));
    }

    /// [#maxPool1d], and where each maximum lay.
    public static PoolOutput maxPool1dWithIndices(Tensor input, Size kernelSize, Consumer<MaxPool1d.Options> options) {
        return maxPoolWithIndices(1, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool1d.Options(), options));
    }

    /// The largest value in each window of a square kernel; windows lie side by side.
    public static Tensor maxPool2d(Tensor input, long kernelSize) { return maxPool2d(input, kernelSize, o -> {}); }

    /// The same, with a step between windows.
    public static Tensor maxPool2d(Tensor input, long kernelSize, long stride) {
        return maxPool2d(input, kernelSize, o -> o.stride(stride));
    }

    /// The largest value in each window of a kernel of two sizes.
    public static Tensor maxPool2d(Tensor input, Size kernelSize) { return maxPool2d(input, kernelSize, o -> {}); }

    /// The same, with the options of [MaxPool2d].
    public static Tensor maxPool2d(Tensor input, long kernelSize, Consumer<MaxPool2d.Options> options) {
        return maxPool(2, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool2d.Options(), options));
    }

    /// The same, with the options of [MaxPool2d].
    public static Tensor maxPool2d(Tensor input, Size kernelSize, Consumer<MaxPool2d.Options> options) {
        return maxPool(2, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool2d.Options(), options));
    }

    /// [#maxPool2d], and where each maximum lay.
    public static PoolOutput maxPool2dWithIndices(Tensor input, long kernelSize) {
        return maxPool2dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool2d], and where each maximum lay.
    public static PoolOutput maxPool2dWithIndices(Tensor input, Size kernelSize) {
        return maxPool2dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool2d], and where each maximum lay.
    public static PoolOutput maxPool2dWithIndices(Tensor input, long kernelSize,
            Consumer<MaxPool2d.Options> options) {
        return maxPoolWithIndices(2, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool2d.Options(), options));
    }

    /// [#maxPool2d], and where each maximum lay.
    public static PoolOutput maxPool2dWithIndices(Tensor input, Size kernelSize,
            Consumer<MaxPool2d.Options> options) {
        return maxPoolWithIndices(2, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool2d.Options(), options));
    }

    /// The largest value in each window of a volume; windows lie side by side.
    public static Tensor maxPool3d(Tensor input, long kernelSize) { return maxPool3d(input, kernelSize, o -> {}); }

    /// The same, with a step between windows.
    public static Tensor maxPool3d(Tensor input, long kernelSize, long stride) {
        return maxPool3d(input, kernelSize, o -> o.stride(stride));
    }

    /// The same, for a window of three sizes.
    public static Tensor maxPool3d(Tensor input, Size kernelSize) { return maxPool3d(input, kernelSize, o -> {}); }

    /// The same, with the options of [MaxPool3d].
    public static Tensor maxPool3d(Tensor input, long kernelSize, Consumer<MaxPool3d.Options> options) {
        return maxPool(3, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool3d.Options(), options));
    }

    /// The same, with the options of [MaxPool3d].
    public static Tensor maxPool3d(Tensor input, Size kernelSize, Consumer<MaxPool3d.Options> options) {
        return maxPool(3, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool3d.Options(), options));
    }

    /// [#maxPool3d], and where each maximum lay.
    public static PoolOutput maxPool3dWithIndices(Tensor input, long kernelSize) {
        return maxPool3dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool3d], and where each maximum lay.
    public static PoolOutput maxPool3dWithIndices(Tensor input, Size kernelSize) {
        return maxPool3dWithIndices(input, kernelSize, o -> {});
    }

    /// [#maxPool3d], and where each maximum lay.
    public static PoolOutput maxPool3dWithIndices(Tensor input, long kernelSize, Consumer<MaxPool3d.Options> options) {
        return maxPoolWithIndices(3, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool3d.Options(), options));
    }

    /// [#maxPool3d], and where each maximum lay.
    public static PoolOutput maxPool3dWithIndices(Tensor input, Size kernelSize, Consumer<MaxPool3d.Options> options) {
        return maxPoolWithIndices(3, input, IntOrTuple.of(kernelSize), Keywords.of(new MaxPool3d.Options(), options));
    }

    static Tensor maxPool(int dimensions, Tensor input, IntOrTuple kernelSize, MaxPoolNd.Options<?> o) {
        if (o.returnIndices) {
            throw new TypeError("max_pool" + dimensions + "d gives one tensor: with return_indices it is maxPool"
                    + dimensions + "dWithIndices");
        }
        return maxPool(dimensions, input, kernelSize, o.stride(kernelSize), o.padding, o.dilation, o.ceilMode);
    }

    static PoolOutput maxPoolWithIndices(int dimensions, Tensor input, IntOrTuple kernelSize, MaxPoolNd.Options<?> o) {
        return maxPoolWithIndices(dimensions, input, kernelSize, o.stride(kernelSize), o.padding, o.dilation,
                o.ceilMode);
    }

    static Tensor maxPool(int dimensions, Tensor input, IntOrTuple kernelSize, IntOrTuple stride, IntOrTuple padding,
            IntOrTuple dilation, boolean ceilMode) {
        return Operators.call("max_pool" + dimensions + "d", input, kernelSize.longs(), stride.longs(),
                padding.longs(), dilation.longs(), ceilMode);
    }

    static PoolOutput maxPoolWithIndices(int dimensions, Tensor input, IntOrTuple kernelSize, IntOrTuple stride,
            IntOrTuple padding, IntOrTuple dilation, boolean ceilMode) {
        Object[] results = Operators.call("max_pool" + dimensions + "d_with_indices", input, kernelSize.longs(),
                stride.longs(), padding.longs(), dilation.longs(), ceilMode);
        return new PoolOutput((Tensor) results[0], (Tensor) results[1]);
    }
}
