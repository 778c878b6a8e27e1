package sconce;

/// Functions of [Torch] that draw random numbers.
abstract sealed class RandomFunctions extends CreationFunctions permits PointwiseFunctions {
    RandomFunctions() {}

    /// Seeds the default generator. Stands for `torch.manual_seed`.
    public static Generator manualSeed(long seed) { return Random.DEFAULT.manualSeed(seed); }

    /// Numbers drawn evenly between 0 and 1.
    public static Tensor rand(long... size) { return make("rand", o -> {}, (Object) size); }

    /// Normally distributed numbers with mean 0 and deviation 1.
    public static Tensor randn(long... size) { return make("randn", o -> {}, (Object) size); }

    /// The default generator, made when first used: it needs libtorch.
    private static final class Random {
        static final Generator DEFAULT = new Generator(sconce.libtorch.NativeGenerator.byDefault());
    }
}
