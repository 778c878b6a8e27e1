package sconce;

import org.jspecify.annotations.Nullable;

/// A singular value decomposition of few values, found from products with random vectors (Halko, Martinsson and Tropp,
/// "Finding structure with randomness", 2009): algorithm 4.4 finds the space, 5.1 decomposes within it.
final class LowRank {
    private LowRank() {}

    /// The decomposition of `A - M`; without `M`, of `A`.
    static LowRankReturn svd(Tensor A, long q, long niter, @Nullable Tensor M) {
        var mean = M == null ? null : M.broadcastTo(A.size());
        boolean wide = A.size(-2) < A.size(-1);
        var tall = wide ? A.mH() : A;
        var tallMean = wide && mean != null ? mean.mH() : mean;
        var basis = basis(tall, q, niter, tallMean);
        var inside = Linalg.svd(product(basis.mH(), tall, tallMean), false);
        var left = basis.matmul(inside.U());
        var right = inside.Vh().mH();
        return wide ? new LowRankReturn(right, inside.S(), left) : new LowRankReturn(left, inside.S(), right);
    }

    /// The decomposition of the columns less their means.
    static LowRankReturn pca(Tensor A, @Nullable Long q, boolean center, long niter) {
        long most = Math.min(A.size(-2), A.size(-1));
        if (q != null && (q < 0 || q > most)) {
            throw new ValueError(
                    "q(=%d) must be non-negative integer and not greater than min(m, n)=%d".formatted(q, most));
        }
        if (niter < 0) throw new ValueError("niter(=%d) must be non-negative integer".formatted(niter));
        var centred = center ? A.sub(A.mean(Torch.size(-2), true)) : A;
        return svd(centred, q == null ? Math.min(6, most) : q, niter, null);
    }

    /// Orthonormal columns that span nearly what the matrix does.
    private static Tensor basis(Tensor A, long q, long niter, @Nullable Tensor M) {
        var whole = !A.dtype().isFloatingPoint() && !A.dtype().isComplex();
        var dtype = whole ? DType.float32 : A.dtype();
        var random = Torch.randn(Torch.size(A.size(-1), q), o -> o.dtype(dtype).device(A.device()));
        var columns = Linalg.qr(product(A, random, M, random)).Q();
        for (var i = 0; i < niter; i++) {
            columns = Linalg.qr(product(A.mH(), columns, M == null ? null : M.mH(), columns)).Q();
            columns = Linalg.qr(product(A, columns, M, columns)).Q();
        }
        return columns;
    }

    private static Tensor product(Tensor A, Tensor x, @Nullable Tensor M, Tensor y) {
        return M == null ? A.matmul(x) : A.matmul(x).sub(M.matmul(y));
    }

    private static Tensor product(Tensor x, Tensor A, @Nullable Tensor M) {
        return M == null ? x.matmul(A) : x.matmul(A).sub(x.matmul(M));
    }
}
