package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] of linear algebra. More are in [Linalg].
abstract sealed class LinearAlgebraFunctions extends SignalFunctions permits Torch {
    LinearAlgebraFunctions() {}

    /// The matrix product; vectors as rows or columns, batches broadcast.
    public static Tensor matmul(Tensor input, Tensor other) { return input.matmul(other); }

    /// The product of two matrices.
    public static Tensor mm(Tensor input, Tensor mat2) { return input.mm(mat2); }

    /// The product of two matrices, in another dtype.
    public static Tensor mm(Tensor input, Tensor mat2, DType outDtype) { return input.mm(mat2, outDtype); }

    /// The products of two batches of matrices.
    public static Tensor bmm(Tensor input, Tensor mat2) { return input.bmm(mat2); }

    /// The products of two batches of matrices, in another dtype.
    public static Tensor bmm(Tensor input, Tensor mat2, DType outDtype) { return input.bmm(mat2, outDtype); }

    /// The product of a matrix with a vector.
    public static Tensor mv(Tensor input, Tensor vec) { return input.mv(vec); }

    /// The sum of the products of two vectors.
    public static Tensor dot(Tensor input, Tensor tensor) { return input.dot(tensor); }

    /// The sum of the products of two vectors, the first conjugated.
    public static Tensor vdot(Tensor input, Tensor other) { return input.vdot(other); }

    /// The sums of products along the last dimensions.
    public static Tensor inner(Tensor input, Tensor other) { return input.inner(other); }

    /// All products of the elements of two vectors.
    public static Tensor outer(Tensor input, Tensor vec2) { return input.outer(vec2); }

    /// Another name of `outer`.
    public static Tensor ger(Tensor input, Tensor vec2) { return input.ger(vec2); }

    /// The Kronecker product.
    public static Tensor kron(Tensor input, Tensor other) { return input.kron(other); }

    /// `x + (mat1 @ mat2)`.
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2) { return input.addmm(mat1, mat2); }

    /// `beta * x + alpha * (mat1 @ mat2)`.
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, Number beta, Number alpha) {
        return input.addmm(mat1, mat2, beta, alpha);
    }

    /// `x + (mat @ vec)`.
    public static Tensor addmv(Tensor input, Tensor mat, Tensor vec) { return input.addmv(mat, vec); }

    /// `beta * x + alpha * (mat @ vec)`.
    public static Tensor addmv(Tensor input, Tensor mat, Tensor vec, Number beta, Number alpha) {
        return input.addmv(mat, vec, beta, alpha);
    }

    /// `x + outer(vec1, vec2)`.
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2) { return input.addr(vec1, vec2); }

    /// `beta * x + alpha * outer(vec1, vec2)`.
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, Number beta, Number alpha) {
        return input.addr(vec1, vec2, beta, alpha);
    }

    /// `x + (batch1 @ batch2)`, summed over the batch.
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2) { return input.addbmm(batch1, batch2); }

    /// `beta * x + alpha * (batch1 @ batch2)`, summed over the batch.
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return input.addbmm(batch1, batch2, beta, alpha);
    }

    /// `x + (batch1 @ batch2)`.
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2) { return input.baddbmm(batch1, batch2); }

    /// `beta * x + alpha * (batch1 @ batch2)`.
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return input.baddbmm(batch1, batch2, beta, alpha);
    }

    /// The cross product along the first dimension of size 3.
    public static Tensor cross(Tensor input, Tensor other) { return input.cross(other); }

    /// The cross product along dimension `dim`.
    public static Tensor cross(Tensor input, Tensor other, long dim) { return input.cross(other, dim); }

    /// The determinant of square matrices.
    public static Tensor det(Tensor input) { return input.det(); }

    /// The logarithm of the determinant of square matrices.
    public static Tensor logdet(Tensor input) { return input.logdet(); }

    /// The inverse of square matrices.
    public static Tensor inverse(Tensor input) { return input.inverse(); }

    /// The sum of the diagonal of a matrix.
    public static Tensor trace(Tensor input) { return input.trace(); }

    /// The exponential of square matrices.
    public static Tensor matrixExp(Tensor A) { return A.matrixExp(); }

    /// Square matrices to the power of `n`; a negative one inverts.
    public static Tensor matrixPower(Tensor input, long n) { return input.matrixPower(n); }

    /// The sign and the logarithm of the absolute value of the determinant of square matrices.
    public static SlogdetReturn slogdet(Tensor input) { return input.slogdet(); }

    /// The pseudo-inverse of matrices.
    public static Tensor pinverse(Tensor input) { return input.pinverse(); }

    /// The pseudo-inverse of matrices; smaller singular values than `rcond` times the greatest count as 0.
    public static Tensor pinverse(Tensor input, double rcond) { return input.pinverse(rcond); }

    /// The Cholesky factor of positive-definite matrices, lower triangular.
    public static Tensor cholesky(Tensor input) { return input.cholesky(); }

    /// The Cholesky factor of positive-definite matrices, lower triangular, or upper if asked for.
    public static Tensor cholesky(Tensor input, boolean upper) { return input.cholesky(upper); }

    /// The inverse of matrices from their Cholesky factors.
    public static Tensor choleskyInverse(Tensor L) { return L.choleskyInverse(); }

    /// The inverse of matrices from their Cholesky factors, lower triangular, or upper if asked for.
    public static Tensor choleskyInverse(Tensor L, boolean upper) { return L.choleskyInverse(upper); }

    /// Solves `A x = B` by the Cholesky factor of A.
    public static Tensor choleskySolve(Tensor B, Tensor L) { return B.choleskySolve(L); }

    /// Solves `A x = B` by the Cholesky factor of A, lower triangular, or upper if asked for.
    public static Tensor choleskySolve(Tensor B, Tensor L, boolean upper) { return B.choleskySolve(L, upper); }

    /// Orthogonal and upper triangular factors. [Linalg#qr(Tensor)] is the newer form.
    public static QrReturn qr(Tensor input) { return input.qr(); }

    /// Orthogonal and upper triangular factors, complete ones unless `some`.
    public static QrReturn qr(Tensor input, boolean some) { return input.qr(some); }

    /// The singular value decomposition `U diag(S) Vᴴ`. [Linalg#svd(Tensor)] is the newer form.
    public static SvdReturn svd(Tensor input) { return input.svd(); }

    /// The singular value decomposition, complete unless `some`, the vectors zero unless `computeUv`.
    public static SvdReturn svd(Tensor input, boolean some, boolean computeUv) { return input.svd(some, computeUv); }

    /// The QR decomposition as Householder reflectors.
    public static GeqrfReturn geqrf(Tensor input) { return input.geqrf(); }

    /// The first columns of a product of Householder matrices.
    public static Tensor orgqr(Tensor input, Tensor tau) { return input.orgqr(tau); }

    /// The product of a product of Householder matrices with a matrix.
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other) { return input.ormqr(tau, other); }

    /// The product of a product of Householder matrices, transposed if asked for, with a matrix on its right or left.
    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, boolean left, boolean transpose) {
        return input.ormqr(tau, other, left, transpose);
    }

    /// Solves `A x = b` for an upper triangular A.
    public static TriangularSolveReturn triangularSolve(Tensor b, Tensor A) { return b.triangularSolve(A); }

    /// Solves `A x = b` for a triangular A.
    public static TriangularSolveReturn triangularSolve(Tensor b, Tensor A, boolean upper, boolean transpose,
            boolean unitriangular) {
        return b.triangularSolve(A, upper, transpose, unitriangular);
    }

    /// Solves `A x = b` by the LU factors of A.
    public static Tensor luSolve(Tensor b, Tensor luData, Tensor luPivots) { return b.luSolve(luData, luPivots); }

    /// The LU factors in one matrix, and the pivots.
    public static LuReturn lu(Tensor A) { return A.lu(); }

    /// The LU factors in one matrix, and the pivots; what went wrong, if asked for, instead of an error.
    public static LuReturn lu(Tensor A, boolean pivot, boolean getInfos) { return A.lu(pivot, getInfos); }

    /// The permutation and the triangular factors.
    public static LuUnpackReturn luUnpack(Tensor luData, Tensor luPivots) {
        return LuUnpackReturn.of(Operators.call("lu_unpack", luData, luPivots));
    }

    /// The permutation and the triangular factors, empty where not asked for.
    public static LuUnpackReturn luUnpack(Tensor luData, Tensor luPivots, boolean unpackData, boolean unpackPivots) {
        return LuUnpackReturn.of(Operators.call("lu_unpack", luData, luPivots, unpackData, unpackPivots));
    }

    /// The product of a sparse with a dense matrix.
    public static Tensor smm(Tensor input, Tensor mat) { return input.smm(mat); }

    /// `x + (mat1 @ mat2)` of sparse matrices.
    public static Tensor sspaddmm(Tensor input, Tensor mat1, Tensor mat2) { return input.sspaddmm(mat1, mat2); }

    /// `beta * x + alpha * (mat1 @ mat2)` of sparse matrices.
    public static Tensor sspaddmm(Tensor input, Tensor mat1, Tensor mat2, Number beta, Number alpha) {
        return input.sspaddmm(mat1, mat2, beta, alpha);
    }

    /// The product of a sparse with a dense matrix, as a hybrid tensor.
    public static Tensor hspmm(Tensor mat1, Tensor mat2) { return Operators.call("hspmm", mat1, mat2); }

    /// Sums of products in Einstein's notation: `"ij,jk->ik"` is the matrix product.
    public static Tensor einsum(String equation, Tensor... operands) {
        return Operators.call("einsum", equation, (Object) operands);
    }

    /// The sums of products over the last two dimensions of `a` and the first two of `b`.
    public static Tensor tensordot(Tensor a, Tensor b) { return Contractions.tensordot(a, b, 2); }

    /// The sums of products over the last `dims` dimensions of `a` and the first of `b`.
    public static Tensor tensordot(Tensor a, Tensor b, long dims) { return Contractions.tensordot(a, b, dims); }

    /// The sums of products over dimensions `dims[0]` of `a` and `dims[1]` of `b`.
    public static Tensor tensordot(Tensor a, Tensor b, long[][] dims) { return Contractions.tensordot(a, b, dims); }

    /// The same, the dimensions in a tensor.
    public static Tensor tensordot(Tensor a, Tensor b, Tensor dims) { return Contractions.tensordot(a, b, dims); }

    /// The product of several matrices, in the order that costs least.
    public static Tensor chainMatmul(Tensor... matrices) { return Operators.call("chain_matmul", (Object) matrices); }

    /// The distances of all rows of `x1` from all rows of `x2`.
    public static Tensor cdist(Tensor x1, Tensor x2) { return Operators.call("cdist", x1, x2); }

    /// The distances by the `p`-norm of all rows of `x1` from all rows of `x2`.
    public static Tensor cdist(Tensor x1, Tensor x2, double p) { return Operators.call("cdist", x1, x2, p); }

    /// The same; the mode says whether matrix products may be used: `"use_mm_for_euclid_dist_if_necessary"`,
    /// `"use_mm_for_euclid_dist"` or `"donot_use_mm_for_euclid_dist"`.
    public static Tensor cdist(Tensor x1, Tensor x2, double p, String computeMode) {
        return Contractions.cdist(x1, x2, p, computeMode);
    }

    /// The distances of all pairs of rows.
    public static Tensor pdist(Tensor input) { return pdist(input, 2); }

    /// The distances of all pairs of rows by the `p`-norm.
    public static Tensor pdist(Tensor input, double p) {
        Tensor distances = Operators.call("pdist", input, p);
        // Libtorch's gradient of no rows divides by their number, which ends the process.
        return input.size(0) == 0 && distances.requiresGrad() ? input.reshape(-1) : distances;
    }

    /// The cosine of the angle of vectors along dimension 1.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2) { return Operators.call("cosine_similarity", x1, x2); }

    /// The cosine of the angle of vectors along dimension `dim`.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, long dim) {
        return Operators.call("cosine_similarity", x1, x2, dim);
    }

    /// The same; lengths below `eps` count as `eps`.
    public static Tensor cosineSimilarity(Tensor x1, Tensor x2, long dim, double eps) {
        return Operators.call("cosine_similarity", x1, x2, dim, eps);
    }

    /// The distances of vectors along the last dimension.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2) { return Operators.call("pairwise_distance", x1, x2); }

    /// The distances by the `p`-norm; `eps` is added to each difference.
    public static Tensor pairwiseDistance(Tensor x1, Tensor x2, double p, double eps, boolean keepdim) {
        return Operators.call("pairwise_distance", x1, x2, p, eps, keepdim);
    }

    /// The root of the summed squares along dimensions.
    public static Tensor frobeniusNorm(Tensor input, Size dim) {
        return Operators.call("frobenius_norm.dim", input, dim);
    }

    /// The root of the summed squares along dimensions.
    public static Tensor frobeniusNorm(Tensor input, Size dim, boolean keepdim) {
        return Operators.call("frobenius_norm.dim", input, dim, keepdim);
    }

    /// The sum of the singular values.
    public static Tensor nuclearNorm(Tensor input) { return Operators.call("nuclear_norm", input); }

    /// The sum of the singular values.
    public static Tensor nuclearNorm(Tensor input, boolean keepdim) {
        return Operators.call("nuclear_norm", input, keepdim);
    }

    /// The sum of the singular values.
    public static Tensor nuclearNorm(Tensor input, Size dim, boolean keepdim) {
        return Operators.call("nuclear_norm.dim", input, dim, keepdim);
    }

    /// The norms over all dimensions but one.
    public static Tensor normExceptDim(Tensor v, long pow, long dim) {
        return Operators.call("norm_except_dim", v, pow, dim);
    }

    /// The six largest singular values and their vectors, nearly, from random products.
    public static LowRankReturn svdLowrank(Tensor A) { return svdLowrank(A, 6); }

    /// The `q` largest singular values and their vectors, nearly, from random products.
    public static LowRankReturn svdLowrank(Tensor A, long q) { return svdLowrank(A, q, 2, null); }

    /// The same of `A - M`, after `niter` rounds that make it more exact.
    public static LowRankReturn svdLowrank(Tensor A, long q, long niter, @Nullable Tensor M) {
        return LowRank.svd(A, q, niter, M);
    }

    /// The six principal components of the rows, nearly, from random products: their directions are the columns of `V`.
    public static LowRankReturn pcaLowrank(Tensor A) { return LowRank.pca(A, null, true, 2); }

    /// The first `q` principal components.
    ///
    /// @throws ValueError unless `q` is from 0 to the smaller of the matrix's sizes
    public static LowRankReturn pcaLowrank(Tensor A, long q) { return pcaLowrank(A, q, true, 2); }

    /// The same after `niter` rounds; with `center` false the columns' means are taken to be 0.
    public static LowRankReturn pcaLowrank(Tensor A, long q, boolean center, long niter) {
        return LowRank.pca(A, q, center, niter);
    }
}
