package sconce;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// `torch.norm`, which PyTorch writes in Python over `torch.linalg`.
final class Norms {
    private Norms() {}

    static Tensor of(Tensor input, @Nullable Object p, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        if (input.layout() != Layout.strided) return sparse(input, p, dim, keepdim, dtype);
        if ("fro".equals(p) && (dim == null || dim.size() <= 2)) {
            return Operators.call("linalg_vector_norm", input, 2, dim, keepdim, dtype);
        }
        if (p instanceof String name) {
            return Operators.call("linalg_matrix_norm.str_ord", input, name, dim == null ? all(input) : dim, keepdim,
                    dtype);
        }
        return Operators.call("linalg_vector_norm", input, p == null ? 2.0 : p, dim, keepdim, dtype);
    }

    private static Tensor sparse(Tensor input, @Nullable Object p, @Nullable Size dim, boolean keepdim,
            @Nullable DType dtype) {
        if ("fro".equals(p))
            return Operators.call("frobenius_norm.dim", input, dim == null ? Torch.size() : dim, keepdim);
        if (p instanceof String) {
            throw new TorchException("norm with p = \"" + p + "\" is not implemented for layout " + input.layout());
        }
        var over = dim == null ? all(input) : dim;
        return dtype == null
                ? Operators.call("norm.ScalarOpt_dim", input, p, over, keepdim)
                : Operators.call("norm.ScalarOpt_dim_dtype", input, p, over, keepdim, dtype);
    }

    private static Size all(Tensor input) { return new Size(LongStream.range(0, input.dim()).toArray()); }
}
