package sconce.nn;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// What all fractional maximum pooling layers share.
abstract class FractionalMaxPoolNd extends PoolModule {
    /// The size of the window.
    public Size kernelSize;

    /// The size of the output, or null.
    public @Nullable Size outputSize;

    /// Where the windows lie, as numbers from 0 to 1 `(N, C, dimensions)`; null to draw them for each input.
    @Name("_random_samples")
    public @Nullable Buffer randomSamples;

    private final double @Nullable [] outputRatio;
    private final int dimensions;

    /// The options that all fractional maximum pooling layers share.
    abstract static class Options<O extends Options<O>> {
        @Nullable
        IntOrTuple outputSize;
        double @Nullable [] outputRatio;
        boolean returnIndices = false;
        @Nullable
        Tensor randomSamples;

        /// The size of the output, one number for all dimensions or one for each.
        public O outputSize(long... outputSize) { this.outputSize = IntOrTuple.of(outputSize); return self(); }

        /// The size of the output, for each dimension; null where there is a ratio.
        public O outputSize(@Nullable Size outputSize) {
            this.outputSize = outputSize == null ? null : IntOrTuple.of(outputSize);
            return self();
        }

        /// The size of the output as a part of the input's, between 0 and 1, one number for all dimensions or one for
        /// each.
        public O outputRatio(double @Nullable... outputRatio) {
            this.outputRatio = outputRatio == null ? null : outputRatio.clone();
            return self();
        }

        /// Whether the places of the maxima are given too; by default not.
        public O returnIndices(boolean returnIndices) { this.returnIndices = returnIndices; return self(); }

        /// Where the windows lie, as numbers from 0 to 1 `(N, C, dimensions)`; by default drawn.
        public O randomSamples(@Nullable Tensor randomSamples) { this.randomSamples = randomSamples; return self(); }

        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        private O self() { return (O) this; }
    }

    FractionalMaxPoolNd(int dimensions, IntOrTuple kernelSize, Options<?> o) {
        super(o.returnIndices);
        this.dimensions = dimensions;
        this.kernelSize = kernelSize.expand(dimensions);
        randomSamples = o.randomSamples == null ? null : new Buffer(o.randomSamples);
        outputSize = o.outputSize == null ? null : o.outputSize.expand(dimensions);
        outputRatio = o.outputRatio;
        if (outputSize == null && outputRatio == null) {
            throw new ValueError("FractionalMaxPool" + dimensions
                    + "d requires specifying either an output size, or a pooling ratio");
        }
        if (outputSize != null && outputRatio != null) {
            throw new ValueError("only one of output_size and output_ratio may be specified");
        }
        if (outputRatio != null && Arrays.stream(outputRatio).anyMatch(ratio -> !(0 < ratio && ratio < 1))) {
            throw new ValueError("output_ratio must be between 0 and 1 (got " + ratio(outputRatio) + ")");
        }
    }

    private static String ratio(double[] ratio) {
        return ratio.length == 1 ? PythonFormat.of(ratio[0])
                : PythonFormat.tuple(DoubleStream.of(ratio).boxed().toList());
    }

    @Override
    public Object forward(Tensor input) {
        var pooled = F.fractionalMaxPool(dimensions, input, IntOrTuple.of(kernelSize),
                outputSize == null ? null : IntOrTuple.of(outputSize), outputRatio, randomSamples);
        return returnIndices ? pooled : pooled.output();
    }
}
