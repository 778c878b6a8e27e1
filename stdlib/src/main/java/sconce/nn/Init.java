package sconce.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Ways to fill a tensor before training. Stands for `torch.nn.init`.
///
/// Every function fills its tensor in place, records nothing for backward passes, returns the same tensor, and draws from
/// the random generator exactly what PyTorch draws.
///
/// ```java
/// Init.kaimingUniform_(Torch.ones(3, 5), o -> o.nonlinearity("relu"))
/// Init.eye_(Torch.zeros(2, 3))   // tensor([[1., 0., 0.], [0., 1., 0.]])
/// ```
public final class Init extends DeprecatedInit {
    private Init() {}

    /// The factor by which a nonlinearity is best compensated: `calculateGain("relu")` is √2.
    ///
    /// @throws ValueError if there is none for it
    public static Number calculateGain(String nonlinearity) { return calculateGain(nonlinearity, null); }

    /// The same, with the slope of `"leaky_relu"`, 0.01 if null.
    public static Number calculateGain(String nonlinearity, @Nullable Object param) {
        return switch (nonlinearity) {
            case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
                    "sigmoid" ->
                1;
            case "tanh" -> 5.0 / 3;
            case "relu" -> Math.sqrt(2.0);
            case "leaky_relu" -> {
                if (param != null && !(param instanceof Number)) {
                    throw new ValueError("negative_slope " + PythonFormat.of(param) + " not a valid number");
                }
                var slope = param instanceof Number number ? number.doubleValue() : 0.01;
                yield Math.sqrt(2.0 / (1 + slope * slope));
            }
            case "selu" -> 3.0 / 4;
            default -> throw new ValueError("Unsupported nonlinearity " + nonlinearity);
        };
    }

    /// Fills with numbers drawn evenly from [0, 1).
    public static Tensor uniform_(Tensor tensor) { return uniform_(tensor, 0.0, 1.0); }

    /// Fills with numbers drawn evenly from [a, b).
    public static Tensor uniform_(Tensor tensor, double a, double b) { return uniform_(tensor, a, b, null); }

    /// The same, from a generator of one's own.
    public static Tensor uniform_(Tensor tensor, double a, double b, @Nullable Generator generator) {
        return fill("uniform_", tensor, a, b, generator);
    }

    /// The same, with options.
    public static Tensor uniform_(Tensor tensor, Consumer<UniformOptions> options) {
        var o = Keywords.of(new UniformOptions(), options);
        return uniform_(tensor, o.a, o.b, o.generator);
    }

    /// Fills with numbers drawn from the standard normal distribution.
    public static Tensor normal_(Tensor tensor) { return normal_(tensor, 0.0, 1.0); }

    /// Fills with numbers drawn from the normal distribution of this mean and deviation.
    public static Tensor normal_(Tensor tensor, double mean, double std) { return normal_(tensor, mean, std, null); }

    /// The same, from a generator of one's own.
    public static Tensor normal_(Tensor tensor, double mean, double std, @Nullable Generator generator) {
        return fill("normal_", tensor, mean, std, generator);
    }

    /// The same, with options.
    public static Tensor normal_(Tensor tensor, Consumer<NormalOptions> options) {
        var o = Keywords.of(new NormalOptions(), options);
        return normal_(tensor, o.mean, o.std, o.generator);
    }

    /// Fills with numbers drawn from the standard normal distribution, within [-2, 2].
    public static Tensor truncNormal_(Tensor tensor) { return truncNormal_(tensor, o -> {}); }

    /// Fills with numbers drawn from the normal distribution of this mean and deviation, within [a, b].
    public static Tensor truncNormal_(Tensor tensor, double mean, double std, double a, double b) {
        return truncNormal_(tensor, mean, std, a, b, null);
    }

    /// The same, with options.
    public static Tensor truncNormal_(Tensor tensor, Consumer<TruncNormalOptions> options) {
        var o = Keywords.of(new TruncNormalOptions(), options);
        return truncNormal_(tensor, o.mean, o.std, o.a, o.b, o.generator);
    }

    /// The same, from a generator of one's own.
    public static Tensor truncNormal_(Tensor tensor, double mean, double std, double a, double b,
            @Nullable Generator generator) {
        if (mean < a - 2 * std || mean > b + 2 * std) {
            Warnings.warn("mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
                    + "The distribution of values may be incorrect.");
        }
        // Evenly drawn numbers through the inverse of the distribution function.
        fill("uniform_", tensor, 2 * normalCdf((a - mean) / std) - 1, 2 * normalCdf((b - mean) / std) - 1, generator);
        fill("erfinv_", tensor);
        fill("mul_.Scalar", tensor, std * Math.sqrt(2.0));
        fill("add_.Scalar", tensor, mean);
        return fill("clamp_", tensor, a, b);
    }

    /// Fills with one value.
    public static Tensor constant_(Tensor tensor, Number val) { return fill("fill_.Scalar", tensor, val); }

    /// Fills with ones.
    public static Tensor ones_(Tensor tensor) { return constant_(tensor, 1.0); }

    /// Fills with zeros.
    public static Tensor zeros_(Tensor tensor) { return fill("zero_", tensor); }

    /// Fills a matrix with the identity, cut to its shape.
    public static Tensor eye_(Tensor tensor) {
        if (tensor.dim() != 2) throw new ValueError("Only tensors with 2 dimensions are supported");
        Torch.noGrad(() -> Operators.<Object>call("eye.m_out", tensor.size(0), tensor.size(1), tensor));
        return tensor;
    }

    /// Fills the weight of a convolution so that as many channels as possible pass unchanged.
    public static Tensor dirac_(Tensor tensor) { return dirac_(tensor, 1); }

    /// The same, for a convolution in groups.
    public static Tensor dirac_(Tensor tensor, long groups) {
        var dimensions = tensor.dim();
        if (dimensions < 3 || dimensions > 5) {
            throw new ValueError("Only tensors with 3, 4, or 5 dimensions are supported");
        }
        if (tensor.size(0) % groups != 0) throw new ValueError("dim 0 must be divisible by groups");
        var perGroup = tensor.size(0) / groups;
        zeros_(tensor);
        for (var group = 0L; group < groups; group++) {
            for (var d = 0L; d < Math.min(perGroup, tensor.size(1)); d++) {
                var centre = tensor.detach().get(group * perGroup + d).get(d);
                for (var dimension = 2; dimension < dimensions; dimension++) {
                    centre = centre.get(tensor.size(dimension) / 2);
                }
                fill("fill_.Scalar", centre, 1.0);
            }
        }
        return tensor;
    }

    /// Fills evenly from ±gain √(6 / (fanIn + fanOut)): Glorot and Bengio, 2010.
    public static Tensor xavierUniform_(Tensor tensor) { return xavierUniform_(tensor, 1.0); }

    /// The same, with a factor.
    public static Tensor xavierUniform_(Tensor tensor, double gain) { return xavierUniform_(tensor, gain, null); }

    /// The same, with options.
    public static Tensor xavierUniform_(Tensor tensor, Consumer<GainOptions> options) {
        var o = Keywords.of(new GainOptions(), options);
        return xavierUniform_(tensor, o.gain, o.generator);
    }

    /// The same, from a generator of one's own.
    public static Tensor xavierUniform_(Tensor tensor, double gain, @Nullable Generator generator) {
        var a = Math.sqrt(3.0) * xavierDeviation(tensor, gain);
        return uniform_(tensor, -a, a, generator);
    }

    /// Fills from the normal distribution with deviation gain √(2 / (fanIn + fanOut)): Glorot and Bengio, 2010.
    public static Tensor xavierNormal_(Tensor tensor) { return xavierNormal_(tensor, 1.0); }

    /// The same, with a factor.
    public static Tensor xavierNormal_(Tensor tensor, double gain) { return xavierNormal_(tensor, gain, null); }

    /// The same, with options.
    public static Tensor xavierNormal_(Tensor tensor, Consumer<GainOptions> options) {
        var o = Keywords.of(new GainOptions(), options);
        return xavierNormal_(tensor, o.gain, o.generator);
    }

    /// The same, from a generator of one's own.
    public static Tensor xavierNormal_(Tensor tensor, double gain, @Nullable Generator generator) {
        return normal_(tensor, 0.0, xavierDeviation(tensor, gain), generator);
    }

    /// Fills evenly from ±gain √(3 / fan): He et al., 2015. How linear and convolution layers start, with a = √5.
    public static Tensor kaimingUniform_(Tensor tensor) { return kaimingUniform_(tensor, o -> {}); }

    /// The same, with the slope of the rectifier that follows.
    public static Tensor kaimingUniform_(Tensor tensor, Number a) { return kaimingUniform_(tensor, o -> o.a(a)); }

    /// The same, with options.
    public static Tensor kaimingUniform_(Tensor tensor, Consumer<KaimingOptions> options) {
        var o = Keywords.of(new KaimingOptions(), options);
        if (isEmpty(tensor)) return tensor;
        var bound = Math.sqrt(3.0) * kaimingDeviation(tensor, o);
        return uniform_(tensor, -bound, bound, o.generator);
    }

    /// Fills from the normal distribution with deviation gain / √fan: He et al., 2015.
    public static Tensor kaimingNormal_(Tensor tensor) { return kaimingNormal_(tensor, o -> {}); }

    /// The same, with the slope of the rectifier that follows.
    public static Tensor kaimingNormal_(Tensor tensor, Number a) { return kaimingNormal_(tensor, o -> o.a(a)); }

    /// The same, with options.
    public static Tensor kaimingNormal_(Tensor tensor, Consumer<KaimingOptions> options) {
        var o = Keywords.of(new KaimingOptions(), options);
        if (isEmpty(tensor)) return tensor;
        return normal_(tensor, 0.0, kaimingDeviation(tensor, o), o.generator);
    }

    /// Fills with a matrix whose rows or columns are orthonormal: Saxe et al., 2013.
    public static Tensor orthogonal_(Tensor tensor) { return orthogonal_(tensor, 1); }

    /// The same, with a factor.
    public static Tensor orthogonal_(Tensor tensor, Number gain) { return orthogonal_(tensor, gain, null); }

    /// The same, with options.
    public static Tensor orthogonal_(Tensor tensor, Consumer<GainOptions> options) {
        var o = Keywords.of(new GainOptions(), options);
        return orthogonal_(tensor, o.gain, o.generator);
    }

    /// The same, from a generator of one's own.
    public static Tensor orthogonal_(Tensor tensor, Number gain, @Nullable Generator generator) {
        if (tensor.dim() < 2) throw new ValueError("Only tensors with 2 or more dimensions are supported");
        if (tensor.numel() == 0) return tensor;
        var rows = tensor.size(0);
        var columns = tensor.numel() / rows;
        return Torch.noGrad(() -> {
            Tensor random = Operators.call("new_empty", tensor, new long[] { rows, columns });
            fill("normal_", random, 0.0, 1.0, generator);
            Object[] factors = Operators.call("linalg_qr", rows < columns ? random.t() : random);
            // The signs of R's diagonal make Q evenly distributed: Mezzadri, math-ph/0609050.
            Tensor diagonal = Operators.call("diag", factors[1]);
            Tensor q = Operators.call("mul.Tensor", factors[0], Operators.<Tensor>call("sign", diagonal));
            Tensor flat = Operators.call("view", tensor, new long[] { rows, columns });
            Operators.<Object>call("copy_", flat, rows < columns ? q.t() : q);
            return fill("mul_.Scalar", tensor, gain);
        });
    }

    /// Fills a matrix from the normal distribution with deviation 0.01, and sets the given fraction of each column to
    /// zero: Martens, 2010.
    public static Tensor sparse_(Tensor tensor, double sparsity) { return sparse_(tensor, sparsity, 0.01); }

    /// The same, with a deviation.
    public static Tensor sparse_(Tensor tensor, double sparsity, double std) {
        return sparse_(tensor, sparsity, std, null);
    }

    /// The same, with options.
    public static Tensor sparse_(Tensor tensor, double sparsity, Consumer<SparseOptions> options) {
        var o = Keywords.of(new SparseOptions(), options);
        return sparse_(tensor, sparsity, o.std, o.generator);
    }

    /// The same, from a generator of one's own.
    public static Tensor sparse_(Tensor tensor, double sparsity, double std, @Nullable Generator generator) {
        if (tensor.dim() != 2) throw new ValueError("Only tensors with 2 dimensions are supported");
        var rows = tensor.size(0);
        var zeros = (long) Math.ceil(sparsity * rows);
        normal_(tensor, 0.0, std, generator);
        var values = tensor.detach();
        for (var column = 0L; column < tensor.size(1); column++) {
            // PyTorch takes the rows from the default generator, whatever was given.
            Tensor order = Operators.call("randperm", rows);
            Tensor chosen = Operators.call("slice.Tensor", order, 0, 0, zeros);
            Operators.<Object>call("index_fill_.int_Scalar", Operators.<Tensor>call("select.int", values, 1, column),
                    0, chosen, 0.0);
        }
        return tensor;
    }

    private static double xavierDeviation(Tensor tensor, double gain) {
        var fans = fans(tensor);
        return gain * Math.sqrt(2.0 / (fans[0] + fans[1]));
    }

    private static double kaimingDeviation(Tensor tensor, KaimingOptions o) {
        var mode = o.mode.toLowerCase(Locale.ROOT);
        var place = List.of("fan_in", "fan_out").indexOf(mode);
        if (place < 0) {
            throw new ValueError("Mode " + mode + " not supported, please use one of ['fan_in', 'fan_out']");
        }
        var fan = fans(tensor)[place];
        return calculateGain(o.nonlinearity, o.a).doubleValue() / Math.sqrt((double) fan);
    }

    /// How many inputs an output of a layer with this weight has, and how many outputs an input.
    static long[] fans(Tensor tensor) {
        if (tensor.dim() < 2) {
            throw new ValueError(
                    "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
        }
        var sizes = tensor.shape().longs();
        var field = LongStream.of(Arrays.copyOfRange(sizes, 2, sizes.length)).reduce(1, (a, b) -> a * b);
        return new long[] { sizes[1] * field, sizes[0] * field };
    }

    private static boolean isEmpty(Tensor tensor) {
        var empty = tensor.shape().contains(0L);
        if (empty) Warnings.warn("Initializing zero-element tensors is a no-op");
        return empty;
    }

    private static double normalCdf(double x) {
        Tensor number = Operators.call("scalar_tensor", x / Math.sqrt(2.0), Torch.float64);
        return (1 + Operators.<Tensor>call("erf", number).doubleValue()) / 2;
    }

    /// Calls an in-place operator without recording it, and returns the tensor itself.
    private static Tensor fill(String operator, Tensor tensor, @Nullable Object... arguments) {
        var all = new @Nullable Object[arguments.length + 1];
        all[0] = tensor;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Torch.noGrad(() -> Operators.<Object>call(operator, all));
        return tensor;
    }

    /// Options of [#uniform_].
    public static final class UniformOptions extends RandomOptions<UniformOptions> {
        double a = 0.0;
        double b = 1.0;

        /// The lower bound, by default 0.
        public UniformOptions a(double a) { this.a = a; return this; }

        /// The upper bound, by default 1.
        public UniformOptions b(double b) { this.b = b; return this; }
    }

    /// Options of [#normal_].
    public static final class NormalOptions extends RandomOptions<NormalOptions> {
        double mean = 0.0;
        double std = 1.0;

        /// The mean, by default 0.
        public NormalOptions mean(double mean) { this.mean = mean; return this; }

        /// The deviation, by default 1.
        public NormalOptions std(double std) { this.std = std; return this; }
    }

    /// Options of [#truncNormal_].
    public static final class TruncNormalOptions extends RandomOptions<TruncNormalOptions> {
        double mean = 0.0;
        double std = 1.0;
        double a = -2.0;
        double b = 2.0;

        /// The mean, by default 0.
        public TruncNormalOptions mean(double mean) { this.mean = mean; return this; }

        /// The deviation, by default 1.
        public TruncNormalOptions std(double std) { this.std = std; return this; }

        /// The least value, by default -2.
        public TruncNormalOptions a(double a) { this.a = a; return this; }

        /// The largest value, by default 2.
        public TruncNormalOptions b(double b) { this.b = b; return this; }
    }

    /// Options of [#xavierUniform_], [#xavierNormal_] and [#orthogonal_].
    public static final class GainOptions extends RandomOptions<GainOptions> {
        double gain = 1.0;

        /// The factor, by default 1.
        public GainOptions gain(double gain) { this.gain = gain; return this; }
    }

    /// Options of [#kaimingUniform_] and [#kaimingNormal_].
    public static final class KaimingOptions extends RandomOptions<KaimingOptions> {
        Number a = 0;
        String mode = "fan_in";
        String nonlinearity = "leaky_relu";

        /// The slope of the rectifier that follows, used with `"leaky_relu"`; by default 0.
        public KaimingOptions a(Number a) { this.a = a; return this; }

        /// `"fan_in"` (default) keeps the size of values going forward, `"fan_out"` that of gradients going backward.
        public KaimingOptions mode(String mode) { this.mode = mode; return this; }

        /// The function that follows, as [#calculateGain] knows it; by default `"leaky_relu"`.
        public KaimingOptions nonlinearity(String nonlinearity) { this.nonlinearity = nonlinearity; return this; }
    }

    /// Options of [#sparse_].
    public static final class SparseOptions extends RandomOptions<SparseOptions> {
        double std = 0.01;

        /// The deviation, by default 0.01.
        public SparseOptions std(double std) { this.std = std; return this; }
    }
}
