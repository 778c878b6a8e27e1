package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// Functions of [F]: pooling to a given size.
public abstract sealed class AdaptivePoolingFunctions extends AveragePoolingFunctions permits UnpoolingFunctions {
    AdaptivePoolingFunctions() {}

    /// The mean of as many windows of a sequence as give the size `outputSize`.
    public static Tensor adaptiveAvgPool1d(Tensor input, long outputSize) {
        return adaptiveAvgPool(1, input, OutputSize.of(outputSize));
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveAvgPool1d(Tensor input, Size outputSize) {
        return adaptiveAvgPool(1, input, OutputSize.of(outputSize));
    }

    /// The mean of as many windows of an image as give the size `outputSize`.
    public static Tensor adaptiveAvgPool2d(Tensor input, long outputSize) {
        return adaptiveAvgPool(2, input, OutputSize.of(outputSize));
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveAvgPool2d(Tensor input, Size outputSize) {
        return adaptiveAvgPool(2, input, OutputSize.of(outputSize));
    }

    /// The same; null keeps the size of the input.
    public static Tensor adaptiveAvgPool2d(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveAvgPool(2, input, OutputSize.of(outputSize));
    }

    /// The mean of as many windows of a volume as give the size `outputSize`.
    public static Tensor adaptiveAvgPool3d(Tensor input, long outputSize) {
        return adaptiveAvgPool(3, input, OutputSize.of(outputSize));
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveAvgPool3d(Tensor input, Size outputSize) {
        return adaptiveAvgPool(3, input, OutputSize.of(outputSize));
    }

    /// The same; null keeps the size of the input.
    public static Tensor adaptiveAvgPool3d(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveAvgPool(3, input, OutputSize.of(outputSize));
    }

    static Tensor adaptiveAvgPool(int dimensions, Tensor input, OutputSize outputSize) {
        return Operators.call("adaptive_avg_pool" + dimensions + "d", input, sizes(dimensions, input, outputSize));
    }

    /// The largest value in as many windows of a sequence as give the size `outputSize`.
    public static Tensor adaptiveMaxPool1d(Tensor input, long outputSize) {
        return adaptiveMaxPool1dWithIndices(input, outputSize).output();
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveMaxPool1d(Tensor input, Size outputSize) {
        return adaptiveMaxPool1dWithIndices(input, outputSize).output();
    }

    /// [#adaptiveMaxPool1d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool1dWithIndices(Tensor input, long outputSize) {
        return adaptiveMaxPoolWithIndices(1, input, OutputSize.of(outputSize));
    }

    /// [#adaptiveMaxPool1d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool1dWithIndices(Tensor input, Size outputSize) {
        return adaptiveMaxPoolWithIndices(1, input, OutputSize.of(outputSize));
    }

    /// The largest value in as many windows of an image as give the size `outputSize`.
    public static Tensor adaptiveMaxPool2d(Tensor input, long outputSize) {
        return adaptiveMaxPool2dWithIndices(input, outputSize).output();
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveMaxPool2d(Tensor input, Size outputSize) {
        return adaptiveMaxPool2dWithIndices(input, outputSize).output();
    }

    /// The same; null keeps the size of the input.
    public static Tensor adaptiveMaxPool2d(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveMaxPool2dWithIndices(input, outputSize).output();
    }

    /// [#adaptiveMaxPool2d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool2dWithIndices(Tensor input, long outputSize) {
        return adaptiveMaxPoolWithIndices(2, input, OutputSize.of(outputSize));
    }

    /// [#adaptiveMaxPool2d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool2dWithIndices(Tensor input, Size outputSize) {
        return adaptiveMaxPoolWithIndices(2, input, OutputSize.of(outputSize));
    }

    /// [#adaptiveMaxPool2d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool2dWithIndices(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveMaxPoolWithIndices(2, input, OutputSize.of(outputSize));
    }

    /// The largest value in as many windows of a volume as give the size `outputSize`.
    public static Tensor adaptiveMaxPool3d(Tensor input, long outputSize) {
        return adaptiveMaxPool3dWithIndices(input, outputSize).output();
    }

    /// The same, with a size for each dimension.
    public static Tensor adaptiveMaxPool3d(Tensor input, Size outputSize) {
        return adaptiveMaxPool3dWithIndices(input, outputSize).output();
    }

    /// The same; null keeps the size of the input.
    public static Tensor adaptiveMaxPool3d(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveMaxPool3dWithIndices(input, outputSize).output();
    }

    /// [#adaptiveMaxPool3d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool3dWithIndices(Tensor input, long outputSize) {
        return adaptiveMaxPoolWithIndices(3, input, OutputSize.of(outputSize));
    }

    /// [#adaptiveMaxPool3d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool3dWithIndices(Tensor input, Size outputSize) {
        return adaptiveMaxPoolWithIndices(3, input, OutputSize.of(outputSize));
    }

    /// [#adaptiveMaxPool3d], and where each maximum lay.
    public static PoolOutput adaptiveMaxPool3dWithIndices(Tensor input, @Nullable Integer... outputSize) {
        return adaptiveMaxPoolWithIndices(3, input, OutputSize.of(outputSize));
    }

    static PoolOutput adaptiveMaxPoolWithIndices(int dimensions, Tensor input, OutputSize outputSize) {
        Object[] results = Operators.call("adaptive_max_pool" + dimensions + "d", input,
                sizes(dimensions, input, outputSize));
        return new PoolOutput((Tensor) results[0], (Tensor) results[1]);
    }

    /// In one dimension libtorch checks the input itself.
    private static long[] sizes(int dimensions, Tensor input, OutputSize outputSize) {
        return dimensions == 1 ? outputSize.given() : outputSize.of(dimensions, input.shape());
    }

    /// The largest value in windows of an image at random steps, with the options of [FractionalMaxPool2d]: a size or a ratio.
    public static Tensor fractionalMaxPool2d(Tensor input, long kernelSize,
            Consumer<FractionalMaxPool2d.Options> options) {
        return fractionalMaxPool2dWithIndices(input, kernelSize, options).output();
    }

    /// The same, for a window of two sizes.
    public static Tensor fractionalMaxPool2d(Tensor input, Size kernelSize,
            Consumer<FractionalMaxPool2d.Options> options) {
        return fractionalMaxPool2dWithIndices(input, kernelSize, options).output();
    }

    /// [#fractionalMaxPool2d], and where each maximum lay.
    public static PoolOutput fractionalMaxPool2dWithIndices(Tensor input, long kernelSize,
            Consumer<FractionalMaxPool2d.Options> options) {
        return fractionalMaxPool(2, input, IntOrTuple.of(kernelSize),
                Keywords.of(new FractionalMaxPool2d.Options(), options));
    }

    /// [#fractionalMaxPool2d], and where each maximum lay.
    public static PoolOutput fractionalMaxPool2dWithIndices(Tensor input, Size kernelSize,
            Consumer<FractionalMaxPool2d.Options> options) {
        return fractionalMaxPool(2, input, IntOrTuple.of(kernelSize),
                Keywords.of(new FractionalMaxPool2d.Options(), options));
    }

    /// The largest value in windows of a volume at random steps, with the options of [FractionalMaxPool3d]: a size or a ratio.
    public static Tensor fractionalMaxPool3d(Tensor input, long kernelSize,
            Consumer<FractionalMaxPool3d.Options> options) {
        return fractionalMaxPool3dWithIndices(input, kernelSize, options).output();
    }

    /// The same, for a window of three sizes.
    public static Tensor fractionalMaxPool3d(Tensor input, Size kernelSize,
            Consumer<FractionalMaxPool3d.Options> options) {
        return fractionalMaxPool3dWithIndices(input, kernelSize, options).output();
    }

    /// [#fractionalMaxPool3d], and where each maximum lay.
    public static PoolOutput fractionalMaxPool3dWithIndices(Tensor input, long kernelSize,
            Consumer<FractionalMaxPool3d.Options> options) {
        return fractionalMaxPool(3, input, IntOrTuple.of(kernelSize),
                Keywords.of(new FractionalMaxPool3d.Options(), options));
    }

    /// [#fractionalMaxPool3d], and where each maximum lay.
    public static PoolOutput fractionalMaxPool3dWithIndices(Tensor input, Size kernelSize,
            Consumer<FractionalMaxPool3d.Options> options) {
        return fractionalMaxPool(3, input, IntOrTuple.of(kernelSize),
                Keywords.of(new FractionalMaxPool3d.Options(), options));
    }

    private static PoolOutput fractionalMaxPool(int dimensions, Tensor input, IntOrTuple kernelSize,
            FractionalMaxPoolNd.Options<?> o) {
        return fractionalMaxPool(dimensions, input, kernelSize, o.outputSize, o.outputRatio, o.randomSamples);
    }

    static PoolOutput fractionalMaxPool(int dimensions, Tensor input, IntOrTuple kernelSize,
            @Nullable IntOrTuple outputSize, double @Nullable [] outputRatio, @Nullable Tensor randomSamples) {
        var operator = "fractional_max_pool" + dimensions + "d";
        var sizes = outputSize == null ? part(operator, dimensions, input, outputRatio)
                : outputSize.expand(dimensions).longs();
        var samples = randomSamples;
        if (samples == null) {
            var batch = input.dim() == dimensions + 1 ? 1 : input.size(0);
            samples = Operators.call("rand", new long[] { batch, input.size(-dimensions - 1), dimensions },
                    input.dtype(), null, input.device());
        }
        Object[] results = Operators.call(operator, input, kernelSize.expand(dimensions), sizes, samples);
        return new PoolOutput((Tensor) results[0], (Tensor) results[1]);
    }

    /// The sizes that are this part of the input's.
    private static long[] part(String operator, int dimensions, Tensor input, double @Nullable [] ratio) {
        if (ratio == null) {
            throw new ValueError(operator + " requires specifying either an output_size or an output_ratio");
        }
        if (ratio.length > dimensions) {
            throw new ValueError(operator + " requires output_ratio to either be a single Int or tuple of Ints.");
        }
        var sizes = new long[dimensions];
        for (var d = 0; d < dimensions; d++) {
            sizes[d] = (long) (input.size(d - dimensions) * ratio[ratio.length == 1 ? 0 : d]);
        }
        return sizes;
    }
}
