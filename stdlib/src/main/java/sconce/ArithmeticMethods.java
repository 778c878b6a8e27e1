package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that compute element by element from two tensors, or a tensor and numbers.
sealed interface ArithmeticMethods permits PointwiseMethods {
    /// The sum with `other`, element by element, broadcast.
    default Tensor add(Tensor other) { return Operators.call("add.Tensor", this, other); }

    /// The sum with `other`, element by element, broadcast.
    default Tensor add(Number other) { return Operators.call("add.Tensor", this, other); }

    /// The sum with `alpha * other`, element by element, broadcast.
    default Tensor add(Tensor other, Number alpha) { return Operators.call("add.Tensor", this, other, alpha); }

    /// The sum with `alpha * other`, element by element, broadcast.
    default Tensor add(Number other, Number alpha) { return Operators.call("add.Tensor", this, other, alpha); }

    /// The difference to `other`, element by element, broadcast.
    default Tensor sub(Tensor other) { return Operators.call("sub.Tensor", this, other); }

    /// The difference to `other`, element by element, broadcast.
    default Tensor sub(Number other) { return Operators.call("sub.Tensor", this, other); }

    /// The difference to `alpha * other`, element by element, broadcast.
    default Tensor sub(Tensor other, Number alpha) { return Operators.call("sub.Tensor", this, other, alpha); }

    /// The difference to `alpha * other`, element by element, broadcast.
    default Tensor sub(Number other, Number alpha) { return Operators.call("sub.Tensor", this, other, alpha); }

    /// Another name of `sub`.
    default Tensor subtract(Tensor other) { return Operators.call("subtract.Tensor", this, other); }

    /// Another name of `sub`.
    default Tensor subtract(Number other) { return Operators.call("subtract.Tensor", this, other); }

    /// Another name of `sub`.
    default Tensor subtract(Tensor other, Number alpha) {
        return Operators.call("subtract.Tensor", this, other, alpha);
    }

    /// Another name of `sub`.
    default Tensor subtract(Number other, Number alpha) {
        return Operators.call("subtract.Tensor", this, other, alpha);
    }

    /// The product with `other`, element by element, broadcast.
    default Tensor mul(Tensor other) { return Operators.call("mul.Tensor", this, other); }

    /// The product with `other`, element by element, broadcast.
    default Tensor mul(Number other) { return Operators.call("mul.Tensor", this, other); }

    /// Another name of `mul`.
    default Tensor multiply(Tensor other) { return Operators.call("multiply.Tensor", this, other); }

    /// Another name of `mul`.
    default Tensor multiply(Number other) { return Operators.call("multiply.Tensor", this, other); }

    /// The quotient with `other`, element by element, broadcast; a real number for integers too.
    default Tensor div(Tensor other) { return Operators.call("div.Tensor", this, other); }

    /// The quotient with `other`, element by element, broadcast; a real number for integers too.
    default Tensor div(Number other) { return Operators.call("div.Tensor", this, other); }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    default Tensor div(Tensor other, @Nullable String roundingMode) {
        return Operators.call("div.Tensor_mode", this, other, roundingMode);
    }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    default Tensor div(Number other, @Nullable String roundingMode) {
        return Operators.call("div.Tensor_mode", this, other, roundingMode);
    }

    /// Another name of `div`.
    default Tensor divide(Tensor other) { return Operators.call("divide.Tensor", this, other); }

    /// Another name of `div`.
    default Tensor divide(Number other) { return Operators.call("divide.Tensor", this, other); }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    default Tensor divide(Tensor other, @Nullable String roundingMode) {
        return Operators.call("divide.Tensor_mode", this, other, roundingMode);
    }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    default Tensor divide(Number other, @Nullable String roundingMode) {
        return Operators.call("divide.Tensor_mode", this, other, roundingMode);
    }

    /// Another name of `div` without rounding.
    default Tensor trueDivide(Tensor other) { return Operators.call("true_divide.Tensor", this, other); }

    /// Another name of `div` without rounding.
    default Tensor trueDivide(Number other) { return Operators.call("true_divide.Tensor", this, other); }

    /// The quotient with `other`, rounded down.
    default Tensor floorDivide(Tensor other) { return Operators.call("floor_divide", this, other); }

    /// The quotient with `other`, rounded down.
    default Tensor floorDivide(Number other) { return Operators.call("floor_divide", this, other); }

    /// The rest of the division by `other`, with the divisor's sign, as Python's `%`.
    default Tensor remainder(Tensor other) { return Operators.call("remainder.Tensor", this, other); }

    /// The rest of the division by `other`, with the divisor's sign, as Python's `%`.
    default Tensor remainder(Number other) { return Operators.call("remainder.Scalar", this, other); }

    /// The rest of the division by `other`, with the dividend's sign, as Java's `%`.
    default Tensor fmod(Tensor other) { return Operators.call("fmod.Tensor", this, other); }

    /// The rest of the division by `other`, with the dividend's sign, as Java's `%`.
    default Tensor fmod(Number other) { return Operators.call("fmod.Scalar", this, other); }

    /// Each element to the power of `exponent`, broadcast.
    default Tensor pow(Tensor exponent) { return Operators.call("pow.Tensor_Tensor", this, exponent); }

    /// Each element to the power of `exponent`, broadcast.
    default Tensor pow(Number exponent) { return Operators.call("pow.Tensor_Scalar", this, exponent); }

    /// Each element to the power of `exponent`, computed in double precision.
    default Tensor floatPower(Tensor exponent) { return Operators.call("float_power.Tensor_Tensor", this, exponent); }

    /// Each element to the power of `exponent`, computed in double precision.
    default Tensor floatPower(Number exponent) { return Operators.call("float_power.Tensor_Scalar", this, exponent); }

    /// The size of each element with the sign of `other`'s.
    default Tensor copysign(Tensor other) { return Operators.call("copysign.Tensor", this, other); }

    /// The size of each element with the sign of `other`'s.
    default Tensor copysign(Number other) { return Operators.call("copysign.Scalar", this, other); }

    /// `x * log(other)`, 0 where x is 0.
    default Tensor xlogy(Tensor other) { return Operators.call("xlogy.Tensor", this, other); }

    /// `x * log(other)`, 0 where x is 0.
    default Tensor xlogy(Number other) { return Operators.call("xlogy.Scalar_Other", this, other); }

    /// Bitwise "and" with `other`.
    default Tensor bitwiseAnd(Tensor other) { return Operators.call("bitwise_and.Tensor", this, other); }

    /// Bitwise "and" with `other`.
    default Tensor bitwiseAnd(Number other) { return Operators.call("bitwise_and.Scalar", this, other); }

    /// Bitwise "or" with `other`.
    default Tensor bitwiseOr(Tensor other) { return Operators.call("bitwise_or.Tensor", this, other); }

    /// Bitwise "or" with `other`.
    default Tensor bitwiseOr(Number other) { return Operators.call("bitwise_or.Scalar", this, other); }

    /// Bitwise "exclusive or" with `other`.
    default Tensor bitwiseXor(Tensor other) { return Operators.call("bitwise_xor.Tensor", this, other); }

    /// Bitwise "exclusive or" with `other`.
    default Tensor bitwiseXor(Number other) { return Operators.call("bitwise_xor.Scalar", this, other); }

    /// Bits moved left by `other`.
    default Tensor bitwiseLeftShift(Tensor other) { return Operators.call("bitwise_left_shift.Tensor", this, other); }

    /// Bits moved left by `other`.
    default Tensor bitwiseLeftShift(Number other) {
        return Operators.call("bitwise_left_shift.Tensor_Scalar", this, other);
    }

    /// Bits moved right by `other`, the sign kept.
    default Tensor bitwiseRightShift(Tensor other) { return Operators.call("bitwise_right_shift.Tensor", this, other); }

    /// Bits moved right by `other`, the sign kept.
    default Tensor bitwiseRightShift(Number other) {
        return Operators.call("bitwise_right_shift.Tensor_Scalar", this, other);
    }

    /// The angle of the point `(other, x)`, in radians.
    default Tensor atan2(Tensor other) { return Operators.call("atan2", this, other); }

    /// Another name of `atan2`.
    default Tensor arctan2(Tensor other) { return Operators.call("arctan2", this, other); }

    /// The greater of two elements; NaN if one is.
    default Tensor maximum(Tensor other) { return Operators.call("maximum", this, other); }

    /// The smaller of two elements; NaN if one is.
    default Tensor minimum(Tensor other) { return Operators.call("minimum", this, other); }

    /// The greater of two elements; NaN only if both are.
    default Tensor fmax(Tensor other) { return Operators.call("fmax", this, other); }

    /// The smaller of two elements; NaN only if both are.
    default Tensor fmin(Tensor other) { return Operators.call("fmin", this, other); }

    /// The length of the hypotenuse over two legs.
    default Tensor hypot(Tensor other) { return Operators.call("hypot", this, other); }

    /// The greatest common divisor.
    default Tensor gcd(Tensor other) { return Operators.call("gcd", this, other); }

    /// The least common multiple.
    default Tensor lcm(Tensor other) { return Operators.call("lcm", this, other); }

    /// The next floating-point number in the direction of `other`.
    default Tensor nextafter(Tensor other) { return Operators.call("nextafter", this, other); }

    /// Each element times 2 to the power of `other`.
    default Tensor ldexp(Tensor other) { return Operators.call("ldexp.Tensor", this, other); }

    /// 0 for negative elements, 1 for positive ones, `values` for 0.
    default Tensor heaviside(Tensor values) { return Operators.call("heaviside", this, values); }

    /// `log(exp(x) + exp(other))`.
    default Tensor logaddexp(Tensor other) { return Operators.call("logaddexp", this, other); }

    /// `log2(2^x + 2^other)`.
    default Tensor logaddexp2(Tensor other) { return Operators.call("logaddexp2", this, other); }

    /// The regularised lower incomplete gamma function.
    default Tensor igamma(Tensor other) { return Operators.call("igamma", this, other); }

    /// The regularised upper incomplete gamma function.
    default Tensor igammac(Tensor other) { return Operators.call("igammac", this, other); }

    /// A point on the line from each element to `end`: `x + weight * (end - x)`.
    default Tensor lerp(Tensor end, Tensor weight) { return Operators.call("lerp.Tensor", this, end, weight); }

    /// A point on the line from each element to `end`: `x + weight * (end - x)`.
    default Tensor lerp(Tensor end, Number weight) { return Operators.call("lerp.Scalar", this, end, weight); }

    /// `x + tensor1 * tensor2`.
    default Tensor addcmul(Tensor tensor1, Tensor tensor2) { return Operators.call("addcmul", this, tensor1, tensor2); }

    /// `x + value * tensor1 * tensor2`.
    default Tensor addcmul(Tensor tensor1, Tensor tensor2, Number value) {
        return Operators.call("addcmul", this, tensor1, tensor2, value);
    }

    /// `x + tensor1 / tensor2`.
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2) { return Operators.call("addcdiv", this, tensor1, tensor2); }

    /// `x + value * tensor1 / tensor2`.
    default Tensor addcdiv(Tensor tensor1, Tensor tensor2, Number value) {
        return Operators.call("addcdiv", this, tensor1, tensor2, value);
    }

    /// Each element moved into `[min, max]`; null is no bound.
    default Tensor clamp(@Nullable Number min, @Nullable Number max) { return Operators.call("clamp", this, min, max); }

    /// Each element moved into `[min, max]`; null is no bound.
    default Tensor clamp(@Nullable Tensor min, @Nullable Tensor max) {
        return Operators.call("clamp.Tensor", this, min, max);
    }

    /// Another name of `clamp`.
    default Tensor clip(@Nullable Number min, @Nullable Number max) { return Operators.call("clip", this, min, max); }

    /// Another name of `clamp`.
    default Tensor clip(@Nullable Tensor min, @Nullable Tensor max) {
        return Operators.call("clip.Tensor", this, min, max);
    }

    /// Each element, but none above `max`.
    default Tensor clampMax(Number max) { return Operators.call("clamp_max", this, max); }

    /// Each element, but none above `max`.
    default Tensor clampMax(Tensor max) { return Operators.call("clamp_max.Tensor", this, max); }

    /// Each element, but none below `min`.
    default Tensor clampMin(Number min) { return Operators.call("clamp_min", this, min); }

    /// Each element, but none below `min`.
    default Tensor clampMin(Tensor min) { return Operators.call("clamp_min.Tensor", this, min); }
}
