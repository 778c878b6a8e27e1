package sconce;

/// Functions of [Torch] that compute element by element.
abstract sealed class PointwiseFunctions extends RandomFunctions permits ReductionFunctions {
    PointwiseFunctions() {}

    /// `one + other`, broadcast.
    public static Tensor add(Tensor one, Tensor other) { return one.add(other); }
}
