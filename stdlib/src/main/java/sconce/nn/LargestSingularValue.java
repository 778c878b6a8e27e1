package sconce.nn;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.IndexError;
import sconce.MemoryFormat;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// The parametrization of [Parametrizations#spectralNorm]: divides by `uᵀ W v`, where power iterations bring `u` and `v`
/// close to the first singular vectors. Stands for `_SpectralNorm`.
final class LargestSingularValue extends Module {
    private static final long STARTING_ITERATIONS = 15;
    private final long dim;
    private final double eps;
    private final long iterations;
    @Nullable
    Tensor _u;
    @Nullable
    Tensor _v;

    LargestSingularValue(Tensor weight, long iterations, long dim, double eps) {
        var dims = weight.dim();
        if (dim >= dims || dim < -dims) {
            throw new IndexError("Dimension out of range (expected to be in range of [-" + dims + ", " + (dims - 1)
                    + "] but got " + dim + ")");
        }
        if (iterations <= 0) {
            throw new ValueError(
                    "Expected n_power_iterations to be positive, but got n_power_iterations=" + iterations);
        }
        this.dim = dim >= 0 ? dim : dim + dims;
        this.eps = eps;
        this.iterations = iterations;
        if (dims == 1) return;
        Torch.noGrad(() -> {
            var matrix = matrix(weight, this.dim);
            var u = normalized(matrix.newEmpty(matrix.size(0)).normal_(0, 1), eps);
            var v = normalized(matrix.newEmpty(matrix.size(1)).normal_(0, 1), eps);
            registerBuffer("_u", u);
            registerBuffer("_v", v);
            iterate(matrix, u, v, STARTING_ITERATIONS);
        });
    }

    /// The weight as a matrix with a row for each element of dimension `dim`.
    static Tensor matrix(Tensor weight, long dim) {
        var rows = dim == 0 ? weight
                : weight.permute(LongStream.concat(LongStream.of(dim),
                        LongStream.range(0, weight.dim()).filter(d -> d != dim)).toArray());
        return rows.flatten(1);
    }

    static Tensor normalized(Tensor vector, double eps) { return F.normalize(vector, 2, 0, eps); }

    /// Changes the vectors themselves: other threads and copies of the list see them too.
    private void iterate(Tensor matrix, Tensor u, Tensor v, long times) {
        for (var i = 0L; i < times; i++) {
            u.copy_(normalized(matrix.mv(v), eps));
            v.copy_(normalized(Operators.<Tensor>call("mv", matrix.mH(), u), eps));
        }
    }

    Tensor forward(Tensor weight) {
        var u = _u;
        var v = _v;
        if (u == null || v == null) return normalized(weight, eps);
        var matrix = matrix(weight, dim);
        if (training()) Torch.noGrad(() -> iterate(matrix, u, v, iterations));
        // Later iterations change the vectors, which backward needs as they are now.
        var left = u.clone(MemoryFormat.contiguous_format);
        var right = v.clone(MemoryFormat.contiguous_format);
        return weight.div(left.vdot(matrix.mv(right)));
    }

    Tensor rightInverse(Tensor value) { return value; }

    @Override
    public String moduleName() { return "_SpectralNorm"; }
}
