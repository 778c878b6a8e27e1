package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Functions of [F]: unpooling.
public abstract sealed class UnpoolingFunctions extends AdaptivePoolingFunctions permits VisionFunctions {
    UnpoolingFunctions() {}

    /// Puts maxima back where [#maxPool1dWithIndices] found them, zeros elsewhere; windows lie side by side.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, long kernelSize) {
        return maxUnpool1d(input, indices, kernelSize, o -> {});
    }

    /// The same, for a window of one size.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, Size kernelSize) {
        return maxUnpool1d(input, indices, kernelSize, o -> {});
    }

    /// The same, with options.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, long kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(1, input, indices, IntOrTuple.of(kernelSize), options);
    }

    /// The same, with options.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, Size kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(1, input, indices, IntOrTuple.of(kernelSize), options);
    }

    /// Puts maxima back where [#maxPool2dWithIndices] found them, zeros elsewhere; windows lie side by side.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, long kernelSize) {
        return maxUnpool2d(input, indices, kernelSize, o -> {});
    }

    /// The same, for a window of two sizes.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, Size kernelSize) {
        return maxUnpool2d(input, indices, kernelSize, o -> {});
    }

    /// The same, with options.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, long kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(2, input, indices, IntOrTuple.of(kernelSize), options);
    }

    /// The same, with options.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, Size kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(2, input, indices, IntOrTuple.of(kernelSize), options);
    }

    /// Puts maxima back where [#maxPool3dWithIndices] found them, zeros elsewhere; windows lie side by side.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, long kernelSize) {
        return maxUnpool3d(input, indices, kernelSize, o -> {});
    }

    /// The same, for a window of three sizes.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, Size kernelSize) {
        return maxUnpool3d(input, indices, kernelSize, o -> {});
    }

    /// The same, with options.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, long kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(3, input, indices, IntOrTuple.of(kernelSize), options);
    }

    /// The same, with options.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, Size kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        return maxUnpool(3, input, indices, IntOrTuple.of(kernelSize), options);
    }

    private static Tensor maxUnpool(int dimensions, Tensor input, Tensor indices, IntOrTuple kernelSize,
            Consumer<MaxUnpoolOptions> options) {
        var o = Keywords.of(new MaxUnpoolOptions(), options);
        return maxUnpool(dimensions, input, indices, kernelSize.expand(dimensions),
                o.stride(kernelSize).expand(dimensions), o.padding.expand(dimensions), o.outputSize);
    }

    static Tensor maxUnpool(int dimensions, Tensor input, Tensor indices, Size kernelSize, Size stride, Size padding,
            @Nullable Size outputSize) {
        var sizes = unpooled(input.shape(), kernelSize, stride, padding, outputSize);
        return switch (dimensions) {
            case 1 -> {
                Tensor image = Operators.call("unsqueeze", input, -1);
                Tensor places = Operators.call("unsqueeze", indices, -1);
                Tensor output = Operators.call("max_unpool2d", image, places, new long[] { sizes.getFirst(), 1 });
                yield Operators.call("squeeze.dim", output, -1);
            }
            case 2 -> Operators.call("max_unpool2d", input, indices, sizes);
            default -> Operators.call("max_unpool3d", input, indices, sizes, stride, padding);
        };
    }

    private static List<Long> unpooled(Size input, Size kernelSize, Size stride, Size padding,
            @Nullable Size outputSize) {
        var dimensions = kernelSize.size();
        var usual = new ArrayList<Long>();
        for (var d = 0; d < dimensions; d++) {
            usual.add((input.get(d - dimensions) - 1) * stride.get(d) + kernelSize.get(d) - 2 * padding.get(d));
        }
        if (outputSize == null) return usual;
        var given = outputSize.size();
        if (given != dimensions && given != dimensions + 2) {
            throw new ValueError(
                    "output_size should be a sequence containing %d or %d elements, but it has a length of "
                            .formatted(dimensions, dimensions + 2) + "'" + given + "'");
        }
        var wanted = outputSize.subList(given - dimensions, given);
        for (var d = 0; d < dimensions; d++) {
            var least = usual.get(d) - stride.get(d);
            var most = usual.get(d) + stride.get(d);
            if (wanted.get(d) <= least || wanted.get(d) >= most) {
                throw new ValueError("invalid output_size \"%s\" (dim %d must be between %d and %d)"
                        .formatted(PythonFormat.list(wanted), d, least, most));
            }
        }
        return wanted;
    }

    /// Options of [#maxUnpool1d(Tensor, Tensor, long)], [#maxUnpool2d(Tensor, Tensor, long)] and
    /// [#maxUnpool3d(Tensor, Tensor, long)].
    public static final class MaxUnpoolOptions extends PaddedPoolOptions<MaxUnpoolOptions> {
        @Nullable
        Size outputSize;

        /// Of the sizes that are pooled to that of the input, the one the output has; null for the usual one.
        public MaxUnpoolOptions outputSize(@Nullable Size outputSize) { this.outputSize = outputSize; return this; }

        /// Of the sizes that are pooled to that of the input, the one the output has.
        public MaxUnpoolOptions outputSize(long... outputSize) {
            this.outputSize = new Size(outputSize);
            return this;
        }
    }
}
