package sconce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that change their first argument and return it; most are methods of [Tensor] too.
abstract sealed class InPlaceFunctions extends ShapeFunctions permits IndexingFunctions {
    InPlaceFunctions() {}

    /// What `abs` computes, written into `input`.
    public static Tensor abs_(Tensor input) { return input.abs_(); }

    /// What `acos` computes, written into `input`.
    public static Tensor acos_(Tensor input) { return input.acos_(); }

    /// What `acosh` computes, written into `input`.
    public static Tensor acosh_(Tensor input) { return input.acosh_(); }

    /// What `addmv` computes, written into `input`.
    public static Tensor addmv_(Tensor input, Tensor mat, Tensor vec) { return input.addmv_(mat, vec); }

    /// What `addmv` computes, written into `input`.
    public static Tensor addmv_(Tensor input, Tensor mat, Tensor vec, Number beta, Number alpha) {
        return input.addmv_(mat, vec, beta, alpha);
    }

    /// What `arccos` computes, written into `input`.
    public static Tensor arccos_(Tensor input) { return input.arccos_(); }

    /// What `arccosh` computes, written into `input`.
    public static Tensor arccosh_(Tensor input) { return input.arccosh_(); }

    /// What `arcsin` computes, written into `input`.
    public static Tensor arcsin_(Tensor input) { return input.arcsin_(); }

    /// What `arcsinh` computes, written into `input`.
    public static Tensor arcsinh_(Tensor input) { return input.arcsinh_(); }

    /// What `arctan` computes, written into `input`.
    public static Tensor arctan_(Tensor input) { return input.arctan_(); }

    /// What `arctanh` computes, written into `input`.
    public static Tensor arctanh_(Tensor input) { return input.arctanh_(); }

    /// What `asStrided` computes, written into `input`.
    public static Tensor asStrided_(Tensor input, Size size, Size stride) { return input.asStrided_(size, stride); }

    /// What `asStrided` computes, written into `input`.
    public static Tensor asStrided_(Tensor input, Size size, Size stride, @Nullable Long storageOffset) {
        return input.asStrided_(size, stride, storageOffset);
    }

    /// What `asin` computes, written into `input`.
    public static Tensor asin_(Tensor input) { return input.asin_(); }

    /// What `asinh` computes, written into `input`.
    public static Tensor asinh_(Tensor input) { return input.asinh_(); }

    /// What `atan` computes, written into `input`.
    public static Tensor atan_(Tensor input) { return input.atan_(); }

    /// What `atanh` computes, written into `input`.
    public static Tensor atanh_(Tensor input) { return input.atanh_(); }

    /// What `ceil` computes, written into `input`.
    public static Tensor ceil_(Tensor input) { return input.ceil_(); }

    /// What `celu` computes, written into `input`.
    public static Tensor celu_(Tensor input) { return InPlaceMethods.change("celu_", input); }

    /// What `celu` computes, written into `input`.
    public static Tensor celu_(Tensor input, Number alpha) { return InPlaceMethods.change("celu_", input, alpha); }

    /// What `clamp` computes, written into `input`.
    public static Tensor clamp_(Tensor input, @Nullable Number min) { return input.clamp_(min); }

    /// What `clamp` computes, written into `input`.
    public static Tensor clamp_(Tensor input, @Nullable Number min, @Nullable Number max) {
        return input.clamp_(min, max);
    }

    /// What `clamp` computes, written into `input`.
    public static Tensor clamp_(Tensor input, @Nullable Tensor min) { return input.clamp_(min); }

    /// What `clamp` computes, written into `input`.
    public static Tensor clamp_(Tensor input, @Nullable Tensor min, @Nullable Tensor max) {
        return input.clamp_(min, max);
    }

    /// What `clampMax` computes, written into `input`.
    public static Tensor clampMax_(Tensor input, Number max) { return input.clampMax_(max); }

    /// What `clampMax` computes, written into `input`.
    public static Tensor clampMax_(Tensor input, Tensor max) { return input.clampMax_(max); }

    /// What `clampMin` computes, written into `input`.
    public static Tensor clampMin_(Tensor input, Number min) { return input.clampMin_(min); }

    /// What `clampMin` computes, written into `input`.
    public static Tensor clampMin_(Tensor input, Tensor min) { return input.clampMin_(min); }

    /// What `clip` computes, written into `input`.
    public static Tensor clip_(Tensor input, @Nullable Number min) { return input.clip_(min); }

    /// What `clip` computes, written into `input`.
    public static Tensor clip_(Tensor input, @Nullable Number min, @Nullable Number max) {
        return input.clip_(min, max);
    }

    /// What `clip` computes, written into `input`.
    public static Tensor clip_(Tensor input, @Nullable Tensor min) { return input.clip_(min); }

    /// What `clip` computes, written into `input`.
    public static Tensor clip_(Tensor input, @Nullable Tensor min, @Nullable Tensor max) {
        return input.clip_(min, max);
    }

    /// What `conjPhysical` computes, written into `input`.
    public static Tensor conjPhysical_(Tensor input) { return input.conjPhysical_(); }

    /// What `cos` computes, written into `input`.
    public static Tensor cos_(Tensor input) { return input.cos_(); }

    /// What `cosh` computes, written into `input`.
    public static Tensor cosh_(Tensor input) { return input.cosh_(); }

    /// What `deg2rad` computes, written into `input`.
    public static Tensor deg2rad_(Tensor input) { return input.deg2rad_(); }

    /// What `erf` computes, written into `input`.
    public static Tensor erf_(Tensor input) { return input.erf_(); }

    /// What `erfc` computes, written into `input`.
    public static Tensor erfc_(Tensor input) { return input.erfc_(); }

    /// What `exp2` computes, written into `input`.
    public static Tensor exp2_(Tensor input) { return input.exp2_(); }

    /// What `exp` computes, written into `input`.
    public static Tensor exp_(Tensor input) { return input.exp_(); }

    /// What `expm1` computes, written into `input`.
    public static Tensor expm1_(Tensor input) { return input.expm1_(); }

    /// Sets every element.
    public static Tensor fill_(Tensor input, Number value) { return input.fill_(value); }

    /// Sets every element.
    public static Tensor fill_(Tensor input, Tensor value) { return input.fill_(value); }

    /// What `fix` computes, written into `input`.
    public static Tensor fix_(Tensor input) { return input.fix_(); }

    /// What `floor` computes, written into `input`.
    public static Tensor floor_(Tensor input) { return input.floor_(); }

    /// What `frac` computes, written into `input`.
    public static Tensor frac_(Tensor input) { return input.frac_(); }

    /// What `gcd` computes, written into `input`.
    public static Tensor gcd_(Tensor input, Tensor other) { return input.gcd_(other); }

    /// What `i0` computes, written into `input`.
    public static Tensor i0_(Tensor input) { return input.i0_(); }

    /// What `indexPut` computes, written into `input`.
    public static Tensor indexPut_(Tensor input, List<? extends @Nullable Tensor> indices, Tensor values) {
        return input.indexPut_(indices, values);
    }

    /// What `indexPut` computes, written into `input`.
    public static Tensor indexPut_(Tensor input, List<? extends @Nullable Tensor> indices, Tensor values,
            boolean accumulate) {
        return input.indexPut_(indices, values, accumulate);
    }

    /// What `lcm` computes, written into `input`.
    public static Tensor lcm_(Tensor input, Tensor other) { return input.lcm_(other); }

    /// What `ldexp` computes, written into `input`.
    public static Tensor ldexp_(Tensor input, Tensor other) { return input.ldexp_(other); }

    /// What `log10` computes, written into `input`.
    public static Tensor log10_(Tensor input) { return input.log10_(); }

    /// What `log1p` computes, written into `input`.
    public static Tensor log1p_(Tensor input) { return input.log1p_(); }

    /// What `log2` computes, written into `input`.
    public static Tensor log2_(Tensor input) { return input.log2_(); }

    /// What `log` computes, written into `input`.
    public static Tensor log_(Tensor input) { return input.log_(); }

    /// What `logit` computes, written into `input`.
    public static Tensor logit_(Tensor input) { return input.logit_(); }

    /// What `logit` computes, written into `input`.
    public static Tensor logit_(Tensor input, @Nullable Double eps) { return input.logit_(eps); }

    /// What `nanToNum` computes, written into `input`.
    public static Tensor nanToNum_(Tensor input) { return input.nanToNum_(); }

    /// What `nanToNum` computes, written into `input`.
    public static Tensor nanToNum_(Tensor input, @Nullable Double nan) { return input.nanToNum_(nan); }

    /// What `nanToNum` computes, written into `input`.
    public static Tensor nanToNum_(Tensor input, @Nullable Double nan, @Nullable Double posinf,
            @Nullable Double neginf) {
        return input.nanToNum_(nan, posinf, neginf);
    }

    /// What `neg` computes, written into `input`.
    public static Tensor neg_(Tensor input) { return input.neg_(); }

    /// What `negative` computes, written into `input`.
    public static Tensor negative_(Tensor input) { return input.negative_(); }

    /// What `rad2deg` computes, written into `input`.
    public static Tensor rad2deg_(Tensor input) { return input.rad2deg_(); }

    /// What `reciprocal` computes, written into `input`.
    public static Tensor reciprocal_(Tensor input) { return input.reciprocal_(); }

    /// What `relu` computes, written into `input`.
    public static Tensor relu_(Tensor input) { return input.relu_(); }

    /// What `resizeAs` computes, written into `input`.
    public static Tensor resizeAs_(Tensor input, Tensor theTemplate) { return input.resizeAs_(theTemplate); }

    /// What `resizeAs` computes, written into `input`.
    public static Tensor resizeAs_(Tensor input, Tensor theTemplate, @Nullable MemoryFormat memoryFormat) {
        return input.resizeAs_(theTemplate, memoryFormat);
    }

    /// What `round` computes, written into `input`.
    public static Tensor round_(Tensor input) { return input.round_(); }

    /// What `round` computes, written into `input`.
    public static Tensor round_(Tensor input, long decimals) { return input.round_(decimals); }

    /// What `rsqrt` computes, written into `input`.
    public static Tensor rsqrt_(Tensor input) { return input.rsqrt_(); }

    /// What `selu` computes, written into `input`.
    public static Tensor selu_(Tensor input) { return InPlaceMethods.change("selu_", input); }

    /// What `sigmoid` computes, written into `input`.
    public static Tensor sigmoid_(Tensor input) { return input.sigmoid_(); }

    /// What `sin` computes, written into `input`.
    public static Tensor sin_(Tensor input) { return input.sin_(); }

    /// What `sinc` computes, written into `input`.
    public static Tensor sinc_(Tensor input) { return input.sinc_(); }

    /// What `sinh` computes, written into `input`.
    public static Tensor sinh_(Tensor input) { return input.sinh_(); }

    /// What `sqrt` computes, written into `input`.
    public static Tensor sqrt_(Tensor input) { return input.sqrt_(); }

    /// What `square` computes, written into `input`.
    public static Tensor square_(Tensor input) { return input.square_(); }

    /// What `tan` computes, written into `input`.
    public static Tensor tan_(Tensor input) { return input.tan_(); }

    /// What `tanh` computes, written into `input`.
    public static Tensor tanh_(Tensor input) { return input.tanh_(); }

    /// What `threshold` computes, written into `input`.
    public static Tensor threshold_(Tensor input, Number threshold, Number value) {
        return InPlaceMethods.change("threshold_", input, threshold, value);
    }

    /// What `trunc` computes, written into `input`.
    public static Tensor trunc_(Tensor input) { return input.trunc_(); }

    /// What `xlogy` computes, written into `input`.
    public static Tensor xlogy_(Tensor input, Number other) { return input.xlogy_(other); }

    /// What `xlogy` computes, written into `input`.
    public static Tensor xlogy_(Tensor input, Tensor other) { return input.xlogy_(other); }

    /// Sets every element to zero.
    public static Tensor zero_(Tensor input) { return input.zero_(); }

    /// A copy with every element set to a number.
    public static Tensor fill(Tensor input, Number value) { return Operators.call("fill.Scalar", input, value); }

    /// A copy with every element set to that of a tensor without dimensions.
    public static Tensor fill(Tensor input, Tensor value) { return Operators.call("fill.Tensor", input, value); }

    /// Forgets the history of `input`.
    public static Tensor detach_(Tensor input) { return input.detach_(); }
}
