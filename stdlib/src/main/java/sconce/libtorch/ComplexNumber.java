package sconce.libtorch;

/// A complex scalar on its way to or from an operator.
///
/// @param real the real part
/// @param imaginary the imaginary part
public record ComplexNumber(double real, double imaginary) {}
