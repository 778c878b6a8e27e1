package sconce.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Linalg;
import sconce.NotImplementedError;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.ValueError;
import sconce.libtorch.Operators;

/// The parametrization of [Parametrizations#orthogonal]. Stands for `_Orthogonal`.
///
/// A tall matrix's lower triangle is mapped onto an orthogonal matrix, by the exponential or the Cayley map of its
/// antisymmetric part or by Householder reflections, and turned by `base`.
final class Orthogonal extends Module {
    private static final List<String> MAPS = List.of("matrix_exp", "cayley", "householder");
    private final Size shape;
    private final String map;
    private final boolean trivialized;
    @Nullable
    Tensor base;

    Orthogonal(Tensor weight, String map, boolean trivialized) {
        if (!MAPS.contains(map)) {
            throw new ValueError(
                    "orthogonal_map has to be one of \"matrix_exp\", \"cayley\", \"householder\". Got: " + map);
        }
        if (weight.dtype().isComplex() && map.equals("householder")) {
            throw new ValueError("The householder parametrization does not support complex tensors.");
        }
        shape = weight.shape();
        this.map = map;
        this.trivialized = trivialized;
        if (trivialized) registerBuffer("base", null);
    }

    Tensor forward(Tensor given) {
        var transposed = given.size(-2) < given.size(-1);
        var tall = transposed ? given.mT() : given;
        var orthogonal = map.equals("householder") ? reflected(tall) : mapped(tall);
        if (base != null) orthogonal = base.matmul(orthogonal);
        return transposed ? orthogonal.mT() : orthogonal;
    }

    private Tensor mapped(Tensor tall) {
        var n = tall.size(-2);
        var k = tall.size(-1);
        var lower = tall.tril();
        if (n != k) {
            var added = lower.shape().longs();
            added[added.length - 1] = n - k;
            lower = Torch.cat(List.of(lower, Torch.zeros(added, o -> o.dtype(tall.dtype()).device(tall.device()))), -1);
        }
        var antisymmetric = lower.sub(lower.mH());
        Tensor square;
        if (map.equals("matrix_exp")) {
            square = antisymmetric.matrixExp();
        } else {
            var identity = identity(tall, n);
            var half = antisymmetric.mul(0.5);
            square = Linalg.solve(identity.sub(half), identity.add(half));
        }
        return n == k ? square : square.narrow(-1, 0, k);
    }

    private static Tensor identity(Tensor like, long n) {
        return Torch.eye(n, o -> o.dtype(like.dtype()).device(like.device()));
    }

    private static Tensor reflected(Tensor tall) {
        var reflectors = tall.tril(-1);
        Tensor tau = reflectors.mul(reflectors).sum(-2).add(1).reciprocal().mul(2);
        // The diagonal holds signs: it is not trained, hence the cast.
        return Linalg.householderProduct(reflectors, tau).mul(diagonal(tall).to(DType.int32).unsqueeze(-2));
    }

    private static Tensor diagonal(Tensor matrix) { return Operators.call("diagonal", matrix, 0, -2, -1); }

    /// A start from which `forward` gives `given`, or its orthogonal part.
    Tensor rightInverse(Tensor given) {
        if (!given.shape().equals(shape)) {
            throw new ValueError("Expected a matrix or batch of matrices of shape " + shape + ". Got a tensor of shape "
                    + given.shape() + ".");
        }
        return Torch.noGrad(() -> trivialized ? trivialStart(given) : reflectorsOf(given));
    }

    private Tensor reflectorsOf(Tensor given) {
        if (!map.equals("householder")) {
            throw new NotImplementedError("It is not possible to assign to the matrix exponential or the Cayley "
                    + "parametrizations when use_trivialization=False.");
        }
        var transposed = given.size(-2) < given.size(-1);
        var decomposed = (transposed ? given.mT() : given).geqrf();
        var reflectors = decomposed.a();
        // With a positive diagonal the decomposition is the only one; LAPACK's tau is exactly zero where it reflects nothing.
        var diagonal = diagonal(reflectors);
        var signs = diagonal.sgn();
        diagonal.copy_(Torch.where(decomposed.tau().eq(0), signs.neg(), signs));
        return transposed ? reflectors.mT() : reflectors;
    }

    private Tensor trivialStart(Tensor given) {
        var tall = given.size(-2) < given.size(-1) ? given.mT() : given;
        var n = tall.size(-2);
        var k = tall.size(-1);
        if (n == k) {
            base = isOrthogonal(tall) ? tall.clone() : orthogonalPart(tall);
        } else {
            // Completed to a square one.
            var rest = tall.shape().longs();
            rest[rest.length - 1] = n - k;
            var random = Torch.randn(new Size(rest), o -> o.dtype(tall.dtype()).device(tall.device()));
            base = orthogonalPart(Torch.cat(List.of(tall, random), -1));
        }
        var start = Torch.zerosLike(given);
        // Minus one gives the identity under the Householder map too.
        Operators.run("fill_.Scalar", diagonal(start), -1.0);
        return start;
    }

    private static boolean isOrthogonal(Tensor matrix) {
        var eps = 10.0 * matrix.size(-2) * Torch.finfo(matrix.dtype()).eps();
        return Torch.allclose(matrix.mH().matmul(matrix), identity(matrix, matrix.size(-1)), 1e-5, eps, false);
    }

    private static Tensor orthogonalPart(Tensor matrix) {
        var decomposed = matrix.geqrf();
        return Linalg.householderProduct(decomposed.a(), decomposed.tau())
                .mul(diagonal(decomposed.a()).sgn().unsqueeze(-2));
    }

    @Override
    public String moduleName() { return "_Orthogonal"; }
}
