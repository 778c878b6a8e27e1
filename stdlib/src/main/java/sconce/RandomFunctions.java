package sconce;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeGenerator;
import sconce.libtorch.Operators;

/// Functions of [Torch] that draw random numbers, and those of the default generator. With options a generator may be
/// given: `Torch.rand(2, o -> o.generator(g))`.
abstract sealed class RandomFunctions extends RangeFunctions permits PointwiseFunctions {
    RandomFunctions() {}

    /// Seeds the default generator. Stands for `torch.manual_seed`.
    public static Generator manualSeed(long seed) { return Random.DEFAULT.manualSeed(seed); }

    /// The seed that the default generator was last given.
    public static long initialSeed() { return Random.DEFAULT.initialSeed(); }

    /// Seeds the default generator from the system's source of randomness and returns that seed.
    public static long seed() { return Random.DEFAULT.seed(); }

    /// The state of the default generator, a tensor of bytes.
    public static Tensor getRngState() { return Random.DEFAULT.getState(); }

    /// Lets the default generator go on from a state that [#getRngState()] gave.
    public static void setRngState(Tensor newState) { Random.DEFAULT.setState(newState); }

    /// The generator that is used when none is given.
    public static Generator defaultGenerator() { return Random.DEFAULT; }

    /// Gives the default generator its present state back when the result is closed. Stands for
    /// `with torch.random.fork_rng():`.
    public static RngFork forkRng() { return forkRng(true); }

    /// The same if `enabled`, else nothing.
    public static RngFork forkRng(boolean enabled) { return new RngFork(Random.DEFAULT, enabled); }

    /// Numbers drawn evenly between 0 and 1.
    public static Tensor rand(long... size) { return rand(size, o -> {}); }

    /// Numbers drawn evenly between 0 and 1.
    public static Tensor rand(Size size) { return rand(size.longs(), o -> {}); }

    /// Numbers drawn evenly between 0 and 1.
    public static Tensor rand(Size size, Consumer<TensorOptions> options) { return rand(size.longs(), options); }

    /// Numbers drawn evenly between 0 and 1.
    public static Tensor rand(long[] size, Consumer<TensorOptions> options) {
        return draw("rand", "rand.generator", TensorOptions.of(options), (Object) size);
    }

    /// The same with options.
    public static Tensor rand(long a, Consumer<TensorOptions> options) {
        return rand(new long[] { a }, options);
    }

    /// The same with options.
    public static Tensor rand(long a, long b, Consumer<TensorOptions> options) {
        return rand(new long[] { a, b }, options);
    }

    /// The same with options.
    public static Tensor rand(long a, long b, long c, Consumer<TensorOptions> options) {
        return rand(new long[] { a, b, c }, options);
    }

    /// The same with options.
    public static Tensor rand(long a, long b, long c, long d, Consumer<TensorOptions> options) {
        return rand(new long[] { a, b, c, d }, options);
    }

    /// The same with options.
    public static Tensor rand(long a, long b, long c, long d, long e, Consumer<TensorOptions> options) {
        return rand(new long[] { a, b, c, d, e }, options);
    }

    /// Numbers drawn evenly between 0 and 1, in the shape, dtype and place of `input`.
    public static Tensor randLike(Tensor input) { return randLike(input, o -> {}); }

    /// The same with options.
    public static Tensor randLike(Tensor input, Consumer<TensorOptions> options) {
        return drawLike("rand_like", "rand_like.generator", options, input);
    }

    /// Normally distributed numbers of mean 0 and deviation 1.
    public static Tensor randn(long... size) { return randn(size, o -> {}); }

    /// Normally distributed numbers of mean 0 and deviation 1.
    public static Tensor randn(Size size) { return randn(size.longs(), o -> {}); }

    /// Normally distributed numbers of mean 0 and deviation 1.
    public static Tensor randn(Size size, Consumer<TensorOptions> options) { return randn(size.longs(), options); }

    /// Normally distributed numbers of mean 0 and deviation 1.
    public static Tensor randn(long[] size, Consumer<TensorOptions> options) {
        return draw("randn", "randn.generator", TensorOptions.of(options), (Object) size);
    }

    /// The same with options.
    public static Tensor randn(long a, Consumer<TensorOptions> options) {
        return randn(new long[] { a }, options);
    }

    /// The same with options.
    public static Tensor randn(long a, long b, Consumer<TensorOptions> options) {
        return randn(new long[] { a, b }, options);
    }

    /// The same with options.
    public static Tensor randn(long a, long b, long c, Consumer<TensorOptions> options) {
        return randn(new long[] { a, b, c }, options);
    }

    /// The same with options.
    public static Tensor randn(long a, long b, long c, long d, Consumer<TensorOptions> options) {
        return randn(new long[] { a, b, c, d }, options);
    }

    /// The same with options.
    public static Tensor randn(long a, long b, long c, long d, long e, Consumer<TensorOptions> options) {
        return randn(new long[] { a, b, c, d, e }, options);
    }

    /// Normally distributed numbers of mean 0 and deviation 1, in the shape, dtype and place of `input`.
    public static Tensor randnLike(Tensor input) { return randnLike(input, o -> {}); }

    /// The same with options.
    public static Tensor randnLike(Tensor input, Consumer<TensorOptions> options) {
        return drawLike("randn_like", "randn_like.generator", options, input);
    }

    /// Whole numbers from 0 up to `high`, without it: int64.
    public static Tensor randint(long high, Size size) { return randint(high, size, o -> {}); }

    /// The same with options.
    public static Tensor randint(long high, Size size, Consumer<TensorOptions> options) {
        return draw("randint", "randint.generator", whole(options), high, size);
    }

    /// Whole numbers from `low` up to `high`, without it: int64.
    public static Tensor randint(long low, long high, Size size) { return randint(low, high, size, o -> {}); }

    /// The same with options.
    public static Tensor randint(long low, long high, Size size, Consumer<TensorOptions> options) {
        return draw("randint.low", "randint.low_generator", whole(options), low, high, size);
    }

    /// Whole numbers from 0 up to `high`, without it, in the shape, dtype and place of `input`.
    public static Tensor randintLike(Tensor input, long high) { return randintLike(input, high, o -> {}); }

    /// The same with options.
    public static Tensor randintLike(Tensor input, long high, Consumer<TensorOptions> options) {
        return drawLike("randint_like", "randint_like.generator", options, input, high);
    }

    /// Whole numbers from `low` up to `high`, without it, in the shape, dtype and place of `input`.
    public static Tensor randintLike(Tensor input, long low, long high) {
        return randintLike(input, low, high, o -> {});
    }

    /// The same with options.
    public static Tensor randintLike(Tensor input, long low, long high, Consumer<TensorOptions> options) {
        return drawLike("randint_like.low_dtype", "randint_like.low_generator_dtype", options, input, low, high);
    }

    /// The numbers from 0 to `n - 1` in random order: int64.
    public static Tensor randperm(long n) { return randperm(n, o -> {}); }

    /// The same with options.
    public static Tensor randperm(long n, Consumer<TensorOptions> options) {
        return draw("randperm", "randperm.generator", whole(options), n);
    }

    /// Normally distributed numbers, each of its own mean and deviation.
    public static Tensor normal(Tensor mean, Tensor std) { return normal(mean, std, null); }

    /// The same with a generator.
    public static Tensor normal(Tensor mean, Tensor std, @Nullable Generator generator) {
        return Operators.call("normal.Tensor_Tensor", mean, std, generator);
    }

    /// Normally distributed numbers, each of its own mean and of deviation 1.
    public static Tensor normal(Tensor mean) { return normal(mean, 1); }

    /// Normally distributed numbers, each of its own mean.
    public static Tensor normal(Tensor mean, double std) { return normal(mean, std, null); }

    /// The same with a generator.
    public static Tensor normal(Tensor mean, double std, @Nullable Generator generator) {
        return Operators.call("normal.Tensor_float", mean, std, generator);
    }

    /// Normally distributed numbers, each of its own deviation.
    public static Tensor normal(double mean, Tensor std) { return normal(mean, std, null); }

    /// The same with a generator.
    public static Tensor normal(double mean, Tensor std, @Nullable Generator generator) {
        return Operators.call("normal.float_Tensor", mean, std, generator);
    }

    /// Normally distributed numbers.
    public static Tensor normal(double mean, double std, Size size) { return normal(mean, std, size, o -> {}); }

    /// The same with options.
    public static Tensor normal(double mean, double std, Size size, Consumer<TensorOptions> options) {
        var o = TensorOptions.of(options);
        return make("normal.float_float", o, mean, std, size, o.generator);
    }

    /// 1 for each success, with the elements of `input` as chances, and 0 else.
    public static Tensor bernoulli(Tensor input) { return input.bernoulli(); }

    /// The same with a generator.
    public static Tensor bernoulli(Tensor input, @Nullable Generator generator) { return input.bernoulli(generator); }

    /// 1 for each success, of chance `p`, and 0 else, in the shape of `input`.
    public static Tensor bernoulli(Tensor input, double p) { return input.bernoulli(p); }

    /// The same with a generator.
    public static Tensor bernoulli(Tensor input, double p, @Nullable Generator generator) {
        return input.bernoulli(p, generator);
    }

    /// Indices drawn without replacement, with the elements of each row as weights.
    public static Tensor multinomial(Tensor input, long numSamples) { return input.multinomial(numSamples); }

    /// Indices drawn with or without replacement, with the elements of each row as weights.
    public static Tensor multinomial(Tensor input, long numSamples, boolean replacement) {
        return input.multinomial(numSamples, replacement);
    }

    /// The same with a generator.
    public static Tensor multinomial(Tensor input, long numSamples, boolean replacement,
            @Nullable Generator generator) {
        return input.multinomial(numSamples, replacement, generator);
    }

    /// Numbers of Poisson's distribution, with the elements of `input` as rates.
    public static Tensor poisson(Tensor input) { return poisson(input, null); }

    /// The same with a generator.
    public static Tensor poisson(Tensor input, @Nullable Generator generator) {
        return Operators.call("poisson", input, generator);
    }

    /// How many of `count` tries succeed, each of chance `prob`.
    public static Tensor binomial(Tensor count, Tensor prob) { return binomial(count, prob, null); }

    /// The same with a generator.
    public static Tensor binomial(Tensor count, Tensor prob, @Nullable Generator generator) {
        return Operators.call("binomial", count, prob, generator);
    }

    private static TensorOptions whole(Consumer<TensorOptions> options) {
        var o = TensorOptions.of(options);
        return o.dtype == null ? o.dtype(DType.int64) : o;
    }

    private static Tensor draw(String operator, String withGenerator, TensorOptions o, Object... arguments) {
        return o.generator == null ? make(operator, o, arguments)
                : make(withGenerator, o, with(arguments, o.generator));
    }

    private static Tensor drawLike(String operator, String withGenerator, Consumer<TensorOptions> options,
            Object... arguments) {
        var o = TensorOptions.of(options);
        return o.generator == null ? like(operator, options, arguments)
                : like(withGenerator, options, with(arguments, o.generator));
    }

    /// The default generator, made when first used: it needs libtorch.
    private static final class Random {
        static final Generator DEFAULT = new Generator(NativeGenerator.byDefault());
    }
}
