package sconce;

import java.util.List;
import sconce.libtorch.Operators;

/// Functions of [Torch] that join, split and arrange.
abstract sealed class ShapeFunctions extends ComparisonFunctions permits IndexingFunctions {
    ShapeFunctions() {}

    /// The tensors one after another along the first dimension.
    public static Tensor cat(Tensor... tensors) { return cat(List.of(tensors), 0); }

    /// The tensors one after another along dimension `dim`.
    public static Tensor cat(List<? extends Tensor> tensors, long dim) { return Operators.call("cat", tensors, dim); }
}
