package sconce;

/// Functions of [Torch] that make few numbers of many.
abstract sealed class ReductionFunctions extends PointwiseFunctions permits ComparisonFunctions {
    ReductionFunctions() {}

    /// The sum of all elements.
    public static Tensor sum(Tensor input) { return input.sum(); }
}
