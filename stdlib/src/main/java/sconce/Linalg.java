package sconce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Linear algebra, with batches and gradients. Stands for `torch.linalg`.
///
/// ```java
/// Linalg.solve(Torch.eye(2), Torch.ones(2))   // tensor([1., 1.])
/// ```
///
/// Matrices are the last two dimensions, all before them a batch. No function has an `out`.
public final class Linalg {
    static {
        Tensor.initialise();
    }

    private Linalg() {}

    /// The Cholesky factor of positive-definite matrices, lower triangular.
    public static Tensor cholesky(Tensor A) { return Operators.call("linalg_cholesky", A); }

    /// The Cholesky factor of positive-definite matrices, lower triangular, or upper if asked for.
    public static Tensor cholesky(Tensor A, boolean upper) { return Operators.call("linalg_cholesky", A, upper); }

    /// The Cholesky factor, and where it could not be found instead of an error.
    public static CholeskyExReturn choleskyEx(Tensor A) {
        return CholeskyExReturn.of(Operators.call("linalg_cholesky_ex", A));
    }

    /// The Cholesky factor, and where it could not be found, as an error if `checkErrors`.
    public static CholeskyExReturn choleskyEx(Tensor A, boolean upper, boolean checkErrors) {
        return CholeskyExReturn.of(Operators.call("linalg_cholesky_ex", A, upper, checkErrors));
    }

    /// The condition number of matrices by the 2-norm.
    public static Tensor cond(Tensor A) { return Operators.call("linalg_cond", A); }

    /// The condition number of matrices by a norm; null is 2.
    public static Tensor cond(Tensor A, @Nullable Number p) { return Operators.call("linalg_cond", A, p); }

    /// The condition number of matrices by `"fro"` or `"nuc"`.
    public static Tensor cond(Tensor A, String p) { return Operators.call("linalg_cond.p_str", A, p); }

    /// The cross product along the last dimension.
    public static Tensor cross(Tensor input, Tensor other) { return Operators.call("linalg_cross", input, other); }

    /// The cross product along dimension `dim`.
    public static Tensor cross(Tensor input, Tensor other, long dim) {
        return Operators.call("linalg_cross", input, other, dim);
    }

    /// The determinant of square matrices.
    public static Tensor det(Tensor A) { return Operators.call("linalg_det", A); }

    /// The diagonals of matrices: a view.
    public static Tensor diagonal(Tensor A) { return Operators.call("linalg_diagonal", A); }

    /// Diagonals over two dimensions, `offset` above the main one: a view.
    public static Tensor diagonal(Tensor A, long offset, long dim1, long dim2) {
        return Operators.call("linalg_diagonal", A, offset, dim1, dim2);
    }

    /// The eigenvalues and eigenvectors of square matrices, complex.
    public static EigReturn eig(Tensor A) { return EigReturn.of(Operators.call("linalg_eig", A)); }

    /// The eigenvalues, in ascending order, and eigenvectors of Hermitian matrices, of which the lower triangle is
    /// read.
    public static EighReturn eigh(Tensor A) { return EighReturn.of(Operators.call("linalg_eigh", A)); }

    /// The same; `"L"` reads the lower, `"U"` the upper triangle.
    public static EighReturn eigh(Tensor A, String UPLO) {
        return EighReturn.of(Operators.call("linalg_eigh", A, UPLO));
    }

    /// The eigenvalues of square matrices, complex.
    public static Tensor eigvals(Tensor A) { return Operators.call("linalg_eigvals", A); }

    /// The eigenvalues of Hermitian matrices, in ascending order.
    public static Tensor eigvalsh(Tensor A) { return Operators.call("linalg_eigvalsh", A); }

    /// The same; `"L"` reads the lower, `"U"` the upper triangle.
    public static Tensor eigvalsh(Tensor A, String UPLO) { return Operators.call("linalg_eigvalsh", A, UPLO); }

    /// The first columns of a product of Householder matrices.
    public static Tensor householderProduct(Tensor A, Tensor tau) {
        return Operators.call("linalg_householder_product", A, tau);
    }

    /// The inverse of square matrices.
    ///
    /// @throws LinAlgError if one has none
    public static Tensor inv(Tensor A) { return Operators.call("linalg_inv", A); }

    /// The inverse, and where there is none instead of an error.
    public static InvExReturn invEx(Tensor A) { return InvExReturn.of(Operators.call("linalg_inv_ex", A)); }

    /// The inverse, and where there is none, as an error if `checkErrors`.
    public static InvExReturn invEx(Tensor A, boolean checkErrors) {
        return InvExReturn.of(Operators.call("linalg_inv_ex", A, checkErrors));
    }

    /// The LDL factors of symmetric matrices in one matrix, and the pivots.
    public static LdlFactorReturn ldlFactor(Tensor A) {
        return LdlFactorReturn.of(Operators.call("linalg_ldl_factor", A));
    }

    /// The LDL factors of symmetric or Hermitian matrices in one matrix, and the pivots.
    public static LdlFactorReturn ldlFactor(Tensor A, boolean hermitian) {
        return LdlFactorReturn.of(Operators.call("linalg_ldl_factor", A, hermitian));
    }

    /// The LDL factors, the pivots, and where they could not be found instead of an error.
    public static LdlFactorExReturn ldlFactorEx(Tensor A) {
        return LdlFactorExReturn.of(Operators.call("linalg_ldl_factor_ex", A));
    }

    /// The LDL factors, the pivots, and where they could not be found, as an error if `checkErrors`.
    public static LdlFactorExReturn ldlFactorEx(Tensor A, boolean hermitian, boolean checkErrors) {
        return LdlFactorExReturn.of(Operators.call("linalg_ldl_factor_ex", A, hermitian, checkErrors));
    }

    /// Solves `A X = B` by the LDL factors of A.
    public static Tensor ldlSolve(Tensor LD, Tensor pivots, Tensor B) {
        return Operators.call("linalg_ldl_solve", LD, pivots, B);
    }

    /// Solves `A X = B` by the LDL factors of a symmetric or Hermitian A.
    public static Tensor ldlSolve(Tensor LD, Tensor pivots, Tensor B, boolean hermitian) {
        return Operators.call("linalg_ldl_solve", LD, pivots, B, hermitian);
    }

    /// The least-squares solution of `A X = B`.
    public static LstsqReturn lstsq(Tensor A, Tensor B) { return LstsqReturn.of(Operators.call("linalg_lstsq", A, B)); }

    /// The least-squares solution of `A X = B` by `"gels"`, `"gelsy"`, `"gelsd"` or `"gelss"`; smaller singular values
    /// than `rcond` times the greatest count as 0.
    public static LstsqReturn lstsq(Tensor A, Tensor B, @Nullable Double rcond, @Nullable String driver) {
        return LstsqReturn.of(Operators.call("linalg_lstsq", A, B, rcond, driver));
    }

    /// The permutation and the triangular factors: `A = P L U`.
    public static LuReturn lu(Tensor A) { return LuReturn.of(Operators.call("linalg_lu", A)); }

    /// The permutation and the triangular factors, rows in place unless `pivot`.
    public static LuReturn lu(Tensor A, boolean pivot) { return LuReturn.of(Operators.call("linalg_lu", A, pivot)); }

    /// The LU factors in one matrix, and the pivots.
    public static LuFactorReturn luFactor(Tensor A) { return LuFactorReturn.of(Operators.call("linalg_lu_factor", A)); }

    /// The LU factors in one matrix, and the pivots, rows in place unless `pivot`.
    public static LuFactorReturn luFactor(Tensor A, boolean pivot) {
        return LuFactorReturn.of(Operators.call("linalg_lu_factor", A, pivot));
    }

    /// The LU factors, the pivots, and what went wrong instead of an error.
    public static LuFactorExReturn luFactorEx(Tensor A) {
        return LuFactorExReturn.of(Operators.call("linalg_lu_factor_ex", A));
    }

    /// The LU factors, the pivots, and what went wrong, as an error if `checkErrors`.
    public static LuFactorExReturn luFactorEx(Tensor A, boolean pivot, boolean checkErrors) {
        return LuFactorExReturn.of(Operators.call("linalg_lu_factor_ex", A, pivot, checkErrors));
    }

    /// Solves `A X = B` by the LU factors of A.
    public static Tensor luSolve(Tensor LU, Tensor pivots, Tensor B) {
        return Operators.call("linalg_lu_solve", LU, pivots, B);
    }

    /// Solves `A X = B`, or `X A = B` unless `left`, by the LU factors of A, or of its adjoint.
    public static Tensor luSolve(Tensor LU, Tensor pivots, Tensor B, boolean left, boolean adjoint) {
        return Operators.call("linalg_lu_solve", LU, pivots, B, left, adjoint);
    }

    /// The matrix product; vectors as rows or columns, batches broadcast.
    public static Tensor matmul(Tensor input, Tensor other) { return Operators.call("linalg_matmul", input, other); }

    /// The exponential of square matrices.
    public static Tensor matrixExp(Tensor A) { return Operators.call("linalg_matrix_exp", A); }

    /// The Frobenius norm of matrices.
    public static Tensor matrixNorm(Tensor A) { return Operators.call("linalg_matrix_norm.str_ord", A); }

    /// A norm of matrices: 1, -1, 2, -2, or an infinity.
    public static Tensor matrixNorm(Tensor A, Number ord) { return Operators.call("linalg_matrix_norm", A, ord); }

    /// A norm of matrices: 1, -1, 2, -2, or an infinity, over two dimensions.
    public static Tensor matrixNorm(Tensor A, Number ord, Size dim, boolean keepdim) {
        return Operators.call("linalg_matrix_norm", A, ord, dim, keepdim);
    }

    /// A norm of matrices: 1, -1, 2, -2, or an infinity, over two dimensions, computed in `dtype`.
    public static Tensor matrixNorm(Tensor A, Number ord, Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("linalg_matrix_norm", A, ord, dim, keepdim, dtype);
    }

    /// A norm of matrices: `"fro"` or `"nuc"`.
    public static Tensor matrixNorm(Tensor A, String ord) {
        return Operators.call("linalg_matrix_norm.str_ord", A, ord);
    }

    /// A norm of matrices: `"fro"` or `"nuc"`, over two dimensions.
    public static Tensor matrixNorm(Tensor A, String ord, Size dim, boolean keepdim) {
        return Operators.call("linalg_matrix_norm.str_ord", A, ord, dim, keepdim);
    }

    /// A norm of matrices: `"fro"` or `"nuc"`, over two dimensions, computed in `dtype`.
    public static Tensor matrixNorm(Tensor A, String ord, Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("linalg_matrix_norm.str_ord", A, ord, dim, keepdim, dtype);
    }

    /// Square matrices to the power of `n`; a negative one inverts.
    public static Tensor matrixPower(Tensor A, long n) { return Operators.call("linalg_matrix_power", A, n); }

    /// The rank of matrices.
    public static Tensor matrixRank(Tensor A) { return Operators.call("linalg_matrix_rank.atol_rtol_float", A); }

    /// The rank of matrices, Hermitian ones if so said.
    public static Tensor matrixRank(Tensor A, boolean hermitian) {
        return Operators.call("linalg_matrix_rank.atol_rtol_float", A, null, null, hermitian);
    }

    /// The rank of matrices; singular values below `atol`, or `rtol` times the greatest, count as 0.
    public static Tensor matrixRank(Tensor A, @Nullable Double atol, @Nullable Double rtol, boolean hermitian) {
        return Operators.call("linalg_matrix_rank.atol_rtol_float", A, atol, rtol, hermitian);
    }

    /// The rank of matrices, each with bounds of its own.
    public static Tensor matrixRank(Tensor A, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
        return Operators.call("linalg_matrix_rank.atol_rtol_tensor", A, atol, rtol, hermitian);
    }

    /// The pseudo-inverse of matrices.
    public static Tensor pinv(Tensor A) { return Operators.call("linalg_pinv.atol_rtol_float", A); }

    /// The pseudo-inverse of matrices, Hermitian ones if so said.
    public static Tensor pinv(Tensor A, boolean hermitian) {
        return Operators.call("linalg_pinv.atol_rtol_float", A, null, null, hermitian);
    }

    /// The pseudo-inverse of matrices; singular values below `atol`, or `rtol` times the greatest, count as 0.
    public static Tensor pinv(Tensor A, @Nullable Double atol, @Nullable Double rtol, boolean hermitian) {
        return Operators.call("linalg_pinv.atol_rtol_float", A, atol, rtol, hermitian);
    }

    /// The pseudo-inverse of matrices, each with bounds of its own.
    public static Tensor pinv(Tensor A, @Nullable Tensor atol, @Nullable Tensor rtol, boolean hermitian) {
        return Operators.call("linalg_pinv.atol_rtol_tensor", A, atol, rtol, hermitian);
    }

    /// The product of several matrices, in the order that costs least; the first and the last may be vectors.
    public static Tensor multiDot(Tensor... tensors) { return Operators.call("linalg_multi_dot", (Object) tensors); }

    /// The product of several matrices, in the order that costs least; the first and the last may be vectors.
    public static Tensor multiDot(List<? extends Tensor> tensors) {
        return Operators.call("linalg_multi_dot", tensors);
    }

    /// The root of the summed squares of all elements.
    public static Tensor norm(Tensor A) { return Operators.call("linalg_norm", A); }

    /// A norm of a vector or matrix, by its number.
    public static Tensor norm(Tensor A, Number ord) { return Operators.call("linalg_norm", A, ord); }

    /// A norm of vectors along dimension `dim`.
    public static Tensor norm(Tensor A, Number ord, long dim) {
        return Operators.call("linalg_norm", A, ord, new long[] { dim });
    }

    /// A norm of vectors along one dimension, of matrices over two.
    public static Tensor norm(Tensor A, @Nullable Number ord, @Nullable Size dim, boolean keepdim) {
        return Operators.call("linalg_norm", A, ord, dim, keepdim);
    }

    /// A norm of vectors along one dimension, of matrices over two, computed in `dtype`.
    public static Tensor norm(Tensor A, @Nullable Number ord, @Nullable Size dim, boolean keepdim,
            @Nullable DType dtype) {
        return Operators.call("linalg_norm", A, ord, dim, keepdim, dtype);
    }

    /// A norm of a matrix: `"fro"` or `"nuc"`.
    public static Tensor norm(Tensor A, String ord) { return Operators.call("linalg_norm.ord_str", A, ord); }

    /// A norm of vectors along one dimension, of matrices over two.
    public static Tensor norm(Tensor A, String ord, @Nullable Size dim, boolean keepdim) {
        return Operators.call("linalg_norm.ord_str", A, ord, dim, keepdim);
    }

    /// A norm of vectors along one dimension, of matrices over two, computed in `dtype`.
    public static Tensor norm(Tensor A, String ord, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("linalg_norm.ord_str", A, ord, dim, keepdim, dtype);
    }

    /// Orthogonal and upper triangular factors: `A = Q R`.
    public static QrReturn qr(Tensor A) { return QrReturn.of(Operators.call("linalg_qr", A)); }

    /// Orthogonal and upper triangular factors, `"reduced"`, `"complete"`, or `"r"` without Q.
    public static QrReturn qr(Tensor A, String mode) { return QrReturn.of(Operators.call("linalg_qr", A, mode)); }

    /// The sign and the logarithm of the absolute value of the determinant of square matrices.
    public static SlogdetReturn slogdet(Tensor A) { return SlogdetReturn.of(Operators.call("linalg_slogdet", A)); }

    /// Solves `A X = B`.
    ///
    /// @throws LinAlgError if there is not one solution
    public static Tensor solve(Tensor A, Tensor B) { return Operators.call("linalg_solve", A, B); }

    /// Solves `A X = B`, or `X A = B` unless `left`.
    public static Tensor solve(Tensor A, Tensor B, boolean left) { return Operators.call("linalg_solve", A, B, left); }

    /// Solves `A X = B`, and says where it could not instead of an error.
    public static SolveExReturn solveEx(Tensor A, Tensor B) {
        return SolveExReturn.of(Operators.call("linalg_solve_ex", A, B));
    }

    /// Solves `A X = B`, or `X A = B` unless `left`, and says where it could not.
    public static SolveExReturn solveEx(Tensor A, Tensor B, boolean left, boolean checkErrors) {
        return SolveExReturn.of(Operators.call("linalg_solve_ex", A, B, left, checkErrors));
    }

    /// Solves `A X = B` for an upper or lower triangular A.
    public static Tensor solveTriangular(Tensor A, Tensor B, boolean upper) {
        return Operators.call("linalg_solve_triangular", A, B, upper);
    }

    /// Solves `A X = B`, or `X A = B` unless `left`, for a triangular A, with ones on its diagonal if `unitriangular`.
    public static Tensor solveTriangular(Tensor A, Tensor B, boolean upper, boolean left, boolean unitriangular) {
        return Operators.call("linalg_solve_triangular", A, B, upper, left, unitriangular);
    }

    /// The singular value decomposition `A = U diag(S) Vh`, with complete U and Vh.
    public static SvdReturn svd(Tensor A) { return SvdReturn.of(Operators.call("linalg_svd", A)); }

    /// The singular value decomposition, with as many vectors as singular values unless `fullMatrices`.
    public static SvdReturn svd(Tensor A, boolean fullMatrices) {
        return SvdReturn.of(Operators.call("linalg_svd", A, fullMatrices));
    }

    /// The same; a driver can be chosen on CUDA only.
    public static SvdReturn svd(Tensor A, boolean fullMatrices, @Nullable String driver) {
        return SvdReturn.of(Operators.call("linalg_svd", A, fullMatrices, driver));
    }

    /// The singular values of matrices, the greatest first.
    public static Tensor svdvals(Tensor A) { return Operators.call("linalg_svdvals", A); }

    /// The same; a driver can be chosen on CUDA only.
    public static Tensor svdvals(Tensor A, @Nullable String driver) {
        return Operators.call("linalg_svdvals", A, driver);
    }

    /// The inverse for `tensordot` over the first two dimensions.
    public static Tensor tensorinv(Tensor A) { return Operators.call("linalg_tensorinv", A); }

    /// The inverse for `tensordot` over the first `ind` dimensions.
    public static Tensor tensorinv(Tensor A, long ind) { return Operators.call("linalg_tensorinv", A, ind); }

    /// Solves `tensordot(A, X) = B`.
    public static Tensor tensorsolve(Tensor A, Tensor B) { return Operators.call("linalg_tensorsolve", A, B); }

    /// Solves `tensordot(A, X) = B`; `dims` of A go to its end first.
    public static Tensor tensorsolve(Tensor A, Tensor B, @Nullable Size dims) {
        return Operators.call("linalg_tensorsolve", A, B, dims);
    }

    /// The powers 0 to n - 1 of each element.
    public static Tensor vander(Tensor x) { return Operators.call("linalg_vander", x); }

    /// The powers 0 to N - 1 of each element.
    public static Tensor vander(Tensor x, @Nullable Long N) { return Operators.call("linalg_vander", x, N); }

    /// The sums of products along the last dimension, the first factor conjugated.
    public static Tensor vecdot(Tensor x, Tensor y) { return Operators.call("linalg_vecdot", x, y); }

    /// The sums of products along dimension `dim`, the first factor conjugated.
    public static Tensor vecdot(Tensor x, Tensor y, long dim) { return Operators.call("linalg_vecdot", x, y, dim); }

    /// The root of the summed squares of all elements.
    public static Tensor vectorNorm(Tensor x) { return Operators.call("linalg_vector_norm", x); }

    /// A norm of all elements as one vector.
    public static Tensor vectorNorm(Tensor x, Number ord) { return Operators.call("linalg_vector_norm", x, ord); }

    /// A norm of vectors along dimension `dim`.
    public static Tensor vectorNorm(Tensor x, Number ord, long dim) {
        return Operators.call("linalg_vector_norm", x, ord, new long[] { dim });
    }

    /// A norm of vectors over dimensions, null for all.
    public static Tensor vectorNorm(Tensor x, Number ord, @Nullable Size dim, boolean keepdim) {
        return Operators.call("linalg_vector_norm", x, ord, dim, keepdim);
    }

    /// A norm of vectors over dimensions, null for all, computed in `dtype`.
    public static Tensor vectorNorm(Tensor x, Number ord, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("linalg_vector_norm", x, ord, dim, keepdim, dtype);
    }

    /// What `choleskyEx` gives.
    ///
    /// @param L the factors
    /// @param info 0, or where it failed, for each matrix
    public record CholeskyExReturn(Tensor L, Tensor info) {
        static CholeskyExReturn of(Object... results) {
            return new CholeskyExReturn((Tensor) results[0], (Tensor) results[1]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_cholesky_ex", "L", L, "info", info); }
    }

    /// What `eig` gives.
    ///
    /// @param eigenvalues the eigenvalues
    /// @param eigenvectors the eigenvectors, a column each
    public record EigReturn(Tensor eigenvalues, Tensor eigenvectors) {
        static EigReturn of(Object... results) { return new EigReturn((Tensor) results[0], (Tensor) results[1]); }

        /// As PyTorch prints it.
        @Override
        public String toString() {
            return ReturnText.named("linalg_eig", "eigenvalues", eigenvalues, "eigenvectors", eigenvectors);
        }
    }

    /// What `eigh` gives.
    ///
    /// @param eigenvalues the eigenvalues
    /// @param eigenvectors the eigenvectors, a column each
    public record EighReturn(Tensor eigenvalues, Tensor eigenvectors) {
        static EighReturn of(Object... results) { return new EighReturn((Tensor) results[0], (Tensor) results[1]); }

        /// As PyTorch prints it.
        @Override
        public String toString() {
            return ReturnText.named("linalg_eigh", "eigenvalues", eigenvalues, "eigenvectors", eigenvectors);
        }
    }

    /// What `invEx` gives.
    ///
    /// @param inverse the inverses
    /// @param info 0, or where it failed, for each matrix
    public record InvExReturn(Tensor inverse, Tensor info) {
        static InvExReturn of(Object... results) { return new InvExReturn((Tensor) results[0], (Tensor) results[1]); }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_inv_ex", "inverse", inverse, "info", info); }
    }

    /// What `ldlFactor` gives.
    ///
    /// @param LD the factors
    /// @param pivots the pivots
    public record LdlFactorReturn(Tensor LD, Tensor pivots) {
        static LdlFactorReturn of(Object... results) {
            return new LdlFactorReturn((Tensor) results[0], (Tensor) results[1]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_ldl_factor", "LD", LD, "pivots", pivots); }
    }

    /// What `ldlFactorEx` gives.
    ///
    /// @param LD the factors
    /// @param pivots the pivots
    /// @param info 0, or where it failed, for each matrix
    public record LdlFactorExReturn(Tensor LD, Tensor pivots, Tensor info) {
        static LdlFactorExReturn of(Object... results) {
            return new LdlFactorExReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() {
            return ReturnText.named("linalg_ldl_factor_ex", "LD", LD, "pivots", pivots, "info", info);
        }
    }

    /// What `lstsq` gives.
    ///
    /// @param solution the solution
    /// @param residuals the squared residuals, empty unless there are more rows than columns
    /// @param rank the rank, empty if not computed
    /// @param singularValues the singular values, empty if not computed
    public record LstsqReturn(Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) {
        static LstsqReturn of(Object... results) {
            return new LstsqReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2], (Tensor) results[3]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() {
            return ReturnText.named("linalg_lstsq", "solution", solution, "residuals", residuals, "rank", rank,
                    "singular_values", singularValues);
        }
    }

    /// What `lu` gives.
    ///
    /// @param P the permutation
    /// @param L lower triangular factors
    /// @param U upper triangular factors
    public record LuReturn(Tensor P, Tensor L, Tensor U) {
        static LuReturn of(Object... results) {
            return new LuReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_lu", "P", P, "L", L, "U", U); }
    }

    /// What `luFactor` gives.
    ///
    /// @param LU the factors
    /// @param pivots the pivots
    public record LuFactorReturn(Tensor LU, Tensor pivots) {
        static LuFactorReturn of(Object... results) {
            return new LuFactorReturn((Tensor) results[0], (Tensor) results[1]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_lu_factor", "LU", LU, "pivots", pivots); }
    }

    /// What `luFactorEx` gives.
    ///
    /// @param LU the factors
    /// @param pivots the pivots
    /// @param info 0, or where it failed, for each matrix
    public record LuFactorExReturn(Tensor LU, Tensor pivots, Tensor info) {
        static LuFactorExReturn of(Object... results) {
            return new LuFactorExReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() {
            return ReturnText.named("linalg_lu_factor_ex", "LU", LU, "pivots", pivots, "info", info);
        }
    }

    /// What `qr` gives.
    ///
    /// @param Q orthogonal factors
    /// @param R upper triangular factors
    public record QrReturn(Tensor Q, Tensor R) {
        static QrReturn of(Object... results) { return new QrReturn((Tensor) results[0], (Tensor) results[1]); }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_qr", "Q", Q, "R", R); }
    }

    /// What `slogdet` gives.
    ///
    /// @param sign the signs
    /// @param logabsdet the logarithms of the absolute values
    public record SlogdetReturn(Tensor sign, Tensor logabsdet) {
        static SlogdetReturn of(Object... results) {
            return new SlogdetReturn((Tensor) results[0], (Tensor) results[1]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_slogdet", "sign", sign, "logabsdet", logabsdet); }
    }

    /// What `solveEx` gives.
    ///
    /// @param result the solutions
    /// @param info 0, or where it failed, for each matrix
    public record SolveExReturn(Tensor result, Tensor info) {
        static SolveExReturn of(Object... results) {
            return new SolveExReturn((Tensor) results[0], (Tensor) results[1]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_solve_ex", "result", result, "info", info); }
    }

    /// What `svd` gives.
    ///
    /// @param U left singular vectors, a column each
    /// @param S singular values, the greatest first
    /// @param Vh right singular vectors, a row each
    public record SvdReturn(Tensor U, Tensor S, Tensor Vh) {
        static SvdReturn of(Object... results) {
            return new SvdReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
        }

        /// As PyTorch prints it.
        @Override
        public String toString() { return ReturnText.named("linalg_svd", "U", U, "S", S, "Vh", Vh); }
    }
}
