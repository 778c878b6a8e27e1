package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that go along a dimension, and those that count.
sealed interface ScanMethods permits ReductionMethods {
    /// The running sum along dimension `dim`.
    default Tensor cumsum(long dim) { return Operators.call("cumsum", this, dim); }

    /// The running sum along dimension `dim`, computed in `dtype`.
    default Tensor cumsum(long dim, @Nullable DType dtype) { return Operators.call("cumsum", this, dim, dtype); }

    /// The running product along dimension `dim`.
    default Tensor cumprod(long dim) { return Operators.call("cumprod", this, dim); }

    /// The running product along dimension `dim`, computed in `dtype`.
    default Tensor cumprod(long dim, @Nullable DType dtype) { return Operators.call("cumprod", this, dim, dtype); }

    /// The logarithm of the running sum of exponentials along dimension `dim`.
    default Tensor logcumsumexp(long dim) { return Operators.call("logcumsumexp", this, dim); }

    /// The greatest element so far along dimension `dim`, and where it was.
    default CummaxReturn cummax(long dim) { return CummaxReturn.of(Operators.call("cummax", this, dim)); }

    /// The smallest element so far along dimension `dim`, and where it was.
    default CumminReturn cummin(long dim) { return CumminReturn.of(Operators.call("cummin", this, dim)); }

    /// The differences of neighbours along the last dimension.
    default Tensor diff() { return Operators.call("diff", this); }

    /// The `n`-th differences of neighbours along the last dimension.
    default Tensor diff(long n) { return Operators.call("diff", this, n); }

    /// The `n`-th differences of neighbours along dimension `dim`.
    default Tensor diff(long n, long dim) { return Operators.call("diff", this, n, dim); }

    /// The `n`-th differences of neighbours along dimension `dim`, with more elements at its ends.
    default Tensor diff(long n, long dim, @Nullable Tensor prepend, @Nullable Tensor append) {
        return Operators.call("diff", this, n, dim, prepend, append);
    }

    /// Exponentials scaled to the sum 1 along dimension `dim`.
    default Tensor softmax(long dim) { return Operators.call("softmax.int", this, dim); }

    /// Exponentials scaled to the sum 1 along dimension `dim`, computed in `dtype`.
    default Tensor softmax(long dim, @Nullable DType dtype) { return Operators.call("softmax.int", this, dim, dtype); }

    /// The logarithm of the exponentials scaled to the sum 1 along dimension `dim`.
    default Tensor logSoftmax(long dim) { return Operators.call("log_softmax.int", this, dim); }

    /// The logarithm of the exponentials scaled to the sum 1 along dimension `dim`, computed in `dtype`.
    default Tensor logSoftmax(long dim, @Nullable DType dtype) {
        return Operators.call("log_softmax.int", this, dim, dtype);
    }

    /// How often each number from 0 on occurs.
    default Tensor bincount() { return Operators.call("bincount", this); }

    /// The summed weights of each number from 0 on, at least `minlength` of them.
    default Tensor bincount(@Nullable Tensor weights, long minlength) {
        return Operators.call("bincount", this, weights, minlength);
    }

    /// How many elements fall into each of 100 equal bins between the smallest and the greatest.
    default Tensor histc() { return Operators.call("histc", this); }

    /// How many elements fall into each of `bins` equal bins between the smallest and the greatest.
    default Tensor histc(long bins) { return Operators.call("histc", this, bins); }

    /// How many elements fall into each of `bins` equal bins between `min` and `max`.
    default Tensor histc(long bins, Number min, Number max) { return Operators.call("histc", this, bins, min, max); }

    /// How many elements fall into each of `bins` equal bins, and their edges.
    default HistogramReturn histogram(long bins) {
        return HistogramReturn.of(Operators.call("histogram.bin_ct", this, bins));
    }

    /// How many elements fall between each two edges.
    default HistogramReturn histogram(Tensor bins) {
        return HistogramReturn.of(Operators.call("histogram.bins_tensor", this, bins));
    }

    /// The weights that fall into each of `bins` equal bins of a range, scaled to an integral of 1 if `density`.
    default HistogramReturn histogram(long bins, double @Nullable [] range, @Nullable Tensor weight, boolean density) {
        return HistogramReturn.of(Operators.call("histogram.bin_ct", this, bins, range, weight, density));
    }

    /// The weights that fall between each two edges, scaled to an integral of 1 if `density`.
    default HistogramReturn histogram(Tensor bins, @Nullable Tensor weight, boolean density) {
        return HistogramReturn.of(Operators.call("histogram.bins_tensor", this, bins, weight, density));
    }

    /// The covariances of variables, a row each.
    default Tensor cov() { return Operators.call("cov", this); }

    /// The covariances of variables, a row each, by `n - correction`, of weighted observations.
    default Tensor cov(long correction, @Nullable Tensor fweights, @Nullable Tensor aweights) {
        return Operators.call("cov", this, correction, fweights, aweights);
    }

    /// Pearson's correlation coefficients of variables, a row each.
    default Tensor corrcoef() { return Operators.call("corrcoef", this); }

    /// Slices along `dim` scaled down to the `p`-norm `maxnorm` where theirs is greater.
    default Tensor renorm(Number p, long dim, Number maxnorm) {
        return Operators.call("renorm", this, p, dim, maxnorm);
    }

    /// A number that tells whether two tensors have the same bits.
    default Tensor hashTensor() { return Operators.call("hash_tensor", this); }

    /// Numbers that tell whether slices have the same bits.
    default Tensor hashTensor(Size dim, boolean keepdim, long mode) {
        return Operators.call("hash_tensor", this, dim, keepdim, mode);
    }
}
