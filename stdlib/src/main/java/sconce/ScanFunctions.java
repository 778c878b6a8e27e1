package sconce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that go along a dimension, and those that count.
abstract sealed class ScanFunctions extends ReductionFunctions permits SortingFunctions {
    ScanFunctions() {}

    /// The running sum along dimension `dim`.
    public static Tensor cumsum(Tensor input, long dim) { return input.cumsum(dim); }

    /// The running sum along dimension `dim`, computed in `dtype`.
    public static Tensor cumsum(Tensor input, long dim, @Nullable DType dtype) { return input.cumsum(dim, dtype); }

    /// The running product along dimension `dim`.
    public static Tensor cumprod(Tensor input, long dim) { return input.cumprod(dim); }

    /// The running product along dimension `dim`, computed in `dtype`.
    public static Tensor cumprod(Tensor input, long dim, @Nullable DType dtype) { return input.cumprod(dim, dtype); }

    /// The logarithm of the running sum of exponentials along dimension `dim`.
    public static Tensor logcumsumexp(Tensor input, long dim) { return input.logcumsumexp(dim); }

    /// The greatest element so far along dimension `dim`, and where it was.
    public static CummaxReturn cummax(Tensor input, long dim) { return input.cummax(dim); }

    /// The smallest element so far along dimension `dim`, and where it was.
    public static CumminReturn cummin(Tensor input, long dim) { return input.cummin(dim); }

    /// The differences of neighbours along the last dimension.
    public static Tensor diff(Tensor input) { return input.diff(); }

    /// The `n`-th differences of neighbours along the last dimension.
    public static Tensor diff(Tensor input, long n) { return input.diff(n); }

    /// The `n`-th differences of neighbours along dimension `dim`.
    public static Tensor diff(Tensor input, long n, long dim) { return input.diff(n, dim); }

    /// The `n`-th differences of neighbours along dimension `dim`, with more elements at its ends.
    public static Tensor diff(Tensor input, long n, long dim, @Nullable Tensor prepend, @Nullable Tensor append) {
        return input.diff(n, dim, prepend, append);
    }

    /// Exponentials scaled to the sum 1 along dimension `dim`.
    public static Tensor softmax(Tensor input, long dim) { return input.softmax(dim); }

    /// Exponentials scaled to the sum 1 along dimension `dim`, computed in `dtype`.
    public static Tensor softmax(Tensor input, long dim, @Nullable DType dtype) { return input.softmax(dim, dtype); }

    /// The logarithm of the exponentials scaled to the sum 1 along dimension `dim`.
    public static Tensor logSoftmax(Tensor input, long dim) { return input.logSoftmax(dim); }

    /// The logarithm of the exponentials scaled to the sum 1 along dimension `dim`, computed in `dtype`.
    public static Tensor logSoftmax(Tensor input, long dim, @Nullable DType dtype) {
        return input.logSoftmax(dim, dtype);
    }

    /// The integral of `y` by the trapezoidal rule along the last dimension, in steps of 1.
    public static Tensor trapezoid(Tensor y) { return Operators.call("trapezoid.dx", y); }

    /// The integral of `y` by the trapezoidal rule at the places `x`.
    public static Tensor trapezoid(Tensor y, Tensor x) { return Operators.call("trapezoid.x", y, x); }

    /// The integral of `y` by the trapezoidal rule in steps of `dx`.
    public static Tensor trapezoid(Tensor y, Number dx) { return Operators.call("trapezoid.dx", y, dx); }

    /// The integral of `y` by the trapezoidal rule at the places `x`, along dimension `dim`.
    public static Tensor trapezoid(Tensor y, Tensor x, long dim) { return Operators.call("trapezoid.x", y, x, dim); }

    /// The integral of `y` by the trapezoidal rule in steps of `dx`, along dimension `dim`.
    public static Tensor trapezoid(Tensor y, Number dx, long dim) { return Operators.call("trapezoid.dx", y, dx, dim); }

    /// The running integral of `y` by the trapezoidal rule along the last dimension, in steps of 1.
    public static Tensor cumulativeTrapezoid(Tensor y) { return Operators.call("cumulative_trapezoid.dx", y); }

    /// The running integral of `y` by the trapezoidal rule at the places `x`.
    public static Tensor cumulativeTrapezoid(Tensor y, Tensor x) {
        return Operators.call("cumulative_trapezoid.x", y, x);
    }

    /// The running integral of `y` by the trapezoidal rule in steps of `dx`.
    public static Tensor cumulativeTrapezoid(Tensor y, Number dx) {
        return Operators.call("cumulative_trapezoid.dx", y, dx);
    }

    /// The running integral of `y` by the trapezoidal rule at the places `x`, along dimension `dim`.
    public static Tensor cumulativeTrapezoid(Tensor y, Tensor x, long dim) {
        return Operators.call("cumulative_trapezoid.x", y, x, dim);
    }

    /// The running integral of `y` by the trapezoidal rule in steps of `dx`, along dimension `dim`.
    public static Tensor cumulativeTrapezoid(Tensor y, Number dx, long dim) {
        return Operators.call("cumulative_trapezoid.dx", y, dx, dim);
    }

    /// Another name of `trapezoid`.
    public static Tensor trapz(Tensor y) { return Operators.call("trapz.dx", y); }

    /// Another name of `trapezoid`.
    public static Tensor trapz(Tensor y, Tensor x) { return Operators.call("trapz.x", y, x); }

    /// Another name of `trapezoid`.
    public static Tensor trapz(Tensor y, double dx) { return Operators.call("trapz.dx", y, dx); }

    /// Another name of `trapezoid`.
    public static Tensor trapz(Tensor y, Tensor x, long dim) { return Operators.call("trapz.x", y, x, dim); }

    /// Another name of `trapezoid`.
    public static Tensor trapz(Tensor y, double dx, long dim) { return Operators.call("trapz.dx", y, dx, dim); }

    /// How often each number from 0 on occurs.
    public static Tensor bincount(Tensor input) { return input.bincount(); }

    /// The summed weights of each number from 0 on, at least `minlength` of them.
    public static Tensor bincount(Tensor input, @Nullable Tensor weights, long minlength) {
        return input.bincount(weights, minlength);
    }

    /// How many elements fall into each of 100 equal bins between the smallest and the greatest.
    public static Tensor histc(Tensor input) { return input.histc(); }

    /// How many elements fall into each of `bins` equal bins between the smallest and the greatest.
    public static Tensor histc(Tensor input, long bins) { return input.histc(bins); }

    /// How many elements fall into each of `bins` equal bins between `min` and `max`.
    public static Tensor histc(Tensor input, long bins, Number min, Number max) { return input.histc(bins, min, max); }

    /// How many elements fall into each of `bins` equal bins, and their edges.
    public static HistogramReturn histogram(Tensor input, long bins) { return input.histogram(bins); }

    /// How many elements fall between each two edges.
    public static HistogramReturn histogram(Tensor input, Tensor bins) { return input.histogram(bins); }

    /// The weights that fall into each of `bins` equal bins of a range, scaled to an integral of 1 if `density`.
    public static HistogramReturn histogram(Tensor input, long bins, double @Nullable [] range, @Nullable Tensor weight,
            boolean density) {
        return input.histogram(bins, range, weight, density);
    }

    /// The weights that fall between each two edges, scaled to an integral of 1 if `density`.
    public static HistogramReturn histogram(Tensor input, Tensor bins, @Nullable Tensor weight, boolean density) {
        return input.histogram(bins, weight, density);
    }

    /// How many points, a row each, fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, long bins) {
        return HistogramddReturn.of(Operators.call("histogramdd.int_bins", input, bins));
    }

    /// The weights of the points, a row each, that fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, long bins, double @Nullable [] range,
            @Nullable Tensor weight, boolean density) {
        return HistogramddReturn.of(Operators.call("histogramdd.int_bins", input, bins, range, weight, density));
    }

    /// How many points, a row each, fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, Size bins) {
        return HistogramddReturn.of(Operators.call("histogramdd", input, bins));
    }

    /// The weights of the points, a row each, that fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, Size bins, double @Nullable [] range,
            @Nullable Tensor weight, boolean density) {
        return HistogramddReturn.of(Operators.call("histogramdd", input, bins, range, weight, density));
    }

    /// How many points, a row each, fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, List<? extends Tensor> bins) {
        return HistogramddReturn.of(Operators.call("histogramdd.TensorList_bins", input, bins));
    }

    /// The weights of the points, a row each, that fall into each bin, and the edges of the bins in each dimension.
    public static HistogramddReturn histogramdd(Tensor input, List<? extends Tensor> bins, double @Nullable [] range,
            @Nullable Tensor weight, boolean density) {
        return HistogramddReturn.of(Operators.call("histogramdd.TensorList_bins", input, bins, range, weight, density));
    }

    /// The covariances of variables, a row each.
    public static Tensor cov(Tensor input) { return input.cov(); }

    /// The covariances of variables, a row each, by `n - correction`, of weighted observations.
    public static Tensor cov(Tensor input, long correction, @Nullable Tensor fweights, @Nullable Tensor aweights) {
        return input.cov(correction, fweights, aweights);
    }

    /// Pearson's correlation coefficients of variables, a row each.
    public static Tensor corrcoef(Tensor input) { return input.corrcoef(); }

    /// Slices along `dim` scaled down to the `p`-norm `maxnorm` where theirs is greater.
    public static Tensor renorm(Tensor input, Number p, long dim, Number maxnorm) {
        return input.renorm(p, dim, maxnorm);
    }

    /// Segments of the first dimension, of these lengths, reduced by `"sum"`, `"mean"`, `"max"`, `"min"` or `"prod"`.
    public static Tensor segmentReduce(Tensor data, String reduce, @Nullable Tensor lengths) {
        return Operators.call("segment_reduce", data, reduce, lengths);
    }

    /// Segments along `axis`, given by lengths or offsets, reduced from `initial` on.
    public static Tensor segmentReduce(Tensor data, String reduce, @Nullable Tensor lengths, @Nullable Tensor indices,
            @Nullable Tensor offsets, long axis, boolean unsafe, @Nullable Number initial) {
        return Operators.call("segment_reduce", data, reduce, lengths, indices, offsets, axis, unsafe, initial);
    }

    /// The derivative along each dimension, from neighbours at distance 1.
    public static List<Tensor> gradient(Tensor input) { return Operators.call("gradient.scalarint", input); }

    /// The derivative along each dimension, from neighbours at distance `spacing`.
    public static List<Tensor> gradient(Tensor input, Number spacing) {
        return Operators.call("gradient.scalarint", input, spacing);
    }

    /// The derivative along dimension `dim`, at the ends of order 1 or 2.
    public static List<Tensor> gradient(Tensor input, @Nullable Number spacing, long dim, long edgeOrder) {
        return Operators.call("gradient.scalarint", input, spacing, dim, edgeOrder);
    }

    /// The derivative along dimensions, null for all, at the ends of order 1 or 2.
    public static List<Tensor> gradient(Tensor input, Number spacing, @Nullable Size dim, long edgeOrder) {
        return Differences.gradient(input, spacing, dim, edgeOrder);
    }

    /// The derivative along dimensions, null for all, each with a distance or with the places of its elements.
    public static List<Tensor> gradient(Tensor input, List<?> spacing, @Nullable Size dim, long edgeOrder) {
        return Differences.gradient(input, spacing, dim, edgeOrder);
    }

    /// A number that tells whether two tensors have the same bits.
    public static Tensor hashTensor(Tensor input) { return input.hashTensor(); }

    /// Numbers that tell whether slices have the same bits.
    public static Tensor hashTensor(Tensor input, Size dim, boolean keepdim, long mode) {
        return input.hashTensor(dim, keepdim, mode);
    }
}
