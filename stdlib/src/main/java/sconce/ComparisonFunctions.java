package sconce;

import java.util.function.Consumer;
import sconce.libtorch.Operators;

/// Functions of [Torch] that compare, and those that ask about numbers.
abstract sealed class ComparisonFunctions extends SortingFunctions permits ShapeFunctions {
    ComparisonFunctions() {}

    /// Whether each element equals `other`.
    public static Tensor eq(Tensor input, Tensor other) { return input.eq(other); }

    /// Whether each element equals `other`.
    public static Tensor eq(Tensor input, Number other) { return input.eq(other); }

    /// Whether each element differs from `other`.
    public static Tensor ne(Tensor input, Tensor other) { return input.ne(other); }

    /// Whether each element differs from `other`.
    public static Tensor ne(Tensor input, Number other) { return input.ne(other); }

    /// Another name of `ne`.
    public static Tensor notEqual(Tensor input, Tensor other) { return input.notEqual(other); }

    /// Another name of `ne`.
    public static Tensor notEqual(Tensor input, Number other) { return input.notEqual(other); }

    /// Whether each element is less than `other`.
    public static Tensor lt(Tensor input, Tensor other) { return input.lt(other); }

    /// Whether each element is less than `other`.
    public static Tensor lt(Tensor input, Number other) { return input.lt(other); }

    /// Another name of `lt`.
    public static Tensor less(Tensor input, Tensor other) { return input.less(other); }

    /// Another name of `lt`.
    public static Tensor less(Tensor input, Number other) { return input.less(other); }

    /// Whether each element is at most `other`.
    public static Tensor le(Tensor input, Tensor other) { return input.le(other); }

    /// Whether each element is at most `other`.
    public static Tensor le(Tensor input, Number other) { return input.le(other); }

    /// Another name of `le`.
    public static Tensor lessEqual(Tensor input, Tensor other) { return input.lessEqual(other); }

    /// Another name of `le`.
    public static Tensor lessEqual(Tensor input, Number other) { return input.lessEqual(other); }

    /// Whether each element is greater than `other`.
    public static Tensor gt(Tensor input, Tensor other) { return input.gt(other); }

    /// Whether each element is greater than `other`.
    public static Tensor gt(Tensor input, Number other) { return input.gt(other); }

    /// Another name of `gt`.
    public static Tensor greater(Tensor input, Tensor other) { return input.greater(other); }

    /// Another name of `gt`.
    public static Tensor greater(Tensor input, Number other) { return input.greater(other); }

    /// Whether each element is at least `other`.
    public static Tensor ge(Tensor input, Tensor other) { return input.ge(other); }

    /// Whether each element is at least `other`.
    public static Tensor ge(Tensor input, Number other) { return input.ge(other); }

    /// Another name of `ge`.
    public static Tensor greaterEqual(Tensor input, Tensor other) { return input.greaterEqual(other); }

    /// Another name of `ge`.
    public static Tensor greaterEqual(Tensor input, Number other) { return input.greaterEqual(other); }

    /// Whether both tensors have one shape and the same elements.
    public static boolean equal(Tensor input, Tensor other) { return input.equal(other); }

    /// Whether all elements are close: `|x - other| <= 1e-8 + 1e-5 * |other|`.
    public static boolean allclose(Tensor input, Tensor other) { return input.allclose(other); }

    /// Whether all elements are close: `|x - other| <= atol + rtol * |other|`.
    public static boolean allclose(Tensor input, Tensor other, double rtol, double atol) {
        return input.allclose(other, rtol, atol);
    }

    /// The same, with options: `o -> o.atol(1e-6)`.
    public static boolean allclose(Tensor input, Tensor other, Consumer<CloseOptions> options) {
        return input.allclose(other, options);
    }

    /// The same; `equalNan`: NaN is close to NaN.
    public static boolean allclose(Tensor input, Tensor other, double rtol, double atol, boolean equalNan) {
        return input.allclose(other, rtol, atol, equalNan);
    }

    /// Whether each element is close: `|x - other| <= 1e-8 + 1e-5 * |other|`.
    public static Tensor isclose(Tensor input, Tensor other) { return input.isclose(other); }

    /// Whether each element is close: `|x - other| <= atol + rtol * |other|`.
    public static Tensor isclose(Tensor input, Tensor other, double rtol, double atol) {
        return input.isclose(other, rtol, atol);
    }

    /// The same, with options: `o -> o.atol(1e-6)`.
    public static Tensor isclose(Tensor input, Tensor other, Consumer<CloseOptions> options) {
        return input.isclose(other, options);
    }

    /// The same; `equalNan`: NaN is close to NaN.
    public static Tensor isclose(Tensor input, Tensor other, double rtol, double atol, boolean equalNan) {
        return input.isclose(other, rtol, atol, equalNan);
    }

    /// Whether each element is neither infinite nor NaN.
    public static Tensor isfinite(Tensor input) { return input.isfinite(); }

    /// Whether each element is infinite.
    public static Tensor isinf(Tensor input) { return input.isinf(); }

    /// Whether each element is not a number.
    public static Tensor isnan(Tensor input) { return input.isnan(); }

    /// Whether each element is negative infinity.
    public static Tensor isneginf(Tensor input) { return input.isneginf(); }

    /// Whether each element is positive infinity.
    public static Tensor isposinf(Tensor input) { return input.isposinf(); }

    /// Whether each element has no imaginary part.
    public static Tensor isreal(Tensor input) { return input.isreal(); }

    /// Whether each element is one of `testElements`.
    public static Tensor isin(Tensor elements, Tensor testElements) {
        return Operators.call("isin.Tensor_Tensor", elements, testElements);
    }

    /// Whether each element is one of `testElements`, or is not if `invert`.
    public static Tensor isin(Tensor elements, Tensor testElements, boolean assumeUnique, boolean invert) {
        return Operators.call("isin.Tensor_Tensor", elements, testElements, assumeUnique, invert);
    }

    /// Whether each element is that number.
    public static Tensor isin(Tensor elements, Number testElements) {
        return Operators.call("isin.Tensor_Scalar", elements, testElements);
    }

    /// Whether each element is that number, or is not if `invert`.
    public static Tensor isin(Tensor elements, Number testElements, boolean assumeUnique, boolean invert) {
        return Operators.call("isin.Tensor_Scalar", elements, testElements, assumeUnique, invert);
    }

    /// Whether a number is one of `testElements`.
    public static Tensor isin(Number elements, Tensor testElements) {
        return Operators.call("isin.Scalar_Tensor", elements, testElements);
    }

    /// Whether a number is one of `testElements`, or is not if `invert`.
    public static Tensor isin(Number elements, Tensor testElements, boolean assumeUnique, boolean invert) {
        return Operators.call("isin.Scalar_Tensor", elements, testElements, assumeUnique, invert);
    }

    /// Whether both elements are not 0.
    public static Tensor logicalAnd(Tensor input, Tensor other) { return input.logicalAnd(other); }

    /// Whether one of two elements is not 0.
    public static Tensor logicalOr(Tensor input, Tensor other) { return input.logicalOr(other); }

    /// Whether just one of two elements is not 0.
    public static Tensor logicalXor(Tensor input, Tensor other) { return input.logicalXor(other); }

    /// Whether each element is 0.
    public static Tensor logicalNot(Tensor input) { return input.logicalNot(); }
}
