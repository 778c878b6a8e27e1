package sconce;

import java.util.function.Consumer;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that compare, and those that ask about its numbers.
sealed interface ComparisonMethods extends SortingMethods permits Tensor {
    /// Whether each element equals `other`.
    default Tensor eq(Tensor other) { return Operators.call("eq.Tensor", this, other); }

    /// Whether each element equals `other`.
    default Tensor eq(Number other) { return Operators.call("eq.Scalar", this, other); }

    /// Whether each element differs from `other`.
    default Tensor ne(Tensor other) { return Operators.call("ne.Tensor", this, other); }

    /// Whether each element differs from `other`.
    default Tensor ne(Number other) { return Operators.call("ne.Scalar", this, other); }

    /// Another name of `ne`.
    default Tensor notEqual(Tensor other) { return Operators.call("not_equal.Tensor", this, other); }

    /// Another name of `ne`.
    default Tensor notEqual(Number other) { return Operators.call("not_equal.Scalar", this, other); }

    /// Whether each element is less than `other`.
    default Tensor lt(Tensor other) { return Operators.call("lt.Tensor", this, other); }

    /// Whether each element is less than `other`.
    default Tensor lt(Number other) { return Operators.call("lt.Scalar", this, other); }

    /// Another name of `lt`.
    default Tensor less(Tensor other) { return Operators.call("less.Tensor", this, other); }

    /// Another name of `lt`.
    default Tensor less(Number other) { return Operators.call("less.Scalar", this, other); }

    /// Whether each element is at most `other`.
    default Tensor le(Tensor other) { return Operators.call("le.Tensor", this, other); }

    /// Whether each element is at most `other`.
    default Tensor le(Number other) { return Operators.call("le.Scalar", this, other); }

    /// Another name of `le`.
    default Tensor lessEqual(Tensor other) { return Operators.call("less_equal.Tensor", this, other); }

    /// Another name of `le`.
    default Tensor lessEqual(Number other) { return Operators.call("less_equal.Scalar", this, other); }

    /// Whether each element is greater than `other`.
    default Tensor gt(Tensor other) { return Operators.call("gt.Tensor", this, other); }

    /// Whether each element is greater than `other`.
    default Tensor gt(Number other) { return Operators.call("gt.Scalar", this, other); }

    /// Another name of `gt`.
    default Tensor greater(Tensor other) { return Operators.call("greater.Tensor", this, other); }

    /// Another name of `gt`.
    default Tensor greater(Number other) { return Operators.call("greater.Scalar", this, other); }

    /// Whether each element is at least `other`.
    default Tensor ge(Tensor other) { return Operators.call("ge.Tensor", this, other); }

    /// Whether each element is at least `other`.
    default Tensor ge(Number other) { return Operators.call("ge.Scalar", this, other); }

    /// Another name of `ge`.
    default Tensor greaterEqual(Tensor other) { return Operators.call("greater_equal.Tensor", this, other); }

    /// Another name of `ge`.
    default Tensor greaterEqual(Number other) { return Operators.call("greater_equal.Scalar", this, other); }

    /// Whether both tensors have one shape and the same elements.
    default boolean equal(Tensor other) { return Operators.<Boolean>call("equal", this, other); }

    /// Whether all elements are close: `|x - other| <= 1e-8 + 1e-5 * |other|`.
    default boolean allclose(Tensor other) { return allclose(other, 1e-5, 1e-8, false); }

    /// Whether all elements are close: `|x - other| <= atol + rtol * |other|`.
    default boolean allclose(Tensor other, double rtol, double atol) { return allclose(other, rtol, atol, false); }

    /// The same, with options: `o -> o.atol(1e-6)`.
    default boolean allclose(Tensor other, Consumer<CloseOptions> options) {
        var o = new CloseOptions();
        options.accept(o);
        return allclose(other, o.rtol, o.atol, o.equalNan);
    }

    /// The same; `equalNan`: NaN is close to NaN.
    default boolean allclose(Tensor other, double rtol, double atol, boolean equalNan) {
        return Operators.<Boolean>call("allclose", this, other, rtol, atol, equalNan);
    }

    /// Whether each element is close: `|x - other| <= 1e-8 + 1e-5 * |other|`.
    default Tensor isclose(Tensor other) { return Operators.call("isclose", this, other); }

    /// Whether each element is close: `|x - other| <= atol + rtol * |other|`.
    default Tensor isclose(Tensor other, double rtol, double atol) { return isclose(other, rtol, atol, false); }

    /// The same, with options: `o -> o.atol(1e-6)`.
    default Tensor isclose(Tensor other, Consumer<CloseOptions> options) {
        var o = new CloseOptions();
        options.accept(o);
        return isclose(other, o.rtol, o.atol, o.equalNan);
    }

    /// The same; `equalNan`: NaN is close to NaN.
    default Tensor isclose(Tensor other, double rtol, double atol, boolean equalNan) {
        return Operators.call("isclose", this, other, rtol, atol, equalNan);
    }

    /// Whether each element is neither infinite nor NaN.
    default Tensor isfinite() { return Operators.call("isfinite", this); }

    /// Whether each element is infinite.
    default Tensor isinf() { return Operators.call("isinf", this); }

    /// Whether each element is not a number.
    default Tensor isnan() { return Operators.call("isnan", this); }

    /// Whether each element is negative infinity.
    default Tensor isneginf() { return Operators.call("isneginf", this); }

    /// Whether each element is positive infinity.
    default Tensor isposinf() { return Operators.call("isposinf", this); }

    /// Whether each element has no imaginary part.
    default Tensor isreal() { return Operators.call("isreal", this); }

    /// Whether both elements are not 0.
    default Tensor logicalAnd(Tensor other) { return Operators.call("logical_and", this, other); }

    /// Whether one of two elements is not 0.
    default Tensor logicalOr(Tensor other) { return Operators.call("logical_or", this, other); }

    /// Whether just one of two elements is not 0.
    default Tensor logicalXor(Tensor other) { return Operators.call("logical_xor", this, other); }

    /// Whether each element is 0.
    default Tensor logicalNot() { return Operators.call("logical_not", this); }
}
