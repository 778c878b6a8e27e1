package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that compute element by element from one tensor. Like all functions here they have no `out`.
abstract sealed class PointwiseFunctions extends RandomFunctions permits ArithmeticFunctions {
    PointwiseFunctions() {}

    /// The absolute value of each element.
    public static Tensor abs(Tensor input) { return input.abs(); }

    /// Another name of `abs`.
    public static Tensor absolute(Tensor input) { return input.absolute(); }

    /// The inverse cosine of each element.
    public static Tensor acos(Tensor input) { return input.acos(); }

    /// Another name of `acos`.
    public static Tensor arccos(Tensor input) { return input.arccos(); }

    /// The inverse hyperbolic cosine of each element.
    public static Tensor acosh(Tensor input) { return input.acosh(); }

    /// Another name of `acosh`.
    public static Tensor arccosh(Tensor input) { return input.arccosh(); }

    /// The inverse sine of each element.
    public static Tensor asin(Tensor input) { return input.asin(); }

    /// Another name of `asin`.
    public static Tensor arcsin(Tensor input) { return input.arcsin(); }

    /// The inverse hyperbolic sine of each element.
    public static Tensor asinh(Tensor input) { return input.asinh(); }

    /// Another name of `asinh`.
    public static Tensor arcsinh(Tensor input) { return input.arcsinh(); }

    /// The inverse tangent of each element.
    public static Tensor atan(Tensor input) { return input.atan(); }

    /// Another name of `atan`.
    public static Tensor arctan(Tensor input) { return input.arctan(); }

    /// The inverse hyperbolic tangent of each element.
    public static Tensor atanh(Tensor input) { return input.atanh(); }

    /// Another name of `atanh`.
    public static Tensor arctanh(Tensor input) { return input.arctanh(); }

    /// The angle of each complex element, in radians; of a negative real one π.
    public static Tensor angle(Tensor input) { return input.angle(); }

    /// Each element with its bits inverted; a bool negated.
    public static Tensor bitwiseNot(Tensor input) { return input.bitwiseNot(); }

    /// The smallest whole number not below each element.
    public static Tensor ceil(Tensor input) { return input.ceil(); }

    /// The complex conjugate of each element, computed at once.
    public static Tensor conjPhysical(Tensor input) { return input.conjPhysical(); }

    /// The cosine of each element.
    public static Tensor cos(Tensor input) { return input.cos(); }

    /// The hyperbolic cosine of each element.
    public static Tensor cosh(Tensor input) { return input.cosh(); }

    /// Each angle in degrees as one in radians.
    public static Tensor deg2rad(Tensor input) { return input.deg2rad(); }

    /// The logarithmic derivative of the gamma function of each element.
    public static Tensor digamma(Tensor input) { return input.digamma(); }

    /// The error function of each element.
    public static Tensor erf(Tensor input) { return input.erf(); }

    /// 1 less the error function of each element.
    public static Tensor erfc(Tensor input) { return input.erfc(); }

    /// The inverse error function of each element.
    public static Tensor erfinv(Tensor input) { return input.erfinv(); }

    /// `e` to the power of each element.
    public static Tensor exp(Tensor input) { return input.exp(); }

    /// 2 to the power of each element.
    public static Tensor exp2(Tensor input) { return input.exp2(); }

    /// `exp(x) - 1` of each element, precise near 0.
    public static Tensor expm1(Tensor input) { return input.expm1(); }

    /// Another name of `trunc`.
    public static Tensor fix(Tensor input) { return input.fix(); }

    /// The largest whole number not above each element.
    public static Tensor floor(Tensor input) { return input.floor(); }

    /// What each element has after the point.
    public static Tensor frac(Tensor input) { return input.frac(); }

    /// The modified Bessel function of order 0 of each element.
    public static Tensor i0(Tensor input) { return input.i0(); }

    /// The logarithm of the gamma function's absolute value of each element.
    public static Tensor lgamma(Tensor input) { return input.lgamma(); }

    /// The natural logarithm of each element.
    public static Tensor log(Tensor input) { return input.log(); }

    /// The logarithm to base 10 of each element.
    public static Tensor log10(Tensor input) { return input.log10(); }

    /// `log(1 + x)` of each element, precise near 0.
    public static Tensor log1p(Tensor input) { return input.log1p(); }

    /// The logarithm to base 2 of each element.
    public static Tensor log2(Tensor input) { return input.log2(); }

    /// Each element with its sign turned.
    public static Tensor neg(Tensor input) { return input.neg(); }

    /// Another name of `neg`.
    public static Tensor negative(Tensor input) { return input.negative(); }

    /// The tensor itself, if its elements are numbers.
    public static Tensor positive(Tensor input) { return input.positive(); }

    /// Each angle in radians as one in degrees.
    public static Tensor rad2deg(Tensor input) { return input.rad2deg(); }

    /// 1 divided by each element.
    public static Tensor reciprocal(Tensor input) { return input.reciprocal(); }

    /// Each element where it is positive, else 0.
    public static Tensor relu(Tensor input) { return input.relu(); }

    /// 1 divided by the square root of each element.
    public static Tensor rsqrt(Tensor input) { return input.rsqrt(); }

    /// The scaled exponential linear unit of each element.
    public static Tensor selu(Tensor input) { return Operators.call("selu", input); }

    /// The sign of each element; of a complex one its direction.
    public static Tensor sgn(Tensor input) { return input.sgn(); }

    /// `1 / (1 + exp(-x))` of each element.
    public static Tensor sigmoid(Tensor input) { return input.sigmoid(); }

    /// -1, 0 or 1 by the sign of each element.
    public static Tensor sign(Tensor input) { return input.sign(); }

    /// Whether each element has a minus sign, -0 included.
    public static Tensor signbit(Tensor input) { return input.signbit(); }

    /// The sine of each element.
    public static Tensor sin(Tensor input) { return input.sin(); }

    /// `sin(πx) / (πx)` of each element.
    public static Tensor sinc(Tensor input) { return input.sinc(); }

    /// The hyperbolic sine of each element.
    public static Tensor sinh(Tensor input) { return input.sinh(); }

    /// The square root of each element.
    public static Tensor sqrt(Tensor input) { return input.sqrt(); }

    /// Each element times itself.
    public static Tensor square(Tensor input) { return input.square(); }

    /// The tangent of each element.
    public static Tensor tan(Tensor input) { return input.tan(); }

    /// The hyperbolic tangent of each element.
    public static Tensor tanh(Tensor input) { return input.tanh(); }

    /// Each element without what it has after the point.
    public static Tensor trunc(Tensor input) { return input.trunc(); }

    /// The nearest whole number of each element, halves to the even one.
    public static Tensor round(Tensor input) { return input.round(); }

    /// Each element rounded to a number of decimals, negative ones before the point.
    public static Tensor round(Tensor input, long decimals) { return input.round(decimals); }

    /// The inverse of `sigmoid` of each element.
    public static Tensor logit(Tensor input) { return input.logit(); }

    /// The inverse of `sigmoid` of each element, which is first moved into `[eps, 1 - eps]`.
    public static Tensor logit(Tensor input, @Nullable Double eps) { return input.logit(eps); }

    /// NaN replaced by 0, infinities by the largest finite numbers.
    public static Tensor nanToNum(Tensor input) { return input.nanToNum(); }

    /// NaN and infinities replaced by numbers; null leaves the default.
    public static Tensor nanToNum(Tensor input, @Nullable Double nan, @Nullable Double posinf,
            @Nullable Double neginf) {
        return input.nanToNum(nan, posinf, neginf);
    }

    /// The logarithm of the multivariate gamma function of dimension `p` of each element.
    public static Tensor mvlgamma(Tensor input, long p) { return input.mvlgamma(p); }

    /// The `n`-th derivative of the digamma function of each element.
    public static Tensor polygamma(long n, Tensor input) { return input.polygamma(n); }

    /// The mantissa and the exponent of each element: `mantissa * 2^exponent`.
    public static FrexpReturn frexp(Tensor input) { return input.frexp(); }

    /// Each element where its absolute value exceeds 0.5, else 0.
    public static Tensor hardshrink(Tensor input) { return input.hardshrink(); }

    /// Each element where its absolute value exceeds `lambd`, else 0.
    public static Tensor hardshrink(Tensor input, Number lambd) { return input.hardshrink(lambd); }

    /// Each element where it is positive, else times `weight`.
    public static Tensor prelu(Tensor input, Tensor weight) { return input.prelu(weight); }

    /// The continuously differentiable exponential linear unit of each element.
    public static Tensor celu(Tensor input) { return Operators.call("celu", input); }

    /// The continuously differentiable exponential linear unit of each element.
    public static Tensor celu(Tensor input, Number alpha) { return Operators.call("celu", input, alpha); }

    /// `value` where an element is not above `threshold`.
    public static Tensor threshold(Tensor input, Number threshold, Number value) {
        return Operators.call("threshold", input, threshold, value);
    }
}
