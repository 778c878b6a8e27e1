package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// Functions of [F]: normalisation.
public abstract sealed class NormalizationFunctions extends VisionFunctions permits LossFunctions {
    NormalizationFunctions() {}

    /// Brings each channel (dimension 1) to mean 0 and variance 1: by the running statistics, or by those of the batch with
    /// `training`, which are then blended into the running ones.
    public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar) {
        return batchNorm(input, runningMean, runningVar, o -> {});
    }

    /// The same, with options.
    public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
            Consumer<BatchNormOptions> options) {
        var o = Keywords.of(new BatchNormOptions(), options);
        return batchNorm(input, runningMean, runningVar, o.weight, o.bias, o.training, o.momentum, o.eps);
    }

    /// The same, with all arguments.
    public static Tensor batchNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
            @Nullable Tensor weight, @Nullable Tensor bias, boolean training, double momentum, double eps) {
        if (training) checkBatch(input.shape());
        return Operators.call("batch_norm", input, weight, bias, runningMean, runningVar, training, momentum, eps,
                true);
    }

    private static void checkBatch(Size shape) {
        var values = shape.get(0);
        for (var i = 2; i < shape.size(); i++) values *= shape.get(i);
        if (values == 1) {
            throw new ValueError("Expected more than 1 value per channel when training, got input size " + shape);
        }
    }

    /// Brings the last dimensions, which have the sizes `normalizedShape`, to mean 0 and variance 1.
    public static Tensor layerNorm(Tensor input, Size normalizedShape) {
        return layerNorm(input, normalizedShape, null, null, 1e-5);
    }

    /// The same, then scaled and shifted.
    public static Tensor layerNorm(Tensor input, Size normalizedShape, @Nullable Tensor weight, @Nullable Tensor bias) {
        return layerNorm(input, normalizedShape, weight, bias, 1e-5);
    }

    /// The same, with all arguments.
    public static Tensor layerNorm(Tensor input, Size normalizedShape, @Nullable Tensor weight, @Nullable Tensor bias,
            double eps) {
        return Operators.call("layer_norm", input, normalizedShape, weight, bias, eps, true);
    }

    /// The same, with options.
    public static Tensor layerNorm(Tensor input, Size normalizedShape, Consumer<LayerNormOptions> options) {
        var o = Keywords.of(new LayerNormOptions(), options);
        return layerNorm(input, normalizedShape, o.weight, o.bias, o.eps);
    }

    /// Options of [#batchNorm].
    public static final class BatchNormOptions {
        @Nullable
        Tensor weight;
        @Nullable
        Tensor bias;
        boolean training = false;
        double momentum = 0.1;
        double eps = 1e-5;

        /// A factor for each channel.
        public BatchNormOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// A shift for each channel.
        public BatchNormOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// Whether the batch's own statistics count; by default not.
        public BatchNormOptions training(boolean training) { this.training = training; return this; }

        /// The weight of the batch in the running statistics; by default 0.1.
        public BatchNormOptions momentum(double momentum) { this.momentum = momentum; return this; }

        /// What is added to the variance; by default 1e-5.
        public BatchNormOptions eps(double eps) { this.eps = eps; return this; }
    }

    /// Options of [#layerNorm].
    public static final class LayerNormOptions {
        @Nullable
        Tensor weight;
        @Nullable
        Tensor bias;
        double eps = 1e-5;

        /// A factor for each element.
        public LayerNormOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// A shift for each element.
        public LayerNormOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// What is added to the variance; by default 1e-5.
        public LayerNormOptions eps(double eps) { this.eps = eps; return this; }
    }
}
