package sconce.nn;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.MemoryFormat;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;

/// Functions of [F]: activations.
public abstract sealed class ActivationFunctions extends LinearFunctions permits DropoutFunctions {
    ActivationFunctions() {}

    /// Calls an in-place operator and returns the tensor it changed.
    static Tensor inPlace(String operator, Tensor input, @Nullable Object... arguments) {
        var all = new @Nullable Object[arguments.length + 1];
        all[0] = input;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Operators.<Object>call(operator, all);
        return input;
    }

    /// `max(0, x)`, element by element.
    public static Tensor relu(Tensor input) { return Operators.call("relu", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor relu(Tensor input, boolean inplace) {
        return inplace ? inPlace("relu_", input) : Operators.call("relu", input);
    }

    /// The same, with the options of [ReLU].
    public static Tensor relu(Tensor input, Consumer<ReLU.Options> options) {
        var o = Keywords.of(new ReLU.Options(), options);
        return relu(input, o.inplace);
    }

    /// [#relu] in place.
    public static Tensor relu_(Tensor input) { return inPlace("relu_", input); }

    /// `min(max(0, x), 6)`, element by element.
    public static Tensor relu6(Tensor input) { return Operators.call("relu6", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor relu6(Tensor input, boolean inplace) {
        return inplace ? inPlace("relu6_", input) : Operators.call("relu6", input);
    }

    /// The same, with the options of [ReLU6].
    public static Tensor relu6(Tensor input, Consumer<ReLU6.Options> options) {
        var o = Keywords.of(new ReLU6.Options(), options);
        return relu6(input, o.inplace);
    }

    /// `x` where positive, else `alpha (exp(x) - 1)`.
    public static Tensor elu(Tensor input) { return Operators.call("elu", input, 1.0); }

    /// The same, with a chosen `alpha`.
    public static Tensor elu(Tensor input, Number alpha) { return elu(input, alpha, false); }

    /// The same; `inplace` changes the input itself.
    public static Tensor elu(Tensor input, Number alpha, boolean inplace) {
        return inplace ? inPlace("elu_", input, alpha) : Operators.call("elu", input, alpha);
    }

    /// The same, with the options of [ELU].
    public static Tensor elu(Tensor input, Consumer<ELU.Options> options) {
        var o = Keywords.of(new ELU.Options(), options);
        return elu(input, o.alpha, o.inplace);
    }

    /// [#elu] in place.
    public static Tensor elu_(Tensor input) { return inPlace("elu_", input, 1.0); }

    /// [#elu] in place.
    public static Tensor elu_(Tensor input, Number alpha) { return inPlace("elu_", input, alpha); }

    /// `scale (max(0, x) + min(0, alpha (exp(x) - 1)))` with the constants of self-normalising networks.
    public static Tensor selu(Tensor input) { return Operators.call("selu", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor selu(Tensor input, boolean inplace) {
        return inplace ? inPlace("selu_", input) : Operators.call("selu", input);
    }

    /// The same, with the options of [SELU].
    public static Tensor selu(Tensor input, Consumer<SELU.Options> options) {
        var o = Keywords.of(new SELU.Options(), options);
        return selu(input, o.inplace);
    }

    /// [#selu] in place.
    public static Tensor selu_(Tensor input) { return inPlace("selu_", input); }

    /// `max(0, x) + min(0, alpha (exp(x / alpha) - 1))`.
    public static Tensor celu(Tensor input) { return Operators.call("celu", input, 1.0); }

    /// The same, with a chosen `alpha`.
    public static Tensor celu(Tensor input, Number alpha) { return celu(input, alpha, false); }

    /// The same; `inplace` changes the input itself.
    public static Tensor celu(Tensor input, Number alpha, boolean inplace) {
        return inplace ? inPlace("celu_", input, alpha) : Operators.call("celu", input, alpha);
    }

    /// The same, with the options of [CELU].
    public static Tensor celu(Tensor input, Consumer<CELU.Options> options) {
        var o = Keywords.of(new CELU.Options(), options);
        return celu(input, o.alpha, o.inplace);
    }

    /// [#celu] in place.
    public static Tensor celu_(Tensor input) { return inPlace("celu_", input, 1.0); }

    /// [#celu] in place.
    public static Tensor celu_(Tensor input, Number alpha) { return inPlace("celu_", input, alpha); }

    /// `x sigmoid(x)`, also known as swish.
    public static Tensor silu(Tensor input) { return Operators.call("silu", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor silu(Tensor input, boolean inplace) {
        return inplace ? inPlace("silu_", input) : Operators.call("silu", input);
    }

    /// The same, with the options of [SiLU].
    public static Tensor silu(Tensor input, Consumer<SiLU.Options> options) {
        var o = Keywords.of(new SiLU.Options(), options);
        return silu(input, o.inplace);
    }

    /// `x tanh(softplus(x))`.
    public static Tensor mish(Tensor input) { return Operators.call("mish", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor mish(Tensor input, boolean inplace) {
        return inplace ? inPlace("mish_", input) : Operators.call("mish", input);
    }

    /// The same, with the options of [Mish].
    public static Tensor mish(Tensor input, Consumer<Mish.Options> options) {
        var o = Keywords.of(new Mish.Options(), options);
        return mish(input, o.inplace);
    }

    /// `x relu6(x + 3) / 6`.
    public static Tensor hardswish(Tensor input) { return Operators.call("hardswish", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor hardswish(Tensor input, boolean inplace) {
        return inplace ? inPlace("hardswish_", input) : Operators.call("hardswish", input);
    }

    /// The same, with the options of [Hardswish].
    public static Tensor hardswish(Tensor input, Consumer<Hardswish.Options> options) {
        var o = Keywords.of(new Hardswish.Options(), options);
        return hardswish(input, o.inplace);
    }

    /// `relu6(x + 3) / 6`.
    public static Tensor hardsigmoid(Tensor input) { return Operators.call("hardsigmoid", input); }

    /// The same; `inplace` changes the input itself.
    public static Tensor hardsigmoid(Tensor input, boolean inplace) {
        return inplace ? inPlace("hardsigmoid_", input) : Operators.call("hardsigmoid", input);
    }

    /// The same, with the options of [Hardsigmoid].
    public static Tensor hardsigmoid(Tensor input, Consumer<Hardsigmoid.Options> options) {
        var o = Keywords.of(new Hardsigmoid.Options(), options);
        return hardsigmoid(input, o.inplace);
    }

    /// `x` where positive, else `negativeSlope x`; the slope is 0.01.
    public static Tensor leakyRelu(Tensor input) { return leakyRelu(input, 0.01, false); }

    /// `x` where positive, else `negativeSlope x`.
    public static Tensor leakyRelu(Tensor input, Number negativeSlope) {
        return leakyRelu(input, negativeSlope, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor leakyRelu(Tensor input, Number negativeSlope, boolean inplace) {
        return inplace
                ? inPlace("leaky_relu_", input, negativeSlope)
                : Operators.call("leaky_relu", input, negativeSlope);
    }

    /// The same, with the options of [LeakyReLU].
    public static Tensor leakyRelu(Tensor input, Consumer<LeakyReLU.Options> options) {
        var o = Keywords.of(new LeakyReLU.Options(), options);
        return leakyRelu(input, o.negativeSlope, o.inplace);
    }

    /// [#leakyRelu] in place.
    public static Tensor leakyRelu_(Tensor input) { return leakyRelu(input, 0.01, true); }

    /// [#leakyRelu] in place.
    public static Tensor leakyRelu_(Tensor input, Number negativeSlope) {
        return leakyRelu(input, negativeSlope, true);
    }

    /// `x` cut to [-1, 1].
    public static Tensor hardtanh(Tensor input) { return hardtanh(input, -1.0, 1.0, false); }

    /// `x` cut to [minVal, maxVal].
    public static Tensor hardtanh(Tensor input, Number minVal, Number maxVal) {
        return hardtanh(input, minVal, maxVal, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor hardtanh(Tensor input, Number minVal, Number maxVal, boolean inplace) {
        if (minVal.doubleValue() > maxVal.doubleValue()) {
            throw new ValueError("min_val cannot be greater than max_val");
        }
        return inplace
                ? inPlace("hardtanh_", input, minVal, maxVal)
                : Operators.call("hardtanh", input, minVal, maxVal);
    }

    /// The same, with the options of [Hardtanh].
    public static Tensor hardtanh(Tensor input, Consumer<Hardtanh.Options> options) {
        var o = Keywords.of(new Hardtanh.Options(), options);
        return hardtanh(input, o.minVal, o.maxVal, o.inplace);
    }

    /// [#hardtanh] in place.
    public static Tensor hardtanh_(Tensor input) { return hardtanh(input, -1.0, 1.0, true); }

    /// [#hardtanh] in place.
    public static Tensor hardtanh_(Tensor input, Number minVal, Number maxVal) {
        return hardtanh(input, minVal, maxVal, true);
    }

    /// `x` where it is above `threshold`, else `value`.
    public static Tensor threshold(Tensor input, Number threshold, Number value) {
        return threshold(input, threshold, value, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor threshold(Tensor input, Number threshold, Number value, boolean inplace) {
        return inplace
                ? inPlace("threshold_", input, threshold, value)
                : Operators.call("threshold", input, threshold, value);
    }

    /// [#threshold] in place.
    public static Tensor threshold_(Tensor input, Number threshold, Number value) {
        return threshold(input, threshold, value, true);
    }

    /// A leaky rectifier whose slope is drawn for each element, when `training`; else their mean.
    public static Tensor rrelu(Tensor input) { return rrelu(input, o -> {}); }

    /// The same, with options.
    public static Tensor rrelu(Tensor input, Consumer<RreluOptions> options) {
        var o = Keywords.of(new RreluOptions(), options);
        return rrelu(input, o.lower, o.upper, o.training, o.inplace);
    }

    /// The same; slopes lie between `lower` and `upper`.
    public static Tensor rrelu(Tensor input, Number lower, Number upper, boolean training, boolean inplace) {
        return inplace
                ? inPlace("rrelu_", input, lower, upper, training)
                : Operators.call("rrelu", input, lower, upper, training);
    }

    /// [#rrelu] in place.
    public static Tensor rrelu_(Tensor input) { return rrelu(input, 1.0 / 8, 1.0 / 3, false, true); }

    /// [#rrelu] in place.
    public static Tensor rrelu_(Tensor input, Number lower, Number upper, boolean training) {
        return rrelu(input, lower, upper, training, true);
    }

    /// `x` where positive, else `weight x`, with one weight or one for each channel (dimension 1).
    public static Tensor prelu(Tensor input, Tensor weight) { return Operators.call("prelu", input, weight); }

    /// `x Φ(x)`, with the normal distribution function.
    public static Tensor gelu(Tensor input) { return Operators.call("gelu", input); }

    /// The same; `approximate` is `"none"` or `"tanh"`.
    public static Tensor gelu(Tensor input, String approximate) { return Operators.call("gelu", input, approximate); }

    /// The first half of the last dimension times the sigmoid of the second.
    public static Tensor glu(Tensor input) { return glu(input, -1); }

    /// The same, of dimension `dim`.
    public static Tensor glu(Tensor input, long dim) {
        if (input.dim() == 0)
            throw new TorchException("glu does not support scalars because halving size must be even");
        return Operators.call("glu", input, dim);
    }

    /// `1 / (1 + exp(-x))`.
    public static Tensor sigmoid(Tensor input) { return Operators.call("sigmoid", input); }

    /// The hyperbolic tangent.
    public static Tensor tanh(Tensor input) { return Operators.call("tanh", input); }

    /// `log(1 / (1 + exp(-x)))`.
    public static Tensor logsigmoid(Tensor input) { return Operators.call("log_sigmoid", input); }

    /// `x / (1 + |x|)`.
    public static Tensor softsign(Tensor input) {
        return Operators.call("div.Tensor", input,
                Operators.<Tensor>call("add.Tensor", Operators.<Tensor>call("abs", input), 1));
    }

    /// `x - tanh(x)`.
    public static Tensor tanhshrink(Tensor input) { return Operators.call("sub.Tensor", input, tanh(input)); }

    /// `log(1 + exp(beta x)) / beta`, and `x` where `beta x` is above `threshold`; by default 1 and 20.
    public static Tensor softplus(Tensor input) { return softplus(input, 1, 20); }

    /// The same, with chosen `beta` and `threshold`.
    public static Tensor softplus(Tensor input, Number beta, Number threshold) {
        return Operators.call("softplus", input, beta, threshold);
    }

    /// The same, with the options of [Softplus].
    public static Tensor softplus(Tensor input, Consumer<Softplus.Options> options) {
        var o = Keywords.of(new Softplus.Options(), options);
        return softplus(input, o.beta, o.threshold);
    }

    /// `x` where `|x|` is above 0.5, else 0.
    public static Tensor hardshrink(Tensor input) { return hardshrink(input, 0.5); }

    /// `x` where `|x|` is above `lambd`, else 0.
    public static Tensor hardshrink(Tensor input, Number lambd) { return Operators.call("hardshrink", input, lambd); }

    /// `x` moved by 0.5 towards 0.
    public static Tensor softshrink(Tensor input) { return softshrink(input, 0.5); }

    /// `x` moved by `lambd` towards 0.
    public static Tensor softshrink(Tensor input, Number lambd) { return Operators.call("softshrink", input, lambd); }

    /// `exp(x)` scaled so that it sums to 1 along a dimension that PyTorch chooses and warns of.
    public static Tensor softmax(Tensor input) { return softmax(input, null, null); }

    /// `exp(x)` scaled so that it sums to 1 along `dim`.
    public static Tensor softmax(Tensor input, long dim) { return Operators.call("softmax.int", input, dim); }

    /// The same; the input is converted to `dtype` first.
    public static Tensor softmax(Tensor input, long dim, @Nullable DType dtype) {
        return softmax(input, (Long) dim, dtype);
    }

    /// The same; without `dim` PyTorch chooses one and warns of it.
    public static Tensor softmax(Tensor input, @Nullable Long dim, @Nullable DType dtype) {
        return Operators.call("softmax.int", input, dimension("softmax", input, dim), dtype);
    }

    /// The softmax of `-x` along a dimension that PyTorch chooses and warns of.
    public static Tensor softmin(Tensor input) { return softmin(input, null, null); }

    /// The softmax of `-x` along `dim`.
    public static Tensor softmin(Tensor input, long dim) { return softmin(input, (Long) dim, null); }

    /// The same; the input is converted to `dtype` first.
    public static Tensor softmin(Tensor input, long dim, @Nullable DType dtype) {
        return softmin(input, (Long) dim, dtype);
    }

    /// The same; without `dim` PyTorch chooses one and warns of it.
    public static Tensor softmin(Tensor input, @Nullable Long dim, @Nullable DType dtype) {
        Tensor negative = Operators.call("neg", input);
        return Operators.call("softmax.int", negative, dimension("softmin", input, dim), dtype);
    }

    /// The logarithm of the softmax along a dimension that PyTorch chooses and warns of.
    public static Tensor logSoftmax(Tensor input) { return logSoftmax(input, null, null); }

    /// The logarithm of the softmax along `dim`.
    public static Tensor logSoftmax(Tensor input, long dim) { return Operators.call("log_softmax.int", input, dim); }

    /// The same; the input is converted to `dtype` first.
    public static Tensor logSoftmax(Tensor input, long dim, @Nullable DType dtype) {
        return logSoftmax(input, (Long) dim, dtype);
    }

    /// The same; without `dim` PyTorch chooses one and warns of it.
    public static Tensor logSoftmax(Tensor input, @Nullable Long dim, @Nullable DType dtype) {
        return Operators.call("log_softmax.int", input, dimension("log_softmax", input, dim), dtype);
    }

    private static long dimension(String function, Tensor input, @Nullable Long dim) {
        if (dim != null) return dim;
        Warnings.warn("Implicit dimension choice for " + function
                + " has been deprecated. Change the call to include dim=X as an argument.");
        var dimensions = input.dim();
        return dimensions == 0 || dimensions == 1 || dimensions == 3 ? 0 : 1;
    }

    /// A sample near a corner of the simplex, drawn with the probabilities that `logits` give.
    public static Tensor gumbelSoftmax(Tensor logits) { return gumbelSoftmax(logits, o -> {}); }

    /// The same, with options.
    public static Tensor gumbelSoftmax(Tensor logits, Consumer<GumbelSoftmaxOptions> options) {
        var o = Keywords.of(new GumbelSoftmaxOptions(), options);
        if (o.eps != 1e-10) Warnings.warn("`eps` parameter is deprecated and has no effect.");
        Tensor gumbels = Operators.call("empty_like", logits, null, null, null, null, MemoryFormat.contiguous_format);
        inPlace("exponential_", gumbels);
        gumbels = Operators.call("neg", Operators.<Tensor>call("log", gumbels));
        gumbels = Operators.call("div.Tensor", Operators.<Tensor>call("add.Tensor", logits, gumbels), o.tau);
        Tensor soft = Operators.call("softmax.int", gumbels, o.dim);
        if (!o.hard) return soft;
        Object[] largest = Operators.call("max.dim", soft, o.dim, true);
        Tensor zeros = Operators.call("zeros_like", logits, null, null, null, null, MemoryFormat.contiguous_format);
        Tensor corner = Operators.call("scatter.value", zeros, o.dim, largest[1], 1.0);
        // The value is the corner, the gradient that of the soft sample.
        Tensor straight = Operators.call("sub.Tensor", corner, soft.detach());
        return Operators.call("add.Tensor", straight, soft);
    }

    /// Options of [#rrelu].
    public static final class RreluOptions extends InplaceOptions<RreluOptions> {
        Number lower = 1.0 / 8;
        Number upper = 1.0 / 3;
        boolean training = false;

        /// The least slope, by default 1/8.
        public RreluOptions lower(Number lower) { this.lower = lower; return this; }

        /// The largest slope, by default 1/3.
        public RreluOptions upper(Number upper) { this.upper = upper; return this; }

        /// Whether slopes are drawn; by default not.
        public RreluOptions training(boolean training) { this.training = training; return this; }
    }

    /// Options of [#gumbelSoftmax].
    public static final class GumbelSoftmaxOptions {
        Number tau = 1;
        boolean hard = false;
        double eps = 1e-10;
        long dim = -1;

        /// The temperature, by default 1.
        public GumbelSoftmaxOptions tau(Number tau) { this.tau = tau; return this; }

        /// Whether the sample is one-hot going forward; by default not.
        public GumbelSoftmaxOptions hard(boolean hard) { this.hard = hard; return this; }

        /// Without effect; PyTorch keeps it and warns.
        public GumbelSoftmaxOptions eps(double eps) { this.eps = eps; return this; }

        /// The dimension along which the sample sums to 1; by default the last.
        public GumbelSoftmaxOptions dim(long dim) { this.dim = dim; return this; }
    }
}
