package sconce;

import sconce.libtorch.Operators;

/// Functions of [Torch] that compare.
abstract sealed class ComparisonFunctions extends ReductionFunctions permits ShapeFunctions {
    ComparisonFunctions() {}

    /// Whether both tensors have one shape and the same elements.
    public static boolean equal(Tensor one, Tensor other) { return Operators.<Boolean>call("equal", one, other); }
}
