package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Special functions, element by element. Stands for `torch.special`.
///
/// ```java
/// Special.expit(Torch.zeros(1))   // tensor([0.5000])
/// ```
///
/// No function has an `out`.
public final class Special {
    static {
        Tensor.initialise();
    }

    private Special() {}

    /// The Airy function Ai.
    public static Tensor airyAi(Tensor input) { return Operators.call("special_airy_ai", input); }

    /// The Bessel function of the first kind of order 0.
    public static Tensor besselJ0(Tensor input) { return Operators.call("special_bessel_j0", input); }

    /// The Bessel function of the first kind of order 1.
    public static Tensor besselJ1(Tensor input) { return Operators.call("special_bessel_j1", input); }

    /// The Bessel function of the second kind of order 0.
    public static Tensor besselY0(Tensor input) { return Operators.call("special_bessel_y0", input); }

    /// The Bessel function of the second kind of order 1.
    public static Tensor besselY1(Tensor input) { return Operators.call("special_bessel_y1", input); }

    /// The Chebyshev polynomial T of degree `n`.
    public static Tensor chebyshevPolynomialT(Tensor input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_t", input, n);
    }

    /// The Chebyshev polynomial T of degree `n`.
    public static Tensor chebyshevPolynomialT(Tensor input, Number n) {
        return Operators.call("special_chebyshev_polynomial_t.n_scalar", input, n);
    }

    /// The Chebyshev polynomial T of degree `n`.
    public static Tensor chebyshevPolynomialT(Number input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_t.x_scalar", input, n);
    }

    /// The Chebyshev polynomial U of degree `n`.
    public static Tensor chebyshevPolynomialU(Tensor input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_u", input, n);
    }

    /// The Chebyshev polynomial U of degree `n`.
    public static Tensor chebyshevPolynomialU(Tensor input, Number n) {
        return Operators.call("special_chebyshev_polynomial_u.n_scalar", input, n);
    }

    /// The Chebyshev polynomial U of degree `n`.
    public static Tensor chebyshevPolynomialU(Number input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_u.x_scalar", input, n);
    }

    /// The Chebyshev polynomial V of degree `n`.
    public static Tensor chebyshevPolynomialV(Tensor input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_v", input, n);
    }

    /// The Chebyshev polynomial V of degree `n`.
    public static Tensor chebyshevPolynomialV(Tensor input, Number n) {
        return Operators.call("special_chebyshev_polynomial_v.n_scalar", input, n);
    }

    /// The Chebyshev polynomial V of degree `n`.
    public static Tensor chebyshevPolynomialV(Number input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_v.x_scalar", input, n);
    }

    /// The Chebyshev polynomial W of degree `n`.
    public static Tensor chebyshevPolynomialW(Tensor input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_w", input, n);
    }

    /// The Chebyshev polynomial W of degree `n`.
    public static Tensor chebyshevPolynomialW(Tensor input, Number n) {
        return Operators.call("special_chebyshev_polynomial_w.n_scalar", input, n);
    }

    /// The Chebyshev polynomial W of degree `n`.
    public static Tensor chebyshevPolynomialW(Number input, Tensor n) {
        return Operators.call("special_chebyshev_polynomial_w.x_scalar", input, n);
    }

    /// The logarithmic derivative of the gamma function.
    public static Tensor digamma(Tensor input) { return Operators.call("special_digamma", input); }

    /// `-x log(x)`, 0 at 0, -inf below.
    public static Tensor entr(Tensor input) { return Operators.call("special_entr", input); }

    /// The error function.
    public static Tensor erf(Tensor input) { return Operators.call("special_erf", input); }

    /// 1 less the error function.
    public static Tensor erfc(Tensor input) { return Operators.call("special_erfc", input); }

    /// `exp(x²) erfc(x)`.
    public static Tensor erfcx(Tensor input) { return Operators.call("special_erfcx", input); }

    /// The inverse error function.
    public static Tensor erfinv(Tensor input) { return Operators.call("special_erfinv", input); }

    /// 2 to the power of x.
    public static Tensor exp2(Tensor input) { return Operators.call("special_exp2", input); }

    /// `1 / (1 + exp(-x))`.
    public static Tensor expit(Tensor input) { return Operators.call("special_expit", input); }

    /// `exp(x) - 1`, precise near 0.
    public static Tensor expm1(Tensor input) { return Operators.call("special_expm1", input); }

    /// The regularised lower incomplete gamma function.
    public static Tensor gammainc(Tensor input, Tensor other) {
        return Operators.call("special_gammainc", input, other);
    }

    /// The regularised upper incomplete gamma function.
    public static Tensor gammaincc(Tensor input, Tensor other) {
        return Operators.call("special_gammaincc", input, other);
    }

    /// The logarithm of the gamma function's absolute value.
    public static Tensor gammaln(Tensor input) { return Operators.call("special_gammaln", input); }

    /// The Hermite polynomial H of degree `n`.
    public static Tensor hermitePolynomialH(Tensor input, Tensor n) {
        return Operators.call("special_hermite_polynomial_h", input, n);
    }

    /// The Hermite polynomial H of degree `n`.
    public static Tensor hermitePolynomialH(Tensor input, Number n) {
        return Operators.call("special_hermite_polynomial_h.n_scalar", input, n);
    }

    /// The Hermite polynomial H of degree `n`.
    public static Tensor hermitePolynomialH(Number input, Tensor n) {
        return Operators.call("special_hermite_polynomial_h.x_scalar", input, n);
    }

    /// The Hermite polynomial He of degree `n`.
    public static Tensor hermitePolynomialHe(Tensor input, Tensor n) {
        return Operators.call("special_hermite_polynomial_he", input, n);
    }

    /// The Hermite polynomial He of degree `n`.
    public static Tensor hermitePolynomialHe(Tensor input, Number n) {
        return Operators.call("special_hermite_polynomial_he.n_scalar", input, n);
    }

    /// The Hermite polynomial He of degree `n`.
    public static Tensor hermitePolynomialHe(Number input, Tensor n) {
        return Operators.call("special_hermite_polynomial_he.x_scalar", input, n);
    }

    /// The modified Bessel function of order 0.
    public static Tensor i0(Tensor input) { return Operators.call("special_i0", input); }

    /// The modified Bessel function of order 0, times `exp(-|x|)`.
    public static Tensor i0e(Tensor input) { return Operators.call("special_i0e", input); }

    /// The modified Bessel function of order 1.
    public static Tensor i1(Tensor input) { return Operators.call("special_i1", input); }

    /// The modified Bessel function of order 1, times `exp(-|x|)`.
    public static Tensor i1e(Tensor input) { return Operators.call("special_i1e", input); }

    /// The Laguerre polynomial L of degree `n`.
    public static Tensor laguerrePolynomialL(Tensor input, Tensor n) {
        return Operators.call("special_laguerre_polynomial_l", input, n);
    }

    /// The Laguerre polynomial L of degree `n`.
    public static Tensor laguerrePolynomialL(Tensor input, Number n) {
        return Operators.call("special_laguerre_polynomial_l.n_scalar", input, n);
    }

    /// The Laguerre polynomial L of degree `n`.
    public static Tensor laguerrePolynomialL(Number input, Tensor n) {
        return Operators.call("special_laguerre_polynomial_l.x_scalar", input, n);
    }

    /// The Legendre polynomial P of degree `n`.
    public static Tensor legendrePolynomialP(Tensor input, Tensor n) {
        return Operators.call("special_legendre_polynomial_p", input, n);
    }

    /// The Legendre polynomial P of degree `n`.
    public static Tensor legendrePolynomialP(Tensor input, Number n) {
        return Operators.call("special_legendre_polynomial_p.n_scalar", input, n);
    }

    /// The Legendre polynomial P of degree `n`.
    public static Tensor legendrePolynomialP(Number input, Tensor n) {
        return Operators.call("special_legendre_polynomial_p.x_scalar", input, n);
    }

    /// `log(1 + x)`, precise near 0.
    public static Tensor log1p(Tensor input) { return Operators.call("special_log1p", input); }

    /// The logarithm of the area under the normal density up to x.
    public static Tensor logNdtr(Tensor input) { return Operators.call("special_log_ndtr", input); }

    /// The logarithm of exponentials scaled to the sum 1, along dimension `dim`.
    public static Tensor logSoftmax(Tensor input, long dim) {
        return Operators.call("special_log_softmax", input, dim);
    }

    /// The logarithm of exponentials scaled to the sum 1, along dimension `dim`, computed in `dtype`.
    public static Tensor logSoftmax(Tensor input, long dim, @Nullable DType dtype) {
        return Operators.call("special_log_softmax", input, dim, dtype);
    }

    /// The inverse of `expit`.
    public static Tensor logit(Tensor input) { return Operators.call("special_logit", input); }

    /// The inverse of `expit` of elements moved into `[eps, 1 - eps]`.
    public static Tensor logit(Tensor input, @Nullable Double eps) {
        return Operators.call("special_logit", input, eps);
    }

    /// The logarithm of the summed exponentials along dimension `dim`.
    public static Tensor logsumexp(Tensor input, long dim) {
        return Operators.call("special_logsumexp", input, new long[] { dim });
    }

    /// The same; with `keepdim` the dimension stays, of size 1.
    public static Tensor logsumexp(Tensor input, long dim, boolean keepdim) {
        return Operators.call("special_logsumexp", input, new long[] { dim }, keepdim);
    }

    /// The logarithm of the summed exponentials over several dimensions.
    public static Tensor logsumexp(Tensor input, Size dim, boolean keepdim) {
        return Operators.call("special_logsumexp", input, dim, keepdim);
    }

    /// The modified Bessel function of the first kind of order 0.
    public static Tensor modifiedBesselI0(Tensor input) { return Operators.call("special_modified_bessel_i0", input); }

    /// The modified Bessel function of the first kind of order 1.
    public static Tensor modifiedBesselI1(Tensor input) { return Operators.call("special_modified_bessel_i1", input); }

    /// The modified Bessel function of the second kind of order 0.
    public static Tensor modifiedBesselK0(Tensor input) { return Operators.call("special_modified_bessel_k0", input); }

    /// The modified Bessel function of the second kind of order 1.
    public static Tensor modifiedBesselK1(Tensor input) { return Operators.call("special_modified_bessel_k1", input); }

    /// The logarithm of the multivariate gamma function of dimension `p`.
    public static Tensor multigammaln(Tensor input, long p) { return Operators.call("special_multigammaln", input, p); }

    /// The area under the normal density up to x.
    public static Tensor ndtr(Tensor input) { return Operators.call("special_ndtr", input); }

    /// The inverse of `ndtr`.
    public static Tensor ndtri(Tensor input) { return Operators.call("special_ndtri", input); }

    /// The `n`-th derivative of the digamma function.
    public static Tensor polygamma(long n, Tensor input) { return Operators.call("special_polygamma", n, input); }

    /// The logarithmic derivative of the gamma function.
    public static Tensor psi(Tensor input) { return Operators.call("special_psi", input); }

    /// The nearest whole number, halves to the even one.
    public static Tensor round(Tensor input) { return Operators.call("special_round", input); }

    /// Rounded to a number of decimals.
    public static Tensor round(Tensor input, long decimals) { return Operators.call("special_round", input, decimals); }

    /// The scaled modified Bessel function of the second kind of order 0.
    public static Tensor scaledModifiedBesselK0(Tensor input) {
        return Operators.call("special_scaled_modified_bessel_k0", input);
    }

    /// The scaled modified Bessel function of the second kind of order 1.
    public static Tensor scaledModifiedBesselK1(Tensor input) {
        return Operators.call("special_scaled_modified_bessel_k1", input);
    }

    /// The shifted Chebyshev polynomial T of degree `n`.
    public static Tensor shiftedChebyshevPolynomialT(Tensor input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_t", input, n);
    }

    /// The shifted Chebyshev polynomial T of degree `n`.
    public static Tensor shiftedChebyshevPolynomialT(Tensor input, Number n) {
        return Operators.call("special_shifted_chebyshev_polynomial_t.n_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial T of degree `n`.
    public static Tensor shiftedChebyshevPolynomialT(Number input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_t.x_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial U of degree `n`.
    public static Tensor shiftedChebyshevPolynomialU(Tensor input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_u", input, n);
    }

    /// The shifted Chebyshev polynomial U of degree `n`.
    public static Tensor shiftedChebyshevPolynomialU(Tensor input, Number n) {
        return Operators.call("special_shifted_chebyshev_polynomial_u.n_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial U of degree `n`.
    public static Tensor shiftedChebyshevPolynomialU(Number input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_u.x_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial V of degree `n`.
    public static Tensor shiftedChebyshevPolynomialV(Tensor input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_v", input, n);
    }

    /// The shifted Chebyshev polynomial V of degree `n`.
    public static Tensor shiftedChebyshevPolynomialV(Tensor input, Number n) {
        return Operators.call("special_shifted_chebyshev_polynomial_v.n_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial V of degree `n`.
    public static Tensor shiftedChebyshevPolynomialV(Number input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_v.x_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial W of degree `n`.
    public static Tensor shiftedChebyshevPolynomialW(Tensor input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_w", input, n);
    }

    /// The shifted Chebyshev polynomial W of degree `n`.
    public static Tensor shiftedChebyshevPolynomialW(Tensor input, Number n) {
        return Operators.call("special_shifted_chebyshev_polynomial_w.n_scalar", input, n);
    }

    /// The shifted Chebyshev polynomial W of degree `n`.
    public static Tensor shiftedChebyshevPolynomialW(Number input, Tensor n) {
        return Operators.call("special_shifted_chebyshev_polynomial_w.x_scalar", input, n);
    }

    /// `sin(πx) / (πx)`.
    public static Tensor sinc(Tensor input) { return Operators.call("special_sinc", input); }

    /// Exponentials scaled to the sum 1, along dimension `dim`.
    public static Tensor softmax(Tensor input, long dim) { return Operators.call("special_softmax", input, dim); }

    /// Exponentials scaled to the sum 1, along dimension `dim`, computed in `dtype`.
    public static Tensor softmax(Tensor input, long dim, @Nullable DType dtype) {
        return Operators.call("special_softmax", input, dim, dtype);
    }

    /// The spherical Bessel function of order 0.
    public static Tensor sphericalBesselJ0(Tensor input) {
        return Operators.call("special_spherical_bessel_j0", input);
    }

    /// `x * log1p(other)`, 0 where x is 0.
    public static Tensor xlog1py(Tensor input, Tensor other) { return Operators.call("special_xlog1py", input, other); }

    /// `x * log1p(other)`, 0 where x is 0.
    public static Tensor xlog1py(Tensor input, Number other) {
        return Operators.call("special_xlog1py.other_scalar", input, other);
    }

    /// `x * log1p(other)`, 0 where x is 0.
    public static Tensor xlog1py(Number input, Tensor other) {
        return Operators.call("special_xlog1py.self_scalar", input, other);
    }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Tensor input, Tensor other) { return Operators.call("special_xlogy", input, other); }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Tensor input, Number other) {
        return Operators.call("special_xlogy.other_scalar", input, other);
    }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Number input, Tensor other) {
        return Operators.call("special_xlogy.self_scalar", input, other);
    }

    /// The Hurwitz zeta function.
    public static Tensor zeta(Tensor input, Tensor other) { return Operators.call("special_zeta", input, other); }

    /// The Hurwitz zeta function.
    public static Tensor zeta(Tensor input, Number other) {
        return Operators.call("special_zeta.other_scalar", input, other);
    }

    /// The Hurwitz zeta function.
    public static Tensor zeta(Number input, Tensor other) {
        return Operators.call("special_zeta.self_scalar", input, other);
    }
}
