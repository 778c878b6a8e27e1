package sconce;

import sconce.libtorch.Operators;

/// Methods of [Tensor] that treat it as vectors and matrices.
sealed interface LinearAlgebraMethods permits Tensor {
    /// The matrix product; vectors as rows or columns, batches broadcast.
    default Tensor matmul(Tensor other) { return Operators.call("matmul", this, other); }

    /// The product of two matrices.
    default Tensor mm(Tensor mat2) { return Operators.call("mm", this, mat2); }

    /// The product of two matrices, in another dtype.
    default Tensor mm(Tensor mat2, DType outDtype) { return Operators.call("mm.dtype", this, mat2, outDtype); }

    /// The products of two batches of matrices.
    default Tensor bmm(Tensor mat2) { return Operators.call("bmm", this, mat2); }

    /// The products of two batches of matrices, in another dtype.
    default Tensor bmm(Tensor mat2, DType outDtype) { return Operators.call("bmm.dtype", this, mat2, outDtype); }

    /// The product of a matrix with a vector.
    default Tensor mv(Tensor vec) { return Operators.call("mv", this, vec); }

    /// The sum of the products of two vectors.
    default Tensor dot(Tensor tensor) { return Operators.call("dot", this, tensor); }

    /// The sum of the products of two vectors, the first conjugated.
    default Tensor vdot(Tensor other) { return Operators.call("vdot", this, other); }

    /// The sums of products along the last dimensions.
    default Tensor inner(Tensor other) { return Operators.call("inner", this, other); }

    /// All products of the elements of two vectors.
    default Tensor outer(Tensor vec2) { return Operators.call("outer", this, vec2); }

    /// Another name of `outer`.
    default Tensor ger(Tensor vec2) { return Operators.call("ger", this, vec2); }

    /// The Kronecker product.
    default Tensor kron(Tensor other) { return Operators.call("kron", this, other); }

    /// `x + (mat1 @ mat2)`.
    default Tensor addmm(Tensor mat1, Tensor mat2) { return Operators.call("addmm", this, mat1, mat2); }

    /// `beta * x + alpha * (mat1 @ mat2)`.
    default Tensor addmm(Tensor mat1, Tensor mat2, Number beta, Number alpha) {
        return Operators.call("addmm", this, mat1, mat2, beta, alpha);
    }

    /// `x + (mat @ vec)`.
    default Tensor addmv(Tensor mat, Tensor vec) { return Operators.call("addmv", this, mat, vec); }

    /// `beta * x + alpha * (mat @ vec)`.
    default Tensor addmv(Tensor mat, Tensor vec, Number beta, Number alpha) {
        return Operators.call("addmv", this, mat, vec, beta, alpha);
    }

    /// `x + outer(vec1, vec2)`.
    default Tensor addr(Tensor vec1, Tensor vec2) { return Operators.call("addr", this, vec1, vec2); }

    /// `beta * x + alpha * outer(vec1, vec2)`.
    default Tensor addr(Tensor vec1, Tensor vec2, Number beta, Number alpha) {
        return Operators.call("addr", this, vec1, vec2, beta, alpha);
    }

    /// `x + (batch1 @ batch2)`, summed over the batch.
    default Tensor addbmm(Tensor batch1, Tensor batch2) { return Operators.call("addbmm", this, batch1, batch2); }

    /// `beta * x + alpha * (batch1 @ batch2)`, summed over the batch.
    default Tensor addbmm(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return Operators.call("addbmm", this, batch1, batch2, beta, alpha);
    }

    /// `x + (batch1 @ batch2)`.
    default Tensor baddbmm(Tensor batch1, Tensor batch2) { return Operators.call("baddbmm", this, batch1, batch2); }

    /// `beta * x + alpha * (batch1 @ batch2)`.
    default Tensor baddbmm(Tensor batch1, Tensor batch2, Number beta, Number alpha) {
        return Operators.call("baddbmm", this, batch1, batch2, beta, alpha);
    }

    /// The cross product along the first dimension of size 3.
    default Tensor cross(Tensor other) { return Operators.call("cross", this, other); }

    /// The cross product along dimension `dim`.
    default Tensor cross(Tensor other, long dim) { return Operators.call("cross", this, other, dim); }

    /// The determinant of square matrices.
    default Tensor det() { return Operators.call("det", this); }

    /// The logarithm of the determinant of square matrices.
    default Tensor logdet() { return Operators.call("logdet", this); }

    /// The inverse of square matrices.
    default Tensor inverse() { return Operators.call("inverse", this); }

    /// The sum of the diagonal of a matrix.
    default Tensor trace() { return Operators.call("trace", this); }

    /// The exponential of square matrices.
    default Tensor matrixExp() { return Operators.call("matrix_exp", this); }

    /// Square matrices to the power of `n`; a negative one inverts.
    default Tensor matrixPower(long n) { return Operators.call("matrix_power", this, n); }

    /// The sign and the logarithm of the absolute value of the determinant of square matrices.
    default SlogdetReturn slogdet() { return SlogdetReturn.of(Operators.call("slogdet", this)); }

    /// The pseudo-inverse of matrices.
    default Tensor pinverse() { return Operators.call("pinverse", this); }

    /// The pseudo-inverse of matrices; smaller singular values than `rcond` times the greatest count as 0.
    default Tensor pinverse(double rcond) { return Operators.call("pinverse", this, rcond); }

    /// The Cholesky factor of positive-definite matrices, lower triangular.
    default Tensor cholesky() { return Operators.call("cholesky", this); }

    /// The Cholesky factor of positive-definite matrices, lower triangular, or upper if asked for.
    default Tensor cholesky(boolean upper) { return Operators.call("cholesky", this, upper); }

    /// The inverse of matrices from their Cholesky factors.
    default Tensor choleskyInverse() { return Operators.call("cholesky_inverse", this); }

    /// The inverse of matrices from their Cholesky factors, lower triangular, or upper if asked for.
    default Tensor choleskyInverse(boolean upper) { return Operators.call("cholesky_inverse", this, upper); }

    /// Solves `A x = B` by the Cholesky factor of A.
    default Tensor choleskySolve(Tensor L) { return Operators.call("cholesky_solve", this, L); }

    /// Solves `A x = B` by the Cholesky factor of A, lower triangular, or upper if asked for.
    default Tensor choleskySolve(Tensor L, boolean upper) { return Operators.call("cholesky_solve", this, L, upper); }

    /// Orthogonal and upper triangular factors. [Linalg#qr(Tensor)] is the newer form.
    default QrReturn qr() { return QrReturn.of(Operators.call("qr", this)); }

    /// Orthogonal and upper triangular factors, complete ones unless `some`.
    default QrReturn qr(boolean some) { return QrReturn.of(Operators.call("qr", this, some)); }

    /// The singular value decomposition `U diag(S) Vᴴ`. [Linalg#svd(Tensor)] is the newer form.
    default SvdReturn svd() { return SvdReturn.of(Operators.call("svd", this)); }

    /// The singular value decomposition, complete unless `some`, the vectors zero unless `computeUv`.
    default SvdReturn svd(boolean some, boolean computeUv) {
        return SvdReturn.of(Operators.call("svd", this, some, computeUv));
    }

    /// The QR decomposition as Householder reflectors.
    default GeqrfReturn geqrf() { return GeqrfReturn.of(Operators.call("geqrf", this)); }

    /// The first columns of a product of Householder matrices.
    default Tensor orgqr(Tensor tau) { return Operators.call("orgqr", this, tau); }

    /// The product of a product of Householder matrices with a matrix.
    default Tensor ormqr(Tensor tau, Tensor other) { return Operators.call("ormqr", this, tau, other); }

    /// The product of a product of Householder matrices, transposed if asked for, with a matrix on its right or left.
    default Tensor ormqr(Tensor tau, Tensor other, boolean left, boolean transpose) {
        return Operators.call("ormqr", this, tau, other, left, transpose);
    }

    /// Solves `A x = b` for an upper triangular A.
    default TriangularSolveReturn triangularSolve(Tensor A) {
        return TriangularSolveReturn.of(Operators.call("triangular_solve", this, A));
    }

    /// Solves `A x = b` for a triangular A.
    default TriangularSolveReturn triangularSolve(Tensor A, boolean upper, boolean transpose, boolean unitriangular) {
        return TriangularSolveReturn.of(Operators.call("triangular_solve", this, A, upper, transpose, unitriangular));
    }

    /// Solves `A x = b` by the LU factors of A.
    default Tensor luSolve(Tensor luData, Tensor luPivots) {
        return Operators.call("lu_solve", this, luData, luPivots);
    }

    /// The LU factors in one matrix, and the pivots.
    default LuReturn lu() { return LuReturn.of((Tensor) this, true, false); }

    /// The LU factors in one matrix, and the pivots; what went wrong, if asked for, instead of an error.
    default LuReturn lu(boolean pivot, boolean getInfos) { return LuReturn.of((Tensor) this, pivot, getInfos); }

    /// The product of a sparse with a dense matrix.
    default Tensor smm(Tensor mat) { return Operators.call("smm", this, mat); }

    /// `x + (mat1 @ mat2)` of sparse matrices.
    default Tensor sspaddmm(Tensor mat1, Tensor mat2) { return Operators.call("sspaddmm", this, mat1, mat2); }

    /// `beta * x + alpha * (mat1 @ mat2)` of sparse matrices.
    default Tensor sspaddmm(Tensor mat1, Tensor mat2, Number beta, Number alpha) {
        return Operators.call("sspaddmm", this, mat1, mat2, beta, alpha);
    }
}
