package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that compute element by element from one tensor.
sealed interface PointwiseMethods extends ArithmeticMethods permits Tensor {
    /// The absolute value of each element.
    default Tensor abs() { return Operators.call("abs", this); }

    /// Another name of `abs`.
    default Tensor absolute() { return Operators.call("absolute", this); }

    /// The inverse cosine of each element.
    default Tensor acos() { return Operators.call("acos", this); }

    /// Another name of `acos`.
    default Tensor arccos() { return Operators.call("arccos", this); }

    /// The inverse hyperbolic cosine of each element.
    default Tensor acosh() { return Operators.call("acosh", this); }

    /// Another name of `acosh`.
    default Tensor arccosh() { return Operators.call("arccosh", this); }

    /// The inverse sine of each element.
    default Tensor asin() { return Operators.call("asin", this); }

    /// Another name of `asin`.
    default Tensor arcsin() { return Operators.call("arcsin", this); }

    /// The inverse hyperbolic sine of each element.
    default Tensor asinh() { return Operators.call("asinh", this); }

    /// Another name of `asinh`.
    default Tensor arcsinh() { return Operators.call("arcsinh", this); }

    /// The inverse tangent of each element.
    default Tensor atan() { return Operators.call("atan", this); }

    /// Another name of `atan`.
    default Tensor arctan() { return Operators.call("arctan", this); }

    /// The inverse hyperbolic tangent of each element.
    default Tensor atanh() { return Operators.call("atanh", this); }

    /// Another name of `atanh`.
    default Tensor arctanh() { return Operators.call("arctanh", this); }

    /// The angle of each complex element, in radians; of a negative real one π.
    default Tensor angle() { return Operators.call("angle", this); }

    /// Each element with its bits inverted; a bool negated.
    default Tensor bitwiseNot() { return Operators.call("bitwise_not", this); }

    /// The smallest whole number not below each element.
    default Tensor ceil() { return Operators.call("ceil", this); }

    /// The complex conjugate of each element, computed at once.
    default Tensor conjPhysical() { return Operators.call("conj_physical", this); }

    /// The cosine of each element.
    default Tensor cos() { return Operators.call("cos", this); }

    /// The hyperbolic cosine of each element.
    default Tensor cosh() { return Operators.call("cosh", this); }

    /// Each angle in degrees as one in radians.
    default Tensor deg2rad() { return Operators.call("deg2rad", this); }

    /// The logarithmic derivative of the gamma function of each element.
    default Tensor digamma() { return Operators.call("digamma", this); }

    /// The error function of each element.
    default Tensor erf() { return Operators.call("erf", this); }

    /// 1 less the error function of each element.
    default Tensor erfc() { return Operators.call("erfc", this); }

    /// The inverse error function of each element.
    default Tensor erfinv() { return Operators.call("erfinv", this); }

    /// `e` to the power of each element.
    default Tensor exp() { return Operators.call("exp", this); }

    /// 2 to the power of each element.
    default Tensor exp2() { return Operators.call("exp2", this); }

    /// `exp(x) - 1` of each element, precise near 0.
    default Tensor expm1() { return Operators.call("expm1", this); }

    /// Another name of `trunc`.
    default Tensor fix() { return Operators.call("fix", this); }

    /// The largest whole number not above each element.
    default Tensor floor() { return Operators.call("floor", this); }

    /// What each element has after the point.
    default Tensor frac() { return Operators.call("frac", this); }

    /// The modified Bessel function of order 0 of each element.
    default Tensor i0() { return Operators.call("i0", this); }

    /// The logarithm of the gamma function's absolute value of each element.
    default Tensor lgamma() { return Operators.call("lgamma", this); }

    /// The natural logarithm of each element.
    default Tensor log() { return Operators.call("log", this); }

    /// The logarithm to base 10 of each element.
    default Tensor log10() { return Operators.call("log10", this); }

    /// `log(1 + x)` of each element, precise near 0.
    default Tensor log1p() { return Operators.call("log1p", this); }

    /// The logarithm to base 2 of each element.
    default Tensor log2() { return Operators.call("log2", this); }

    /// Each element with its sign turned.
    default Tensor neg() { return Operators.call("neg", this); }

    /// Another name of `neg`.
    default Tensor negative() { return Operators.call("negative", this); }

    /// The tensor itself, if its elements are numbers.
    default Tensor positive() { return Operators.call("positive", this); }

    /// Each angle in radians as one in degrees.
    default Tensor rad2deg() { return Operators.call("rad2deg", this); }

    /// 1 divided by each element.
    default Tensor reciprocal() { return Operators.call("reciprocal", this); }

    /// Each element where it is positive, else 0.
    default Tensor relu() { return Operators.call("relu", this); }

    /// 1 divided by the square root of each element.
    default Tensor rsqrt() { return Operators.call("rsqrt", this); }

    /// The sign of each element; of a complex one its direction.
    default Tensor sgn() { return Operators.call("sgn", this); }

    /// `1 / (1 + exp(-x))` of each element.
    default Tensor sigmoid() { return Operators.call("sigmoid", this); }

    /// -1, 0 or 1 by the sign of each element.
    default Tensor sign() { return Operators.call("sign", this); }

    /// Whether each element has a minus sign, -0 included.
    default Tensor signbit() { return Operators.call("signbit", this); }

    /// The sine of each element.
    default Tensor sin() { return Operators.call("sin", this); }

    /// `sin(πx) / (πx)` of each element.
    default Tensor sinc() { return Operators.call("sinc", this); }

    /// The hyperbolic sine of each element.
    default Tensor sinh() { return Operators.call("sinh", this); }

    /// The square root of each element.
    default Tensor sqrt() { return Operators.call("sqrt", this); }

    /// Each element times itself.
    default Tensor square() { return Operators.call("square", this); }

    /// The tangent of each element.
    default Tensor tan() { return Operators.call("tan", this); }

    /// The hyperbolic tangent of each element.
    default Tensor tanh() { return Operators.call("tanh", this); }

    /// Each element without what it has after the point.
    default Tensor trunc() { return Operators.call("trunc", this); }

    /// The nearest whole number of each element, halves to the even one.
    default Tensor round() { return Operators.call("round", this); }

    /// Each element rounded to a number of decimals, negative ones before the point.
    default Tensor round(long decimals) { return Operators.call("round.decimals", this, decimals); }

    /// The inverse of `sigmoid` of each element.
    default Tensor logit() { return Operators.call("logit", this); }

    /// The inverse of `sigmoid` of each element, which is first moved into `[eps, 1 - eps]`.
    default Tensor logit(@Nullable Double eps) { return Operators.call("logit", this, eps); }

    /// NaN replaced by 0, infinities by the largest finite numbers.
    default Tensor nanToNum() { return Operators.call("nan_to_num", this); }

    /// NaN and infinities replaced by numbers; null leaves the default.
    default Tensor nanToNum(@Nullable Double nan, @Nullable Double posinf, @Nullable Double neginf) {
        return Operators.call("nan_to_num", this, nan, posinf, neginf);
    }

    /// The logarithm of the multivariate gamma function of dimension `p` of each element.
    default Tensor mvlgamma(long p) { return Operators.call("mvlgamma", this, p); }

    /// The `n`-th derivative of the digamma function of each element.
    default Tensor polygamma(long n) { return Operators.call("polygamma", n, this); }

    /// The mantissa and the exponent of each element: `mantissa * 2^exponent`.
    default FrexpReturn frexp() { return FrexpReturn.of(Operators.call("frexp.Tensor", this)); }

    /// Each element where its absolute value exceeds 0.5, else 0.
    default Tensor hardshrink() { return Operators.call("hardshrink", this); }

    /// Each element where its absolute value exceeds `lambd`, else 0.
    default Tensor hardshrink(Number lambd) { return Operators.call("hardshrink", this, lambd); }

    /// Each element where it is positive, else times `weight`.
    default Tensor prelu(Tensor weight) { return Operators.call("prelu", this, weight); }
}
