package sconce.libtorch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A complex scalar, as an operator takes or gives one. Prints as Python's: `(1+2j)`.
public final class ComplexNumber extends Number {
    private static final long serialVersionUID = 1;
    private final double real;
    private final double imaginary;

    /// The number `real + imaginary * i`.
    public ComplexNumber(double real, double imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /// The real part.
    public double real() { return real; }

    /// The imaginary part.
    public double imaginary() { return imaginary; }

    /// The real part.
    ///
    /// @throws ArithmeticException if there is an imaginary part: it would be lost
    @Override
    public double doubleValue() {
        if (imaginary != 0)
            throw new ArithmeticException(this + " is not a real number; ask for real() or imaginary()");
        return real;
    }

    @Override
    public float floatValue() { return (float) doubleValue(); }

    @Override
    public long longValue() { return (long) doubleValue(); }

    @Override
    public int intValue() { return (int) doubleValue(); }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ComplexNumber number && Double.compare(real, number.real) == 0
                && Double.compare(imaginary, number.imaginary) == 0;
    }

    @Override
    public int hashCode() { return Objects.hash(real, imaginary); }

    @Override
    public String toString() {
        var only = text(imaginary) + "j";
        if (real == 0 && !isNegative(real)) return only;
        return "(" + text(real) + (isNegative(imaginary) ? "" : "+") + only + ")";
    }

    private static boolean isNegative(double number) { return Double.compare(number, 0.0) < 0; }

    private static String text(double number) {
        if (Double.isNaN(number)) return "nan";
        if (Double.isInfinite(number)) return number > 0 ? "inf" : "-inf";
        var text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
