package sconce;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that change the tensor itself and return it. Each is named for the method that computes the same
/// into a new tensor, with a trailing underscore.
sealed interface InPlaceMethods permits Tensor {
    /// Calls an operator that changes its first argument, and returns that.
    static Tensor change(String operator, @Nullable Object... arguments) {
        Operators.run(operator, arguments);
        return (Tensor) java.util.Objects.requireNonNull(arguments[0]);
    }

    /// What `abs` computes, written into this tensor.
    default Tensor abs_() { return change("abs_", this); }

    /// What `absolute` computes, written into this tensor.
    default Tensor absolute_() { return change("absolute_", this); }

    /// What `acos` computes, written into this tensor.
    default Tensor acos_() { return change("acos_", this); }

    /// What `acosh` computes, written into this tensor.
    default Tensor acosh_() { return change("acosh_", this); }

    /// What `add` computes, written into this tensor.
    default Tensor add_(Number other) { return change("add_.Tensor", this, other); }

    /// What `add` computes, written into this tensor.
    default Tensor add_(Number other, Number alpha) { return change("add_.Tensor", this, other, alpha); }

    /// What `add` computes, written into this tensor.
    default Tensor add_(Tensor other) { return change("add_.Tensor", this, other); }

    /// What `add` computes, written into this tensor.
    default Tensor add_(Tensor other, Number alpha) { return change("add_.Tensor", this, other, alpha); }

    /// What `addbmm` computes, written into this tensor.
    default Tensor addbmm_(Tensor batch1, Tensor batch2) { return change("addbmm_", this, batch1, batch2); }

    /// What `addbmm` computes, written into this tensor.
    default Tensor addbmm_(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return change("addbmm_", this, batch1, batch2, beta, alpha);
    }

    /// What `addcdiv` computes, written into this tensor.
    default Tensor addcdiv_(Tensor tensor1, Tensor tensor2) { return change("addcdiv_", this, tensor1, tensor2); }

    /// What `addcdiv` computes, written into this tensor.
    default Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Number value) {
        return change("addcdiv_", this, tensor1, tensor2, value);
    }

    /// What `addcmul` computes, written into this tensor.
    default Tensor addcmul_(Tensor tensor1, Tensor tensor2) { return change("addcmul_", this, tensor1, tensor2); }

    /// What `addcmul` computes, written into this tensor.
    default Tensor addcmul_(Tensor tensor1, Tensor tensor2, Number value) {
        return change("addcmul_", this, tensor1, tensor2, value);
    }

    /// What `addmm` computes, written into this tensor.
    default Tensor addmm_(Tensor mat1, Tensor mat2) { return change("addmm_", this, mat1, mat2); }

    /// What `addmm` computes, written into this tensor.
    default Tensor addmm_(Tensor mat1, Tensor mat2, Number beta, Number alpha) {
        return change("addmm_", this, mat1, mat2, beta, alpha);
    }

    /// What `addmv` computes, written into this tensor.
    default Tensor addmv_(Tensor mat, Tensor vec) { return change("addmv_", this, mat, vec); }

    /// What `addmv` computes, written into this tensor.
    default Tensor addmv_(Tensor mat, Tensor vec, Number beta, Number alpha) {
        return change("addmv_", this, mat, vec, beta, alpha);
    }

    /// What `addr` computes, written into this tensor.
    default Tensor addr_(Tensor vec1, Tensor vec2) { return change("addr_", this, vec1, vec2); }

    /// What `addr` computes, written into this tensor.
    default Tensor addr_(Tensor vec1, Tensor vec2, Number beta, Number alpha) {
        return change("addr_", this, vec1, vec2, beta, alpha);
    }

    /// What `arccos` computes, written into this tensor.
    default Tensor arccos_() { return change("arccos_", this); }

    /// What `arccosh` computes, written into this tensor.
    default Tensor arccosh_() { return change("arccosh_", this); }

    /// What `arcsin` computes, written into this tensor.
    default Tensor arcsin_() { return change("arcsin_", this); }

    /// What `arcsinh` computes, written into this tensor.
    default Tensor arcsinh_() { return change("arcsinh_", this); }

    /// What `arctan2` computes, written into this tensor.
    default Tensor arctan2_(Tensor other) { return change("arctan2_", this, other); }

    /// What `arctan` computes, written into this tensor.
    default Tensor arctan_() { return change("arctan_", this); }

    /// What `arctanh` computes, written into this tensor.
    default Tensor arctanh_() { return change("arctanh_", this); }

    /// What `asStrided` computes, written into this tensor.
    default Tensor asStrided_(Size size, Size stride) { return change("as_strided_", this, size, stride); }

    /// What `asStrided` computes, written into this tensor.
    default Tensor asStrided_(Size size, Size stride, @Nullable Long storageOffset) {
        return change("as_strided_", this, size, stride, storageOffset);
    }

    /// What `asin` computes, written into this tensor.
    default Tensor asin_() { return change("asin_", this); }

    /// What `asinh` computes, written into this tensor.
    default Tensor asinh_() { return change("asinh_", this); }

    /// What `atan2` computes, written into this tensor.
    default Tensor atan2_(Tensor other) { return change("atan2_", this, other); }

    /// What `atan` computes, written into this tensor.
    default Tensor atan_() { return change("atan_", this); }

    /// What `atanh` computes, written into this tensor.
    default Tensor atanh_() { return change("atanh_", this); }

    /// What `baddbmm` computes, written into this tensor.
    default Tensor baddbmm_(Tensor batch1, Tensor batch2) { return change("baddbmm_", this, batch1, batch2); }

    /// What `baddbmm` computes, written into this tensor.
    default Tensor baddbmm_(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return change("baddbmm_", this, batch1, batch2, beta, alpha);
    }

    /// What `bitwiseAnd` computes, written into this tensor.
    default Tensor bitwiseAnd_(Number other) { return change("bitwise_and_.Scalar", this, other); }

    /// What `bitwiseAnd` computes, written into this tensor.
    default Tensor bitwiseAnd_(Tensor other) { return change("bitwise_and_.Tensor", this, other); }

    /// What `bitwiseLeftShift` computes, written into this tensor.
    default Tensor bitwiseLeftShift_(Tensor other) { return change("bitwise_left_shift_.Tensor", this, other); }

    /// What `bitwiseLeftShift` computes, written into this tensor.
    default Tensor bitwiseLeftShift_(Number other) { return change("bitwise_left_shift_.Tensor_Scalar", this, other); }

    /// What `bitwiseNot` computes, written into this tensor.
    default Tensor bitwiseNot_() { return change("bitwise_not_", this); }

    /// What `bitwiseOr` computes, written into this tensor.
    default Tensor bitwiseOr_(Number other) { return change("bitwise_or_.Scalar", this, other); }

    /// What `bitwiseOr` computes, written into this tensor.
    default Tensor bitwiseOr_(Tensor other) { return change("bitwise_or_.Tensor", this, other); }

    /// What `bitwiseRightShift` computes, written into this tensor.
    default Tensor bitwiseRightShift_(Tensor other) { return change("bitwise_right_shift_.Tensor", this, other); }

    /// What `bitwiseRightShift` computes, written into this tensor.
    default Tensor bitwiseRightShift_(Number other) {
        return change("bitwise_right_shift_.Tensor_Scalar", this, other);
    }

    /// What `bitwiseXor` computes, written into this tensor.
    default Tensor bitwiseXor_(Number other) { return change("bitwise_xor_.Scalar", this, other); }

    /// What `bitwiseXor` computes, written into this tensor.
    default Tensor bitwiseXor_(Tensor other) { return change("bitwise_xor_.Tensor", this, other); }

    /// What `ceil` computes, written into this tensor.
    default Tensor ceil_() { return change("ceil_", this); }

    /// What `clamp` computes, written into this tensor.
    default Tensor clamp_(@Nullable Number min) { return change("clamp_", this, min); }

    /// What `clamp` computes, written into this tensor.
    default Tensor clamp_(@Nullable Number min, @Nullable Number max) { return change("clamp_", this, min, max); }

    /// What `clamp` computes, written into this tensor.
    default Tensor clamp_(@Nullable Tensor min) { return change("clamp_.Tensor", this, min); }

    /// What `clamp` computes, written into this tensor.
    default Tensor clamp_(@Nullable Tensor min, @Nullable Tensor max) {
        return change("clamp_.Tensor", this, min, max);
    }

    /// What `clampMax` computes, written into this tensor.
    default Tensor clampMax_(Number max) { return change("clamp_max_", this, max); }

    /// What `clampMax` computes, written into this tensor.
    default Tensor clampMax_(Tensor max) { return change("clamp_max_.Tensor", this, max); }

    /// What `clampMin` computes, written into this tensor.
    default Tensor clampMin_(Number min) { return change("clamp_min_", this, min); }

    /// What `clampMin` computes, written into this tensor.
    default Tensor clampMin_(Tensor min) { return change("clamp_min_.Tensor", this, min); }

    /// What `clip` computes, written into this tensor.
    default Tensor clip_(@Nullable Number min) { return change("clip_", this, min); }

    /// What `clip` computes, written into this tensor.
    default Tensor clip_(@Nullable Number min, @Nullable Number max) { return change("clip_", this, min, max); }

    /// What `clip` computes, written into this tensor.
    default Tensor clip_(@Nullable Tensor min) { return change("clip_.Tensor", this, min); }

    /// What `clip` computes, written into this tensor.
    default Tensor clip_(@Nullable Tensor min, @Nullable Tensor max) { return change("clip_.Tensor", this, min, max); }

    /// What `conjPhysical` computes, written into this tensor.
    default Tensor conjPhysical_() { return change("conj_physical_", this); }

    /// Copies the elements of `src` into this tensor, broadcast.
    default Tensor copy_(Tensor src) { return change("copy_", this, src); }

    /// Copies the elements of `src` into this tensor, broadcast.
    default Tensor copy_(Tensor src, boolean nonBlocking) { return change("copy_", this, src, nonBlocking); }

    /// What `copysign` computes, written into this tensor.
    default Tensor copysign_(Number other) { return change("copysign_.Scalar", this, other); }

    /// What `copysign` computes, written into this tensor.
    default Tensor copysign_(Tensor other) { return change("copysign_.Tensor", this, other); }

    /// What `cos` computes, written into this tensor.
    default Tensor cos_() { return change("cos_", this); }

    /// What `cosh` computes, written into this tensor.
    default Tensor cosh_() { return change("cosh_", this); }

    /// What `cumprod` computes, written into this tensor.
    default Tensor cumprod_(long dim) { return change("cumprod_", this, dim); }

    /// What `cumprod` computes, written into this tensor.
    default Tensor cumprod_(long dim, @Nullable DType dtype) { return change("cumprod_", this, dim, dtype); }

    /// What `cumsum` computes, written into this tensor.
    default Tensor cumsum_(long dim) { return change("cumsum_", this, dim); }

    /// What `cumsum` computes, written into this tensor.
    default Tensor cumsum_(long dim, @Nullable DType dtype) { return change("cumsum_", this, dim, dtype); }

    /// What `deg2rad` computes, written into this tensor.
    default Tensor deg2rad_() { return change("deg2rad_", this); }

    /// Forgets the history.
    default Tensor detach_() { return change("detach_", this); }

    /// What `digamma` computes, written into this tensor.
    default Tensor digamma_() { return change("digamma_", this); }

    /// What `div` computes, written into this tensor.
    default Tensor div_(Number other) { return change("div_.Tensor", this, other); }

    /// What `div` computes, written into this tensor.
    default Tensor div_(Number other, @Nullable String roundingMode) {
        return change("div_.Scalar_mode", this, other, roundingMode);
    }

    /// What `div` computes, written into this tensor.
    default Tensor div_(Tensor other) { return change("div_.Tensor", this, other); }

    /// What `div` computes, written into this tensor.
    default Tensor div_(Tensor other, @Nullable String roundingMode) {
        return change("div_.Tensor_mode", this, other, roundingMode);
    }

    /// What `divide` computes, written into this tensor.
    default Tensor divide_(Number other) { return change("divide_.Scalar", this, other); }

    /// What `divide` computes, written into this tensor.
    default Tensor divide_(Number other, @Nullable String roundingMode) {
        return change("divide_.Scalar_mode", this, other, roundingMode);
    }

    /// What `divide` computes, written into this tensor.
    default Tensor divide_(Tensor other) { return change("divide_.Tensor", this, other); }

    /// What `divide` computes, written into this tensor.
    default Tensor divide_(Tensor other, @Nullable String roundingMode) {
        return change("divide_.Tensor_mode", this, other, roundingMode);
    }

    /// What `eq` computes, written into this tensor.
    default Tensor eq_(Number other) { return change("eq_.Scalar", this, other); }

    /// What `eq` computes, written into this tensor.
    default Tensor eq_(Tensor other) { return change("eq_.Tensor", this, other); }

    /// What `erf` computes, written into this tensor.
    default Tensor erf_() { return change("erf_", this); }

    /// What `erfc` computes, written into this tensor.
    default Tensor erfc_() { return change("erfc_", this); }

    /// What `erfinv` computes, written into this tensor.
    default Tensor erfinv_() { return change("erfinv_", this); }

    /// What `exp2` computes, written into this tensor.
    default Tensor exp2_() { return change("exp2_", this); }

    /// What `exp` computes, written into this tensor.
    default Tensor exp_() { return change("exp_", this); }

    /// What `expm1` computes, written into this tensor.
    default Tensor expm1_() { return change("expm1_", this); }

    /// Sets every element.
    default Tensor fill_(Number value) { return change("fill_.Scalar", this, value); }

    /// Sets every element.
    default Tensor fill_(Tensor value) { return change("fill_.Tensor", this, value); }

    /// Sets the elements on the main diagonal; `wrap` goes on below the square.
    default Tensor fillDiagonal_(Number fillValue) { return change("fill_diagonal_", this, fillValue); }

    /// Sets the elements on the main diagonal; `wrap` goes on below the square.
    default Tensor fillDiagonal_(Number fillValue, boolean wrap) {
        return change("fill_diagonal_", this, fillValue, wrap);
    }

    /// What `fix` computes, written into this tensor.
    default Tensor fix_() { return change("fix_", this); }

    /// What `floatPower` computes, written into this tensor.
    default Tensor floatPower_(Number exponent) { return change("float_power_.Scalar", this, exponent); }

    /// What `floatPower` computes, written into this tensor.
    default Tensor floatPower_(Tensor exponent) { return change("float_power_.Tensor", this, exponent); }

    /// What `floor` computes, written into this tensor.
    default Tensor floor_() { return change("floor_", this); }

    /// What `floorDivide` computes, written into this tensor.
    default Tensor floorDivide_(Number other) { return change("floor_divide_.Scalar", this, other); }

    /// What `floorDivide` computes, written into this tensor.
    default Tensor floorDivide_(Tensor other) { return change("floor_divide_.Tensor", this, other); }

    /// What `fmod` computes, written into this tensor.
    default Tensor fmod_(Number other) { return change("fmod_.Scalar", this, other); }

    /// What `fmod` computes, written into this tensor.
    default Tensor fmod_(Tensor other) { return change("fmod_.Tensor", this, other); }

    /// What `frac` computes, written into this tensor.
    default Tensor frac_() { return change("frac_", this); }

    /// What `gcd` computes, written into this tensor.
    default Tensor gcd_(Tensor other) { return change("gcd_", this, other); }

    /// What `ge` computes, written into this tensor.
    default Tensor ge_(Number other) { return change("ge_.Scalar", this, other); }

    /// What `ge` computes, written into this tensor.
    default Tensor ge_(Tensor other) { return change("ge_.Tensor", this, other); }

    /// What `greater` computes, written into this tensor.
    default Tensor greater_(Number other) { return change("greater_.Scalar", this, other); }

    /// What `greater` computes, written into this tensor.
    default Tensor greater_(Tensor other) { return change("greater_.Tensor", this, other); }

    /// What `greaterEqual` computes, written into this tensor.
    default Tensor greaterEqual_(Number other) { return change("greater_equal_.Scalar", this, other); }

    /// What `greaterEqual` computes, written into this tensor.
    default Tensor greaterEqual_(Tensor other) { return change("greater_equal_.Tensor", this, other); }

    /// What `gt` computes, written into this tensor.
    default Tensor gt_(Number other) { return change("gt_.Scalar", this, other); }

    /// What `gt` computes, written into this tensor.
    default Tensor gt_(Tensor other) { return change("gt_.Tensor", this, other); }

    /// What `heaviside` computes, written into this tensor.
    default Tensor heaviside_(Tensor values) { return change("heaviside_", this, values); }

    /// What `hypot` computes, written into this tensor.
    default Tensor hypot_(Tensor other) { return change("hypot_", this, other); }

    /// What `i0` computes, written into this tensor.
    default Tensor i0_() { return change("i0_", this); }

    /// What `igamma` computes, written into this tensor.
    default Tensor igamma_(Tensor other) { return change("igamma_", this, other); }

    /// What `igammac` computes, written into this tensor.
    default Tensor igammac_(Tensor other) { return change("igammac_", this, other); }

    /// What `indexAdd` computes, written into this tensor.
    default Tensor indexAdd_(long dim, Tensor index, Tensor source) {
        return change("index_add_", this, dim, index, source);
    }

    /// What `indexAdd` computes, written into this tensor.
    default Tensor indexAdd_(long dim, Tensor index, Tensor source, Number alpha) {
        return change("index_add_", this, dim, index, source, alpha);
    }

    /// What `indexCopy` computes, written into this tensor.
    default Tensor indexCopy_(long dim, Tensor index, Tensor source) {
        return change("index_copy_", this, dim, index, source);
    }

    /// What `indexFill` computes, written into this tensor.
    default Tensor indexFill_(long dim, Tensor index, Number value) {
        return change("index_fill_.int_Scalar", this, dim, index, value);
    }

    /// What `indexFill` computes, written into this tensor.
    default Tensor indexFill_(long dim, Tensor index, Tensor value) {
        return change("index_fill_.int_Tensor", this, dim, index, value);
    }

    /// What `indexPut` computes, written into this tensor.
    default Tensor indexPut_(List<? extends @Nullable Tensor> indices, Tensor values) {
        return change("index_put_", this, indices, values);
    }

    /// What `indexPut` computes, written into this tensor.
    default Tensor indexPut_(List<? extends @Nullable Tensor> indices, Tensor values, boolean accumulate) {
        return change("index_put_", this, indices, values, accumulate);
    }

    /// What `indexReduce` computes, written into this tensor.
    default Tensor indexReduce_(long dim, Tensor index, Tensor source, String reduce) {
        return change("index_reduce_", this, dim, index, source, reduce);
    }

    /// What `indexReduce` computes, written into this tensor.
    default Tensor indexReduce_(long dim, Tensor index, Tensor source, String reduce, boolean includeSelf) {
        return change("index_reduce_", this, dim, index, source, reduce, includeSelf);
    }

    /// What `lcm` computes, written into this tensor.
    default Tensor lcm_(Tensor other) { return change("lcm_", this, other); }

    /// What `ldexp` computes, written into this tensor.
    default Tensor ldexp_(Tensor other) { return change("ldexp_", this, other); }

    /// What `le` computes, written into this tensor.
    default Tensor le_(Number other) { return change("le_.Scalar", this, other); }

    /// What `le` computes, written into this tensor.
    default Tensor le_(Tensor other) { return change("le_.Tensor", this, other); }

    /// What `lerp` computes, written into this tensor.
    default Tensor lerp_(Tensor end, Number weight) { return change("lerp_.Scalar", this, end, weight); }

    /// What `lerp` computes, written into this tensor.
    default Tensor lerp_(Tensor end, Tensor weight) { return change("lerp_.Tensor", this, end, weight); }

    /// What `less` computes, written into this tensor.
    default Tensor less_(Number other) { return change("less_.Scalar", this, other); }

    /// What `less` computes, written into this tensor.
    default Tensor less_(Tensor other) { return change("less_.Tensor", this, other); }

    /// What `lessEqual` computes, written into this tensor.
    default Tensor lessEqual_(Number other) { return change("less_equal_.Scalar", this, other); }

    /// What `lessEqual` computes, written into this tensor.
    default Tensor lessEqual_(Tensor other) { return change("less_equal_.Tensor", this, other); }

    /// What `lgamma` computes, written into this tensor.
    default Tensor lgamma_() { return change("lgamma_", this); }

    /// What `log10` computes, written into this tensor.
    default Tensor log10_() { return change("log10_", this); }

    /// What `log1p` computes, written into this tensor.
    default Tensor log1p_() { return change("log1p_", this); }

    /// What `log2` computes, written into this tensor.
    default Tensor log2_() { return change("log2_", this); }

    /// What `log` computes, written into this tensor.
    default Tensor log_() { return change("log_", this); }

    /// What `logicalAnd` computes, written into this tensor.
    default Tensor logicalAnd_(Tensor other) { return change("logical_and_", this, other); }

    /// What `logicalNot` computes, written into this tensor.
    default Tensor logicalNot_() { return change("logical_not_", this); }

    /// What `logicalOr` computes, written into this tensor.
    default Tensor logicalOr_(Tensor other) { return change("logical_or_", this, other); }

    /// What `logicalXor` computes, written into this tensor.
    default Tensor logicalXor_(Tensor other) { return change("logical_xor_", this, other); }

    /// What `logit` computes, written into this tensor.
    default Tensor logit_() { return change("logit_", this); }

    /// What `logit` computes, written into this tensor.
    default Tensor logit_(@Nullable Double eps) { return change("logit_", this, eps); }

    /// What `lt` computes, written into this tensor.
    default Tensor lt_(Number other) { return change("lt_.Scalar", this, other); }

    /// What `lt` computes, written into this tensor.
    default Tensor lt_(Tensor other) { return change("lt_.Tensor", this, other); }

    /// Sets the elements where `mask` holds.
    default Tensor maskedFill_(Tensor mask, Number value) { return change("masked_fill_.Scalar", this, mask, value); }

    /// Sets the elements where `mask` holds.
    default Tensor maskedFill_(Tensor mask, Tensor value) { return change("masked_fill_.Tensor", this, mask, value); }

    /// What `maskedScatter` computes, written into this tensor.
    default Tensor maskedScatter_(Tensor mask, Tensor source) { return change("masked_scatter_", this, mask, source); }

    /// What `mul` computes, written into this tensor.
    default Tensor mul_(Number other) { return change("mul_.Tensor", this, other); }

    /// What `mul` computes, written into this tensor.
    default Tensor mul_(Tensor other) { return change("mul_.Tensor", this, other); }

    /// What `multiply` computes, written into this tensor.
    default Tensor multiply_(Number other) { return change("multiply_.Scalar", this, other); }

    /// What `multiply` computes, written into this tensor.
    default Tensor multiply_(Tensor other) { return change("multiply_.Tensor", this, other); }

    /// What `mvlgamma` computes, written into this tensor.
    default Tensor mvlgamma_(long p) { return change("mvlgamma_", this, p); }

    /// What `nanToNum` computes, written into this tensor.
    default Tensor nanToNum_() { return change("nan_to_num_", this); }

    /// What `nanToNum` computes, written into this tensor.
    default Tensor nanToNum_(@Nullable Double nan) { return change("nan_to_num_", this, nan); }

    /// What `nanToNum` computes, written into this tensor.
    default Tensor nanToNum_(@Nullable Double nan, @Nullable Double posinf, @Nullable Double neginf) {
        return change("nan_to_num_", this, nan, posinf, neginf);
    }

    /// What `ne` computes, written into this tensor.
    default Tensor ne_(Number other) { return change("ne_.Scalar", this, other); }

    /// What `ne` computes, written into this tensor.
    default Tensor ne_(Tensor other) { return change("ne_.Tensor", this, other); }

    /// What `neg` computes, written into this tensor.
    default Tensor neg_() { return change("neg_", this); }

    /// What `negative` computes, written into this tensor.
    default Tensor negative_() { return change("negative_", this); }

    /// What `nextafter` computes, written into this tensor.
    default Tensor nextafter_(Tensor other) { return change("nextafter_", this, other); }

    /// What `notEqual` computes, written into this tensor.
    default Tensor notEqual_(Number other) { return change("not_equal_.Scalar", this, other); }

    /// What `notEqual` computes, written into this tensor.
    default Tensor notEqual_(Tensor other) { return change("not_equal_.Tensor", this, other); }

    /// What `polygamma` computes, written into this tensor.
    default Tensor polygamma_(long n) { return change("polygamma_", this, n); }

    /// What `pow` computes, written into this tensor.
    default Tensor pow_(Number exponent) { return change("pow_.Scalar", this, exponent); }

    /// What `pow` computes, written into this tensor.
    default Tensor pow_(Tensor exponent) { return change("pow_.Tensor", this, exponent); }

    /// What `put` computes, written into this tensor.
    default Tensor put_(Tensor index, Tensor source) { return change("put_", this, index, source); }

    /// What `put` computes, written into this tensor.
    default Tensor put_(Tensor index, Tensor source, boolean accumulate) {
        return change("put_", this, index, source, accumulate);
    }

    /// What `rad2deg` computes, written into this tensor.
    default Tensor rad2deg_() { return change("rad2deg_", this); }

    /// What `reciprocal` computes, written into this tensor.
    default Tensor reciprocal_() { return change("reciprocal_", this); }

    /// What `relu` computes, written into this tensor.
    default Tensor relu_() { return change("relu_", this); }

    /// What `remainder` computes, written into this tensor.
    default Tensor remainder_(Number other) { return change("remainder_.Scalar", this, other); }

    /// What `remainder` computes, written into this tensor.
    default Tensor remainder_(Tensor other) { return change("remainder_.Tensor", this, other); }

    /// What `renorm` computes, written into this tensor.
    default Tensor renorm_(Number p, long dim, Number maxnorm) { return change("renorm_", this, p, dim, maxnorm); }

    /// What `resizeAs` computes, written into this tensor.
    default Tensor resizeAs_(Tensor theTemplate) { return change("resize_as_", this, theTemplate); }

    /// What `resizeAs` computes, written into this tensor.
    default Tensor resizeAs_(Tensor theTemplate, @Nullable MemoryFormat memoryFormat) {
        return change("resize_as_", this, theTemplate, memoryFormat);
    }

    /// What `round` computes, written into this tensor.
    default Tensor round_() { return change("round_", this); }

    /// What `round` computes, written into this tensor.
    default Tensor round_(long decimals) { return change("round_.decimals", this, decimals); }

    /// What `rsqrt` computes, written into this tensor.
    default Tensor rsqrt_() { return change("rsqrt_", this); }

    /// What `scatter` computes, written into this tensor.
    default Tensor scatter_(long dim, Tensor index, Tensor src, String reduce) {
        return Gathering.change("scatter_.reduce", this, dim, index, src, reduce);
    }

    /// What `scatter` computes, written into this tensor.
    default Tensor scatter_(long dim, Tensor index, Tensor src) {
        return Gathering.change("scatter_.src", this, dim, index, src);
    }

    /// What `scatter` computes, written into this tensor.
    default Tensor scatter_(long dim, Tensor index, Number value) {
        return Gathering.change("scatter_.value", this, dim, index, value);
    }

    /// What `scatter` computes, written into this tensor.
    default Tensor scatter_(long dim, Tensor index, Number value, String reduce) {
        return Gathering.change("scatter_.value_reduce", this, dim, index, value, reduce);
    }

    /// What `scatterAdd` computes, written into this tensor.
    default Tensor scatterAdd_(long dim, Tensor index, Tensor src) {
        return Gathering.change("scatter_add_", this, dim, index, src);
    }

    /// What `scatterReduce` computes, written into this tensor.
    default Tensor scatterReduce_(long dim, Tensor index, Tensor src, String reduce) {
        return Gathering.change("scatter_reduce_.two", this, dim, index, src, reduce);
    }

    /// What `scatterReduce` computes, written into this tensor.
    default Tensor scatterReduce_(long dim, Tensor index, Tensor src, String reduce, boolean includeSelf) {
        return Gathering.change("scatter_reduce_.two", this, dim, index, src, reduce, includeSelf);
    }

    /// What `sgn` computes, written into this tensor.
    default Tensor sgn_() { return change("sgn_", this); }

    /// What `sigmoid` computes, written into this tensor.
    default Tensor sigmoid_() { return change("sigmoid_", this); }

    /// What `sign` computes, written into this tensor.
    default Tensor sign_() { return change("sign_", this); }

    /// What `sin` computes, written into this tensor.
    default Tensor sin_() { return change("sin_", this); }

    /// What `sinc` computes, written into this tensor.
    default Tensor sinc_() { return change("sinc_", this); }

    /// What `sinh` computes, written into this tensor.
    default Tensor sinh_() { return change("sinh_", this); }

    /// What `sparseResize` computes, written into this tensor.
    default Tensor sparseResize_(Size size, long sparseDim, long denseDim) {
        return change("sparse_resize_", this, size, sparseDim, denseDim);
    }

    /// What `sparseResizeAndClear` computes, written into this tensor.
    default Tensor sparseResizeAndClear_(Size size, long sparseDim, long denseDim) {
        return change("sparse_resize_and_clear_", this, size, sparseDim, denseDim);
    }

    /// What `sqrt` computes, written into this tensor.
    default Tensor sqrt_() { return change("sqrt_", this); }

    /// What `square` computes, written into this tensor.
    default Tensor square_() { return change("square_", this); }

    /// What `sub` computes, written into this tensor.
    default Tensor sub_(Number other) { return change("sub_.Tensor", this, other); }

    /// What `sub` computes, written into this tensor.
    default Tensor sub_(Number other, Number alpha) { return change("sub_.Tensor", this, other, alpha); }

    /// What `sub` computes, written into this tensor.
    default Tensor sub_(Tensor other) { return change("sub_.Tensor", this, other); }

    /// What `sub` computes, written into this tensor.
    default Tensor sub_(Tensor other, Number alpha) { return change("sub_.Tensor", this, other, alpha); }

    /// What `subtract` computes, written into this tensor.
    default Tensor subtract_(Number other) { return change("subtract_.Scalar", this, other); }

    /// What `subtract` computes, written into this tensor.
    default Tensor subtract_(Number other, Number alpha) { return change("subtract_.Scalar", this, other, alpha); }

    /// What `subtract` computes, written into this tensor.
    default Tensor subtract_(Tensor other) { return change("subtract_.Tensor", this, other); }

    /// What `subtract` computes, written into this tensor.
    default Tensor subtract_(Tensor other, Number alpha) { return change("subtract_.Tensor", this, other, alpha); }

    /// What `swapaxes` computes, written into this tensor.
    default Tensor swapaxes_(long axis0, long axis1) { return change("swapaxes_", this, axis0, axis1); }

    /// What `swapdims` computes, written into this tensor.
    default Tensor swapdims_(long dim0, long dim1) { return change("swapdims_", this, dim0, dim1); }

    /// Exchanges the two dimensions.
    default Tensor t_() { return change("t_", this); }

    /// What `tan` computes, written into this tensor.
    default Tensor tan_() { return change("tan_", this); }

    /// What `tanh` computes, written into this tensor.
    default Tensor tanh_() { return change("tanh_", this); }

    /// What `tril` computes, written into this tensor.
    default Tensor tril_() { return change("tril_", this); }

    /// What `tril` computes, written into this tensor.
    default Tensor tril_(long diagonal) { return change("tril_", this, diagonal); }

    /// What `triu` computes, written into this tensor.
    default Tensor triu_() { return change("triu_", this); }

    /// What `triu` computes, written into this tensor.
    default Tensor triu_(long diagonal) { return change("triu_", this, diagonal); }

    /// What `trueDivide` computes, written into this tensor.
    default Tensor trueDivide_(Number other) { return change("true_divide_.Scalar", this, other); }

    /// What `trueDivide` computes, written into this tensor.
    default Tensor trueDivide_(Tensor other) { return change("true_divide_.Tensor", this, other); }

    /// What `trunc` computes, written into this tensor.
    default Tensor trunc_() { return change("trunc_", this); }

    /// What `unsqueeze` computes, written into this tensor.
    default Tensor unsqueeze_(long dim) { return change("unsqueeze_", this, dim); }

    /// What `xlogy` computes, written into this tensor.
    default Tensor xlogy_(Number other) { return change("xlogy_.Scalar_Other", this, other); }

    /// What `xlogy` computes, written into this tensor.
    default Tensor xlogy_(Tensor other) { return change("xlogy_.Tensor", this, other); }

    /// Sets every element to zero.
    default Tensor zero_() { return change("zero_", this); }

    /// What `transpose` computes, written into this tensor.
    default Tensor transpose_(long dim0, long dim1) { return change("transpose_", this, dim0, dim1); }

    /// Sets every element.
    default Tensor fill_(boolean value) { return change("fill_.Scalar", this, value); }

    /// Sets the elements where `mask` holds.
    default Tensor maskedFill_(Tensor mask, boolean value) { return change("masked_fill_.Scalar", this, mask, value); }

    /// Gives the tensor another shape; what is added is not set.
    default Tensor resize_(long... sizes) { return change("resize_", this, (Object) sizes); }

    /// Gives the tensor another shape; what is added is not set.
    default Tensor resize_(Size sizes) { return change("resize_", this, sizes); }

    /// Takes out all dimensions of size 1.
    default Tensor squeeze_() { return change("squeeze_", this); }

    /// Takes out dimension `dim`, if its size is 1.
    default Tensor squeeze_(long dim) { return change("squeeze_.dim", this, dim); }

    /// Takes out those of the given dimensions whose size is 1.
    default Tensor squeeze_(Size dims) { return change("squeeze_.dims", this, dims); }

    /// Shows the memory of `source` from now on, in its shape.
    default Tensor set_(Tensor source) { return change("set_.source_Tensor", this, source); }

    /// Shows the memory of `source` from now on, with sizes and strides of one's own.
    default Tensor set_(Tensor source, long storageOffset, Size size, Size stride) {
        return change("set_.source_Tensor_storage_offset", this, source, storageOffset, size, stride);
    }

    /// Replaces each element by what `callable` makes of it.
    default Tensor apply_(DoubleUnaryOperator callable) {
        var tensor = (Tensor) this;
        var values = TensorData.doubles(tensor);
        Arrays.setAll(values, i -> callable.applyAsDouble(values[i]));
        return tensor.copy_(Torch.tensor(values, o -> o.dtype(DType.float64)).view(tensor.shape()));
    }

    /// Replaces each element by what `callable` makes of it and the other tensor's, broadcast.
    default Tensor map_(Tensor other, DoubleBinaryOperator callable) {
        var tensor = (Tensor) this;
        var values = TensorData.doubles(tensor);
        var others = TensorData.doubles(other.expandAs(tensor));
        Arrays.setAll(values, i -> callable.applyAsDouble(values[i], others[i]));
        return tensor.copy_(Torch.tensor(values, o -> o.dtype(DType.float64)).view(tensor.shape()));
    }
}
