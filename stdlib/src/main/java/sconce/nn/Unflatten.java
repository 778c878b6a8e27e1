package sconce.nn;

import java.util.List;
import sconce.NotImplementedError;
import sconce.Size;
import sconce.Tensor;
import sconce.TypeError;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Splits one dimension into several. Stands for `torch.nn.Unflatten`.
///
/// Input `(*, S_dim, *)`, output `(*, U_1, .., U_n, *)` with as many elements; one size may be -1.
///
/// ```java
/// new Unflatten(1, Torch.size(3, 4)).call(Torch.ones(2, 12)).shape()   // torch.Size([2, 3, 4])
/// ```
public class Unflatten extends UnaryModule {
    private final Object dim;
    private final List<?> unflattenedSize;

    /// Splits dimension `dim` into these sizes.
    public Unflatten(long dim, Size unflattenedSize) {
        this.dim = dim;
        this.unflattenedSize = unflattenedSize;
    }

    /// Splits dimension `dim` into these sizes.
    public Unflatten(long dim, int[] unflattenedSize) { this(dim, Keywords.size(unflattenedSize)); }

    /// Splits the dimension of this name into named ones: `List.of(List.of("C", 2), List.of("H", 3))`. PyTorch builds and
    /// prints it; tensors here have no names, so it cannot be called.
    ///
    /// @throws TypeError if the sizes have no names
    public Unflatten(String dim, List<?> unflattenedSize) {
        for (var i = 0; i < unflattenedSize.size(); i++) {
            if (unflattenedSize.get(i) instanceof List<?>) continue;
            var type = unflattenedSize.get(i) instanceof Number ? "int" : "str";
            throw new TypeError("unflattened_size must be tuple of tuples, but found element of type " + type
                    + " at pos " + i);
        }
        this.dim = dim;
        this.unflattenedSize = unflattenedSize;
    }

    @Override
    public Tensor forward(Tensor input) {
        if (dim instanceof String) {
            throw new NotImplementedError("Unflatten(dim=" + dim + ") names a dimension, but tensors have no names: "
                    + "give the dimension's number");
        }
        return Operators.call("unflatten.int", input, dim, unflattenedSize);
    }

    @Override
    public String extraRepr() { return PythonFormat.format("dim=%s, unflattened_size=%s", dim, unflattenedSize); }
}
