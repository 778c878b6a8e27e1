package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that compute element by element from two tensors, or a tensor and numbers.
abstract sealed class ArithmeticFunctions extends PointwiseFunctions permits ReductionFunctions {
    ArithmeticFunctions() {}

    /// The sum with `other`, element by element, broadcast.
    public static Tensor add(Tensor input, Tensor other) { return input.add(other); }

    /// The sum with `other`, element by element, broadcast.
    public static Tensor add(Tensor input, Number other) { return input.add(other); }

    /// The sum with `alpha * other`, element by element, broadcast.
    public static Tensor add(Tensor input, Tensor other, Number alpha) { return input.add(other, alpha); }

    /// The sum with `alpha * other`, element by element, broadcast.
    public static Tensor add(Tensor input, Number other, Number alpha) { return input.add(other, alpha); }

    /// The difference to `other`, element by element, broadcast.
    public static Tensor sub(Tensor input, Tensor other) { return input.sub(other); }

    /// The difference to `other`, element by element, broadcast.
    public static Tensor sub(Tensor input, Number other) { return input.sub(other); }

    /// The difference to `alpha * other`, element by element, broadcast.
    public static Tensor sub(Tensor input, Tensor other, Number alpha) { return input.sub(other, alpha); }

    /// The difference to `alpha * other`, element by element, broadcast.
    public static Tensor sub(Tensor input, Number other, Number alpha) { return input.sub(other, alpha); }

    /// Another name of `sub`.
    public static Tensor subtract(Tensor input, Tensor other) { return input.subtract(other); }

    /// Another name of `sub`.
    public static Tensor subtract(Tensor input, Number other) { return input.subtract(other); }

    /// Another name of `sub`.
    public static Tensor subtract(Tensor input, Tensor other, Number alpha) { return input.subtract(other, alpha); }

    /// Another name of `sub`.
    public static Tensor subtract(Tensor input, Number other, Number alpha) { return input.subtract(other, alpha); }

    /// The product with `other`, element by element, broadcast.
    public static Tensor mul(Tensor input, Tensor other) { return input.mul(other); }

    /// The product with `other`, element by element, broadcast.
    public static Tensor mul(Tensor input, Number other) { return input.mul(other); }

    /// Another name of `mul`.
    public static Tensor multiply(Tensor input, Tensor other) { return input.multiply(other); }

    /// Another name of `mul`.
    public static Tensor multiply(Tensor input, Number other) { return input.multiply(other); }

    /// The quotient with `other`, element by element, broadcast; a real number for integers too.
    public static Tensor div(Tensor input, Tensor other) { return input.div(other); }

    /// The quotient with `other`, element by element, broadcast; a real number for integers too.
    public static Tensor div(Tensor input, Number other) { return input.div(other); }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    public static Tensor div(Tensor input, Tensor other, @Nullable String roundingMode) {
        return input.div(other, roundingMode);
    }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    public static Tensor div(Tensor input, Number other, @Nullable String roundingMode) {
        return input.div(other, roundingMode);
    }

    /// Another name of `div`.
    public static Tensor divide(Tensor input, Tensor other) { return input.divide(other); }

    /// Another name of `div`.
    public static Tensor divide(Tensor input, Number other) { return input.divide(other); }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    public static Tensor divide(Tensor input, Tensor other, @Nullable String roundingMode) {
        return input.divide(other, roundingMode);
    }

    /// The quotient with `other`, rounded as `"trunc"` or `"floor"` says.
    public static Tensor divide(Tensor input, Number other, @Nullable String roundingMode) {
        return input.divide(other, roundingMode);
    }

    /// Another name of `div` without rounding.
    public static Tensor trueDivide(Tensor input, Tensor other) { return input.trueDivide(other); }

    /// Another name of `div` without rounding.
    public static Tensor trueDivide(Tensor input, Number other) { return input.trueDivide(other); }

    /// The quotient with `other`, rounded down.
    public static Tensor floorDivide(Tensor input, Tensor other) { return input.floorDivide(other); }

    /// The quotient with `other`, rounded down.
    public static Tensor floorDivide(Tensor input, Number other) { return input.floorDivide(other); }

    /// The quotient of a number with each element of `other`, rounded down.
    public static Tensor floorDivide(Number input, Tensor other) {
        return Operators.call("floor_divide", input, other);
    }

    /// The rest of the division by `other`, with the divisor's sign, as Python's `%`.
    public static Tensor remainder(Tensor input, Tensor other) { return input.remainder(other); }

    /// The rest of the division by `other`, with the divisor's sign, as Python's `%`.
    public static Tensor remainder(Tensor input, Number other) { return input.remainder(other); }

    /// The rest of the division by `other`, with the divisor's sign, as Python's `%`.
    public static Tensor remainder(Number input, Tensor other) {
        return Operators.call("remainder.Scalar_Tensor", input, other);
    }

    /// The rest of the division by `other`, with the dividend's sign, as Java's `%`.
    public static Tensor fmod(Tensor input, Tensor other) { return input.fmod(other); }

    /// The rest of the division by `other`, with the dividend's sign, as Java's `%`.
    public static Tensor fmod(Tensor input, Number other) { return input.fmod(other); }

    /// Each element to the power of `exponent`, broadcast.
    public static Tensor pow(Tensor input, Tensor exponent) { return input.pow(exponent); }

    /// Each element to the power of `exponent`, broadcast.
    public static Tensor pow(Tensor input, Number exponent) { return input.pow(exponent); }

    /// Each element to the power of `exponent`, broadcast.
    public static Tensor pow(Number input, Tensor exponent) { return Operators.call("pow.Scalar", input, exponent); }

    /// Each element to the power of `exponent`, computed in double precision.
    public static Tensor floatPower(Tensor input, Tensor exponent) { return input.floatPower(exponent); }

    /// Each element to the power of `exponent`, computed in double precision.
    public static Tensor floatPower(Tensor input, Number exponent) { return input.floatPower(exponent); }

    /// Each element to the power of `exponent`, computed in double precision.
    public static Tensor floatPower(Number input, Tensor exponent) {
        return Operators.call("float_power.Scalar", input, exponent);
    }

    /// The size of each element with the sign of `other`'s.
    public static Tensor copysign(Tensor input, Tensor other) { return input.copysign(other); }

    /// The size of each element with the sign of `other`'s.
    public static Tensor copysign(Tensor input, Number other) { return input.copysign(other); }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Tensor input, Tensor other) { return input.xlogy(other); }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Tensor input, Number other) { return input.xlogy(other); }

    /// `x * log(other)`, 0 where x is 0.
    public static Tensor xlogy(Number input, Tensor other) { return Operators.call("xlogy.Scalar_Self", input, other); }

    /// Bitwise "and" with `other`.
    public static Tensor bitwiseAnd(Tensor input, Tensor other) { return input.bitwiseAnd(other); }

    /// Bitwise "and" with `other`.
    public static Tensor bitwiseAnd(Tensor input, Number other) { return input.bitwiseAnd(other); }

    /// Bitwise "and" with `other`.
    public static Tensor bitwiseAnd(Number input, Tensor other) {
        return Operators.call("bitwise_and.Scalar_Tensor", input, other);
    }

    /// Bitwise "or" with `other`.
    public static Tensor bitwiseOr(Tensor input, Tensor other) { return input.bitwiseOr(other); }

    /// Bitwise "or" with `other`.
    public static Tensor bitwiseOr(Tensor input, Number other) { return input.bitwiseOr(other); }

    /// Bitwise "or" with `other`.
    public static Tensor bitwiseOr(Number input, Tensor other) {
        return Operators.call("bitwise_or.Scalar_Tensor", input, other);
    }

    /// Bitwise "exclusive or" with `other`.
    public static Tensor bitwiseXor(Tensor input, Tensor other) { return input.bitwiseXor(other); }

    /// Bitwise "exclusive or" with `other`.
    public static Tensor bitwiseXor(Tensor input, Number other) { return input.bitwiseXor(other); }

    /// Bitwise "exclusive or" with `other`.
    public static Tensor bitwiseXor(Number input, Tensor other) {
        return Operators.call("bitwise_xor.Scalar_Tensor", input, other);
    }

    /// Bits moved left by `other`.
    public static Tensor bitwiseLeftShift(Tensor input, Tensor other) { return input.bitwiseLeftShift(other); }

    /// Bits moved left by `other`.
    public static Tensor bitwiseLeftShift(Tensor input, Number other) { return input.bitwiseLeftShift(other); }

    /// Bits moved left by `other`.
    public static Tensor bitwiseLeftShift(Number input, Tensor other) {
        return Operators.call("bitwise_left_shift.Scalar_Tensor", input, other);
    }

    /// Bits moved right by `other`, the sign kept.
    public static Tensor bitwiseRightShift(Tensor input, Tensor other) { return input.bitwiseRightShift(other); }

    /// Bits moved right by `other`, the sign kept.
    public static Tensor bitwiseRightShift(Tensor input, Number other) { return input.bitwiseRightShift(other); }

    /// Bits moved right by `other`, the sign kept.
    public static Tensor bitwiseRightShift(Number input, Tensor other) {
        return Operators.call("bitwise_right_shift.Scalar_Tensor", input, other);
    }

    /// `other` less each element.
    public static Tensor rsub(Tensor input, Tensor other) { return Operators.call("rsub.Tensor", input, other); }

    /// `other` less each element.
    public static Tensor rsub(Tensor input, Number other) { return Operators.call("rsub.Scalar", input, other); }

    /// `other` less each element.
    public static Tensor rsub(Tensor input, Tensor other, Number alpha) {
        return Operators.call("rsub.Tensor", input, other, alpha);
    }

    /// `other` less each element.
    public static Tensor rsub(Tensor input, Number other, Number alpha) {
        return Operators.call("rsub.Scalar", input, other, alpha);
    }

    /// The angle of the point `(other, x)`, in radians.
    public static Tensor atan2(Tensor input, Tensor other) { return input.atan2(other); }

    /// Another name of `atan2`.
    public static Tensor arctan2(Tensor input, Tensor other) { return input.arctan2(other); }

    /// The greater of two elements; NaN if one is.
    public static Tensor maximum(Tensor input, Tensor other) { return input.maximum(other); }

    /// The smaller of two elements; NaN if one is.
    public static Tensor minimum(Tensor input, Tensor other) { return input.minimum(other); }

    /// The greater of two elements; NaN only if both are.
    public static Tensor fmax(Tensor input, Tensor other) { return input.fmax(other); }

    /// The smaller of two elements; NaN only if both are.
    public static Tensor fmin(Tensor input, Tensor other) { return input.fmin(other); }

    /// The length of the hypotenuse over two legs.
    public static Tensor hypot(Tensor input, Tensor other) { return input.hypot(other); }

    /// The greatest common divisor.
    public static Tensor gcd(Tensor input, Tensor other) { return input.gcd(other); }

    /// The least common multiple.
    public static Tensor lcm(Tensor input, Tensor other) { return input.lcm(other); }

    /// The next floating-point number in the direction of `other`.
    public static Tensor nextafter(Tensor input, Tensor other) { return input.nextafter(other); }

    /// Each element times 2 to the power of `other`.
    public static Tensor ldexp(Tensor input, Tensor other) { return input.ldexp(other); }

    /// 0 for negative elements, 1 for positive ones, `values` for 0.
    public static Tensor heaviside(Tensor input, Tensor values) { return input.heaviside(values); }

    /// `log(exp(x) + exp(other))`.
    public static Tensor logaddexp(Tensor input, Tensor other) { return input.logaddexp(other); }

    /// `log2(2^x + 2^other)`.
    public static Tensor logaddexp2(Tensor input, Tensor other) { return input.logaddexp2(other); }

    /// The regularised lower incomplete gamma function.
    public static Tensor igamma(Tensor input, Tensor other) { return input.igamma(other); }

    /// The regularised upper incomplete gamma function.
    public static Tensor igammac(Tensor input, Tensor other) { return input.igammac(other); }

    /// A point on the line from each element to `end`: `x + weight * (end - x)`.
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) { return input.lerp(end, weight); }

    /// A point on the line from each element to `end`: `x + weight * (end - x)`.
    public static Tensor lerp(Tensor input, Tensor end, Number weight) { return input.lerp(end, weight); }

    /// `x + tensor1 * tensor2`.
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2) {
        return input.addcmul(tensor1, tensor2);
    }

    /// `x + value * tensor1 * tensor2`.
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Number value) {
        return input.addcmul(tensor1, tensor2, value);
    }

    /// `x + tensor1 / tensor2`.
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2) {
        return input.addcdiv(tensor1, tensor2);
    }

    /// `x + value * tensor1 / tensor2`.
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Number value) {
        return input.addcdiv(tensor1, tensor2, value);
    }

    /// Each element moved into `[min, max]`; null is no bound.
    public static Tensor clamp(Tensor input, @Nullable Number min, @Nullable Number max) {
        return input.clamp(min, max);
    }

    /// Each element moved into `[min, max]`; null is no bound.
    public static Tensor clamp(Tensor input, @Nullable Tensor min, @Nullable Tensor max) {
        return input.clamp(min, max);
    }

    /// Another name of `clamp`.
    public static Tensor clip(Tensor input, @Nullable Number min, @Nullable Number max) { return input.clip(min, max); }

    /// Another name of `clamp`.
    public static Tensor clip(Tensor input, @Nullable Tensor min, @Nullable Tensor max) { return input.clip(min, max); }

    /// Each element, but none above `max`.
    public static Tensor clampMax(Tensor input, Number max) { return input.clampMax(max); }

    /// Each element, but none above `max`.
    public static Tensor clampMax(Tensor input, Tensor max) { return input.clampMax(max); }

    /// Each element, but none below `min`.
    public static Tensor clampMin(Tensor input, Number min) { return input.clampMin(min); }

    /// Each element, but none below `min`.
    public static Tensor clampMin(Tensor input, Tensor min) { return input.clampMin(min); }
}
