package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.Warnings;

/// The names of [Init]'s functions without the underscore, which PyTorch still knows and warns of.
abstract sealed class DeprecatedInit permits Init {
    DeprecatedInit() {}

    /// Old name of [Init#uniform_].
    @Deprecated
    public static Tensor uniform(Tensor tensor) { warn("uniform"); return Init.uniform_(tensor); }

    /// Old name of [Init#uniform_].
    @Deprecated
    public static Tensor uniform(Tensor tensor, double a, double b) {
        warn("uniform");
        return Init.uniform_(tensor, a, b);
    }

    /// Old name of [Init#normal_].
    @Deprecated
    public static Tensor normal(Tensor tensor) { warn("normal"); return Init.normal_(tensor); }

    /// Old name of [Init#normal_].
    @Deprecated
    public static Tensor normal(Tensor tensor, double mean, double std) {
        warn("normal");
        return Init.normal_(tensor, mean, std);
    }

    /// Old name of [Init#constant_].
    @Deprecated
    public static Tensor constant(Tensor tensor, Number val) { warn("constant"); return Init.constant_(tensor, val); }

    /// Old name of [Init#eye_].
    @Deprecated
    public static Tensor eye(Tensor tensor) { warn("eye"); return Init.eye_(tensor); }

    /// Old name of [Init#dirac_].
    @Deprecated
    public static Tensor dirac(Tensor tensor) { warn("dirac"); return Init.dirac_(tensor); }

    /// Old name of [Init#dirac_].
    @Deprecated
    public static Tensor dirac(Tensor tensor, long groups) { warn("dirac"); return Init.dirac_(tensor, groups); }

    /// Old name of [Init#xavierUniform_].
    @Deprecated
    public static Tensor xavierUniform(Tensor tensor) { warn("xavier_uniform"); return Init.xavierUniform_(tensor); }

    /// Old name of [Init#xavierUniform_].
    @Deprecated
    public static Tensor xavierUniform(Tensor tensor, double gain) {
        warn("xavier_uniform");
        return Init.xavierUniform_(tensor, gain);
    }

    /// Old name of [Init#xavierNormal_].
    @Deprecated
    public static Tensor xavierNormal(Tensor tensor) { warn("xavier_normal"); return Init.xavierNormal_(tensor); }

    /// Old name of [Init#xavierNormal_].
    @Deprecated
    public static Tensor xavierNormal(Tensor tensor, double gain) {
        warn("xavier_normal");
        return Init.xavierNormal_(tensor, gain);
    }

    /// Old name of [Init#kaimingUniform_].
    @Deprecated
    public static Tensor kaimingUniform(Tensor tensor) { warn("kaiming_uniform"); return Init.kaimingUniform_(tensor); }

    /// Old name of [Init#kaimingUniform_].
    @Deprecated
    public static Tensor kaimingUniform(Tensor tensor, Number a) {
        warn("kaiming_uniform");
        return Init.kaimingUniform_(tensor, a);
    }

    /// Old name of [Init#kaimingNormal_].
    @Deprecated
    public static Tensor kaimingNormal(Tensor tensor) { warn("kaiming_normal"); return Init.kaimingNormal_(tensor); }

    /// Old name of [Init#kaimingNormal_].
    @Deprecated
    public static Tensor kaimingNormal(Tensor tensor, Number a) {
        warn("kaiming_normal");
        return Init.kaimingNormal_(tensor, a);
    }

    /// Old name of [Init#orthogonal_].
    @Deprecated
    public static Tensor orthogonal(Tensor tensor) { warn("orthogonal"); return Init.orthogonal_(tensor); }

    /// Old name of [Init#orthogonal_].
    @Deprecated
    public static Tensor orthogonal(Tensor tensor, Number gain) {
        warn("orthogonal");
        return Init.orthogonal_(tensor, gain);
    }

    /// Old name of [Init#sparse_].
    @Deprecated
    public static Tensor sparse(Tensor tensor, double sparsity) {
        warn("sparse");
        return Init.sparse_(tensor, sparsity);
    }

    /// Old name of [Init#uniform_].
    @Deprecated
    public static Tensor uniform(Tensor tensor, Consumer<Init.UniformOptions> options) {
        warn("uniform");
        return Init.uniform_(tensor, options);
    }

    /// Old name of [Init#normal_].
    @Deprecated
    public static Tensor normal(Tensor tensor, Consumer<Init.NormalOptions> options) {
        warn("normal");
        return Init.normal_(tensor, options);
    }

    /// Old name of [Init#xavierUniform_].
    @Deprecated
    public static Tensor xavierUniform(Tensor tensor, Consumer<Init.GainOptions> options) {
        warn("xavier_uniform");
        return Init.xavierUniform_(tensor, options);
    }

    /// Old name of [Init#xavierNormal_].
    @Deprecated
    public static Tensor xavierNormal(Tensor tensor, Consumer<Init.GainOptions> options) {
        warn("xavier_normal");
        return Init.xavierNormal_(tensor, options);
    }

    /// Old name of [Init#kaimingUniform_].
    @Deprecated
    public static Tensor kaimingUniform(Tensor tensor, Consumer<Init.KaimingOptions> options) {
        warn("kaiming_uniform");
        return Init.kaimingUniform_(tensor, options);
    }

    /// Old name of [Init#kaimingNormal_].
    @Deprecated
    public static Tensor kaimingNormal(Tensor tensor, Consumer<Init.KaimingOptions> options) {
        warn("kaiming_normal");
        return Init.kaimingNormal_(tensor, options);
    }

    /// Old name of [Init#orthogonal_].
    @Deprecated
    public static Tensor orthogonal(Tensor tensor, Consumer<Init.GainOptions> options) {
        warn("orthogonal");
        return Init.orthogonal_(tensor, options);
    }

    /// Old name of [Init#sparse_].
    @Deprecated
    public static Tensor sparse(Tensor tensor, double sparsity, Consumer<Init.SparseOptions> options) {
        warn("sparse");
        return Init.sparse_(tensor, sparsity, options);
    }

    private static void warn(String name) {
        Warnings.warn("FutureWarning",
                "`nn.init." + name + "` is now deprecated in favor of `nn.init." + name + "_`.");
    }
}
