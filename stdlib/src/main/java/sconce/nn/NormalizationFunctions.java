package sconce.nn;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.ZeroDivisionError;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

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
        if (training) checkBatch(input.shape(), input.shape());
        if (eps <= 0) throw new ValueError("batch_norm eps must be positive, but got " + PythonFormat.of(eps));
        return Operators.call("batch_norm", input, weight, bias, runningMean, runningVar, training, momentum, eps,
                true);
    }

    private static void checkBatch(Size shape, Object shown) {
        var values = (long) shape.get(0);
        for (var i = 2; i < shape.size(); i++) values *= shape.get(i);
        if (values == 1) {
            throw new ValueError("Expected more than 1 value per channel when training, got input size " + shown);
        }
    }

    /// Brings each channel (dimension 1) of each sample to mean 0 and variance 1.
    public static Tensor instanceNorm(Tensor input) { return instanceNorm(input, o -> {}); }

    /// The same, with options.
    public static Tensor instanceNorm(Tensor input, Consumer<InstanceNormOptions> options) {
        return instanceNorm(input, null, null, options);
    }

    /// The same; the statistics are blended into the running ones.
    public static Tensor instanceNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar) {
        return instanceNorm(input, runningMean, runningVar, o -> {});
    }

    /// The same, with options.
    public static Tensor instanceNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
            Consumer<InstanceNormOptions> options) {
        var o = Keywords.of(new InstanceNormOptions(), options);
        return instanceNorm(input, runningMean != null ? runningMean : o.runningMean,
                runningVar != null ? runningVar : o.runningVar, o.weight, o.bias, o.useInputStats, o.momentum, o.eps);
    }

    /// The same, with all arguments.
    public static Tensor instanceNorm(Tensor input, @Nullable Tensor runningMean, @Nullable Tensor runningVar,
            @Nullable Tensor weight, @Nullable Tensor bias, boolean useInputStats, double momentum, double eps) {
        if (useInputStats) checkSpace(input.shape());
        return Operators.call("instance_norm", input, weight, bias, runningMean, runningVar, useInputStats, momentum,
                eps, true);
    }

    private static void checkSpace(Size shape) {
        var elements = 1L;
        for (var i = 2; i < shape.size(); i++) elements *= shape.get(i);
        if (elements == 1) {
            throw new ValueError("Expected more than 1 spatial element when training, got input size " + shape);
        }
    }

    /// Brings each of `numGroups` groups of channels (dimension 1) of each sample to mean 0 and variance 1.
    public static Tensor groupNorm(Tensor input, long numGroups) {
        return groupNorm(input, numGroups, null, null, 1e-5);
    }

    /// The same, then scaled and shifted by channels.
    public static Tensor groupNorm(Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias) {
        return groupNorm(input, numGroups, weight, bias, 1e-5);
    }

    /// The same, with options.
    public static Tensor groupNorm(Tensor input, long numGroups, Consumer<GroupNormOptions> options) {
        var o = Keywords.of(new GroupNormOptions(), options);
        return groupNorm(input, numGroups, o.weight, o.bias, o.eps);
    }

    /// The same, with all arguments.
    public static Tensor groupNorm(Tensor input, long numGroups, @Nullable Tensor weight, @Nullable Tensor bias,
            double eps) {
        if (input.dim() < 2) {
            throw new TorchException("Expected at least 2 dimensions for input tensor but received " + input.dim());
        }
        if (numGroups == 0) throw new ZeroDivisionError("integer division or modulo by zero");
        var grouped = input.shape().longs().clone();
        grouped[0] = Math.floorDiv(grouped[0] * grouped[1], numGroups);
        grouped[1] = numGroups;
        checkBatch(new Size(grouped), Arrays.toString(grouped));
        return Operators.call("group_norm", input, numGroups, weight, bias, eps, true);
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

    /// Divides the last dimensions, which have the sizes `normalizedShape`, by the root of their mean square.
    public static Tensor rmsNorm(Tensor input, Size normalizedShape) {
        return rmsNorm(input, normalizedShape, null, null);
    }

    /// The same, then scaled.
    public static Tensor rmsNorm(Tensor input, Size normalizedShape, @Nullable Tensor weight) {
        return rmsNorm(input, normalizedShape, weight, null);
    }

    /// The same; `eps` is added to the mean square, if null the input type's smallest step from 1.
    public static Tensor rmsNorm(Tensor input, Size normalizedShape, @Nullable Tensor weight, @Nullable Number eps) {
        return Operators.call("rms_norm", input, normalizedShape, weight, eps == null ? null : eps.doubleValue());
    }

    /// The same, with options.
    public static Tensor rmsNorm(Tensor input, Size normalizedShape, Consumer<RMSNormOptions> options) {
        var o = Keywords.of(new RMSNormOptions(), options);
        return rmsNorm(input, normalizedShape, o.weight, o.eps);
    }

    /// Divides each element by a power of the mean square over `size` channels (dimension 1) around it.
    public static Tensor localResponseNorm(Tensor input, long size) {
        return localResponseNorm(input, size, 1e-4, 0.75, 1);
    }

    /// The same, with the options of [LocalResponseNorm].
    public static Tensor localResponseNorm(Tensor input, long size, Consumer<LocalResponseNorm.Options> options) {
        var o = Keywords.of(new LocalResponseNorm.Options(), options);
        return localResponseNorm(input, size, o.alpha.doubleValue(), o.beta.doubleValue(), o.k.doubleValue());
    }

    /// The same, with all arguments.
    public static Tensor localResponseNorm(Tensor input, long size, double alpha, double beta, double k) {
        if (input.dim() < 3) {
            throw new ValueError("Expected 3D or higher dimensionality                          input (got "
                    + input.dim() + " dimensions)");
        }
        if (input.numel() == 0) return input;
        var before = Math.floorDiv(size, 2);
        var behind = Math.floorDiv(size - 1, 2);
        var square = input.mul(input);
        Tensor mean;
        if (input.dim() == 3) {
            var padded = pad(square.unsqueeze(1), 0, 0, before, behind);
            mean = Operators.<Tensor>call("avg_pool2d", padded, new long[] { size, 1 }, new long[] { 1 }).squeeze(1);
        } else {
            var shape = input.shape();
            var padded = pad(square.view(shape.get(0), 1, shape.get(1), shape.get(2), -1), 0, 0, 0, 0, before, behind);
            mean = Operators.<Tensor>call("avg_pool3d", padded, new long[] { size, 1, 1 }, new long[] { 1 })
                    .squeeze(1).view(shape);
        }
        return input.div(mean.mul(alpha).add(k).pow(beta));
    }

    /// Divides the vectors along dimension 1 by their Euclidean norms: `x / max(‖x‖, 1e-12)`.
    public static Tensor normalize(Tensor input) { return normalize(input, o -> {}); }

    /// The same, with the `p`-norm along a dimension.
    public static Tensor normalize(Tensor input, Number p, long dim) {
        return normalize(input, o -> o.p(p).dim(dim));
    }

    /// The same; norms are no less than `eps`.
    public static Tensor normalize(Tensor input, Number p, long dim, double eps) {
        return normalize(input, o -> o.p(p).dim(dim).eps(eps));
    }

    /// The same, with options.
    public static Tensor normalize(Tensor input, Consumer<NormalizeOptions> options) {
        var o = Keywords.of(new NormalizeOptions(), options);
        Tensor norm = Operators.call("clamp_min", input.norm(o.p, o.dim, true, null), o.eps);
        Tensor divisor = Operators.call("expand_as", norm, input);
        if (o.out == null) return input.div(divisor);
        Operators.<Object>call("div.out", input, divisor, o.out);
        return o.out;
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

    /// Options of [#instanceNorm].
    public static final class InstanceNormOptions {
        @Nullable
        Tensor runningMean;
        @Nullable
        Tensor runningVar;
        @Nullable
        Tensor weight;
        @Nullable
        Tensor bias;
        boolean useInputStats = true;
        double momentum = 0.1;
        double eps = 1e-5;

        /// The running means, which are changed.
        public InstanceNormOptions runningMean(@Nullable Tensor runningMean) {
            this.runningMean = runningMean;
            return this;
        }

        /// The running variances, which are changed.
        public InstanceNormOptions runningVar(@Nullable Tensor runningVar) {
            this.runningVar = runningVar;
            return this;
        }

        /// A factor for each channel.
        public InstanceNormOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// A shift for each channel.
        public InstanceNormOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// Whether the input's own statistics count, not the running ones; by default true.
        public InstanceNormOptions useInputStats(boolean useInputStats) {
            this.useInputStats = useInputStats;
            return this;
        }

        /// The weight of the input in the running statistics; by default 0.1.
        public InstanceNormOptions momentum(double momentum) { this.momentum = momentum; return this; }

        /// What is added to the variance; by default 1e-5.
        public InstanceNormOptions eps(double eps) { this.eps = eps; return this; }
    }

    /// Options of [#groupNorm].
    public static final class GroupNormOptions {
        @Nullable
        Tensor weight;
        @Nullable
        Tensor bias;
        double eps = 1e-5;

        /// A factor for each channel.
        public GroupNormOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// A shift for each channel.
        public GroupNormOptions bias(@Nullable Tensor bias) { this.bias = bias; return this; }

        /// What is added to the variance; by default 1e-5.
        public GroupNormOptions eps(double eps) { this.eps = eps; return this; }
    }

    /// Options of [#rmsNorm].
    public static final class RMSNormOptions {
        @Nullable
        Tensor weight;
        @Nullable
        Number eps;

        /// A factor for each element.
        public RMSNormOptions weight(@Nullable Tensor weight) { this.weight = weight; return this; }

        /// What is added to the mean square; by default null: the input type's smallest step from 1.
        public RMSNormOptions eps(@Nullable Number eps) { this.eps = eps; return this; }
    }

    /// Options of [#normalize].
    public static final class NormalizeOptions {
        Number p = 2.0;
        Size dim = new Size(1);
        double eps = 1e-12;
        @Nullable
        Tensor out;

        /// The exponent of the norm; by default 2.
        public NormalizeOptions p(Number p) { this.p = p; return this; }

        /// The dimension of the vectors; by default 1.
        public NormalizeOptions dim(long dim) { return dim(new Size(dim)); }

        /// The dimensions that the vectors lie in.
        public NormalizeOptions dim(Size dim) { this.dim = dim; return this; }

        /// The least norm; by default 1e-12.
        public NormalizeOptions eps(double eps) { this.eps = eps; return this; }

        /// The tensor for the result, which then cannot be differentiated.
        public NormalizeOptions out(@Nullable Tensor out) { this.out = out; return this; }
    }
}
