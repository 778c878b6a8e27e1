package sconce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as Python's format specifications write them: exactly rounded, halves to even.
final class NumberText {
    private NumberText() {}

    /// `f"{value:.{digits}f}"`.
    static String fixed(double value, int digits) {
        if (!Double.isFinite(value)) return special(value);
        return sign(value) + new BigDecimal(Math.abs(value)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// `f"{value:.{digits}e}"`.
    static String scientific(double value, int digits) {
        if (!Double.isFinite(value)) return special(value);
        if (value == 0) return sign(value) + "0" + (digits == 0 ? "" : "." + "0".repeat(digits)) + "e+00";
        var rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        var mantissa = rounded.movePointLeft(exponent).setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
        return sign(value) + mantissa + exponent(exponent);
    }

    /// `f"{value:g}"`: six significant digits, without zeros at the end.
    static String general(double value) {
        if (!Double.isFinite(value)) return special(value);
        if (value == 0) return sign(value) + "0";
        var rounded = new BigDecimal(Math.abs(value)).round(new MathContext(6, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return sign(value) + rounded.stripTrailingZeros().toPlainString();
        }
        return sign(value) + rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + exponent(exponent);
    }

    /// Python's shortest `repr` of a float: `1e-05`, `100.0`, `1e+16`.
    static String shortest(double value) {
        if (!Double.isFinite(value)) return special(value);
        if (value == 0) return sign(value) + "0.0";
        var digits = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        var exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            var plain = digits.toPlainString();
            return sign(value) + (plain.contains(".") ? plain : plain + ".0");
        }
        return sign(value) + digits.movePointLeft(exponent).stripTrailingZeros().toPlainString() + exponent(exponent);
    }

    private static String special(double value) { return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"; }

    private static String sign(double value) { return Double.compare(value, 0.0) < 0 ? "-" : ""; }

    private static String exponent(int exponent) {
        return (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
