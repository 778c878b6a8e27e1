package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that make few numbers of many.
abstract sealed class ReductionFunctions extends ArithmeticFunctions permits ScanFunctions {
    ReductionFunctions() {}

    /// The sum of all elements.
    public static Tensor sum(Tensor input) { return input.sum(); }

    /// The sum of all elements, computed in `dtype`.
    public static Tensor sum(Tensor input, DType dtype) { return input.sum(dtype); }

    /// The sum along dimension `dim`.
    public static Tensor sum(Tensor input, long dim) { return input.sum(dim); }

    /// The sum along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor sum(Tensor input, long dim, boolean keepdim) { return input.sum(dim, keepdim); }

    /// The sum along several dimensions.
    public static Tensor sum(Tensor input, Size dim) { return input.sum(dim); }

    /// The sum along several dimensions. With `keepdim` the dimension stays, of size 1.
    public static Tensor sum(Tensor input, Size dim, boolean keepdim) { return input.sum(dim, keepdim); }

    /// The sum along several dimensions, null for all, computed in `dtype`.
    public static Tensor sum(Tensor input, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return input.sum(dim, keepdim, dtype);
    }

    /// The mean of all elements.
    public static Tensor mean(Tensor input) { return input.mean(); }

    /// The mean of all elements, computed in `dtype`.
    public static Tensor mean(Tensor input, DType dtype) { return input.mean(dtype); }

    /// The mean along dimension `dim`.
    public static Tensor mean(Tensor input, long dim) { return input.mean(dim); }

    /// The mean along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor mean(Tensor input, long dim, boolean keepdim) { return input.mean(dim, keepdim); }

    /// The mean along several dimensions.
    public static Tensor mean(Tensor input, Size dim) { return input.mean(dim); }

    /// The mean along several dimensions. With `keepdim` the dimension stays, of size 1.
    public static Tensor mean(Tensor input, Size dim, boolean keepdim) { return input.mean(dim, keepdim); }

    /// The mean along several dimensions, null for all, computed in `dtype`.
    public static Tensor mean(Tensor input, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return input.mean(dim, keepdim, dtype);
    }

    /// The sum, NaN counted as 0, of all elements.
    public static Tensor nansum(Tensor input) { return input.nansum(); }

    /// The sum, NaN counted as 0, of all elements, computed in `dtype`.
    public static Tensor nansum(Tensor input, DType dtype) { return input.nansum(dtype); }

    /// The sum, NaN counted as 0, along dimension `dim`.
    public static Tensor nansum(Tensor input, long dim) { return input.nansum(dim); }

    /// The sum, NaN counted as 0, along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor nansum(Tensor input, long dim, boolean keepdim) { return input.nansum(dim, keepdim); }

    /// The sum, NaN counted as 0, along several dimensions.
    public static Tensor nansum(Tensor input, Size dim) { return input.nansum(dim); }

    /// The sum, NaN counted as 0, along several dimensions. With `keepdim` the dimension stays, of size 1.
    public static Tensor nansum(Tensor input, Size dim, boolean keepdim) { return input.nansum(dim, keepdim); }

    /// The sum, NaN counted as 0, along several dimensions, null for all, computed in `dtype`.
    public static Tensor nansum(Tensor input, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return input.nansum(dim, keepdim, dtype);
    }

    /// The mean of what is not NaN of all elements.
    public static Tensor nanmean(Tensor input) { return input.nanmean(); }

    /// The mean of what is not NaN of all elements, computed in `dtype`.
    public static Tensor nanmean(Tensor input, DType dtype) { return input.nanmean(dtype); }

    /// The mean of what is not NaN along dimension `dim`.
    public static Tensor nanmean(Tensor input, long dim) { return input.nanmean(dim); }

    /// The mean of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor nanmean(Tensor input, long dim, boolean keepdim) { return input.nanmean(dim, keepdim); }

    /// The mean of what is not NaN along several dimensions.
    public static Tensor nanmean(Tensor input, Size dim) { return input.nanmean(dim); }

    /// The mean of what is not NaN along several dimensions. With `keepdim` the dimension stays, of size 1.
    public static Tensor nanmean(Tensor input, Size dim, boolean keepdim) { return input.nanmean(dim, keepdim); }

    /// The mean of what is not NaN along several dimensions, null for all, computed in `dtype`.
    public static Tensor nanmean(Tensor input, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return input.nanmean(dim, keepdim, dtype);
    }

    /// The product of all elements.
    public static Tensor prod(Tensor input) { return input.prod(); }

    /// The product of all elements, computed in `dtype`.
    public static Tensor prod(Tensor input, DType dtype) { return input.prod(dtype); }

    /// The product along dimension `dim`.
    public static Tensor prod(Tensor input, long dim) { return input.prod(dim); }

    /// The product along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor prod(Tensor input, long dim, boolean keepdim) { return input.prod(dim, keepdim); }

    /// The product along dimension `dim`, computed in `dtype`.
    public static Tensor prod(Tensor input, long dim, boolean keepdim, @Nullable DType dtype) {
        return input.prod(dim, keepdim, dtype);
    }

    /// The standard deviation of all elements.
    public static Tensor std(Tensor input) { return input.std(); }

    /// The standard deviation of all elements, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor std(Tensor input, boolean unbiased) { return input.std(unbiased); }

    /// The standard deviation along dimension `dim`.
    public static Tensor std(Tensor input, long dim) { return input.std(dim); }

    /// The standard deviation along several dimensions.
    public static Tensor std(Tensor input, Size dim) { return input.std(dim); }

    /// The standard deviation along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor std(Tensor input, long dim, boolean unbiased) { return input.std(dim, unbiased); }

    /// The standard deviation along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor std(Tensor input, Size dim, boolean unbiased) { return input.std(dim, unbiased); }

    /// The standard deviation along several dimensions, null for all, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor std(Tensor input, @Nullable Size dim, boolean unbiased, boolean keepdim) {
        return input.std(dim, unbiased, keepdim);
    }

    /// The standard deviation along dimension `dim`, by `n - correction`; null is 1.
    public static Tensor std(Tensor input, long dim, @Nullable Number correction, boolean keepdim) {
        return input.std(dim, correction, keepdim);
    }

    /// The standard deviation along several dimensions, null for all, by `n - correction`; null is 1.
    public static Tensor std(Tensor input, @Nullable Size dim, @Nullable Number correction, boolean keepdim) {
        return input.std(dim, correction, keepdim);
    }

    /// The variance of all elements.
    public static Tensor var(Tensor input) { return input.var(); }

    /// The variance of all elements, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor var(Tensor input, boolean unbiased) { return input.var(unbiased); }

    /// The variance along dimension `dim`.
    public static Tensor var(Tensor input, long dim) { return input.var(dim); }

    /// The variance along several dimensions.
    public static Tensor var(Tensor input, Size dim) { return input.var(dim); }

    /// The variance along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor var(Tensor input, long dim, boolean unbiased) { return input.var(dim, unbiased); }

    /// The variance along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor var(Tensor input, Size dim, boolean unbiased) { return input.var(dim, unbiased); }

    /// The variance along several dimensions, null for all, by `n - 1` if `unbiased`, else by `n`.
    public static Tensor var(Tensor input, @Nullable Size dim, boolean unbiased, boolean keepdim) {
        return input.var(dim, unbiased, keepdim);
    }

    /// The variance along dimension `dim`, by `n - correction`; null is 1.
    public static Tensor var(Tensor input, long dim, @Nullable Number correction, boolean keepdim) {
        return input.var(dim, correction, keepdim);
    }

    /// The variance along several dimensions, null for all, by `n - correction`; null is 1.
    public static Tensor var(Tensor input, @Nullable Size dim, @Nullable Number correction, boolean keepdim) {
        return input.var(dim, correction, keepdim);
    }

    /// The standard deviation and the mean of all elements.
    public static StdMeanReturn stdMean(Tensor input) {
        return StdMeanReturn.of(Operators.call("std_mean.correction", input));
    }

    /// The standard deviation and the mean of all elements, by `n - 1` if `unbiased`, else by `n`.
    public static StdMeanReturn stdMean(Tensor input, boolean unbiased) {
        return StdMeanReturn.of(Operators.call("std_mean", input, unbiased));
    }

    /// The standard deviation and the mean along dimension `dim`.
    public static StdMeanReturn stdMean(Tensor input, long dim) {
        return StdMeanReturn.of(Operators.call("std_mean.correction", input, new long[] { dim }));
    }

    /// The standard deviation and the mean along several dimensions.
    public static StdMeanReturn stdMean(Tensor input, Size dim) {
        return StdMeanReturn.of(Operators.call("std_mean.correction", input, dim));
    }

    /// The standard deviation and the mean along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    public static StdMeanReturn stdMean(Tensor input, long dim, boolean unbiased) {
        return StdMeanReturn.of(Operators.call("std_mean.dim", input, new long[] { dim }, unbiased));
    }

    /// The standard deviation and the mean along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    public static StdMeanReturn stdMean(Tensor input, Size dim, boolean unbiased) {
        return StdMeanReturn.of(Operators.call("std_mean.dim", input, dim, unbiased));
    }

    /// The standard deviation and the mean along several dimensions, null for all, by `n - 1` if `unbiased`, else by
    /// `n`.
    public static StdMeanReturn stdMean(Tensor input, @Nullable Size dim, boolean unbiased, boolean keepdim) {
        return StdMeanReturn.of(Operators.call("std_mean.dim", input, dim, unbiased, keepdim));
    }

    /// The standard deviation and the mean along dimension `dim`, by `n - correction`; null is 1.
    public static StdMeanReturn stdMean(Tensor input, long dim, @Nullable Number correction, boolean keepdim) {
        return StdMeanReturn.of(Operators.call("std_mean.correction", input, new long[] { dim }, correction, keepdim));
    }

    /// The standard deviation and the mean along several dimensions, null for all, by `n - correction`; null is 1.
    public static StdMeanReturn stdMean(Tensor input, @Nullable Size dim, @Nullable Number correction,
            boolean keepdim) {
        return StdMeanReturn.of(Operators.call("std_mean.correction", input, dim, correction, keepdim));
    }

    /// The variance and the mean of all elements.
    public static VarMeanReturn varMean(Tensor input) {
        return VarMeanReturn.of(Operators.call("var_mean.correction", input));
    }

    /// The variance and the mean of all elements, by `n - 1` if `unbiased`, else by `n`.
    public static VarMeanReturn varMean(Tensor input, boolean unbiased) {
        return VarMeanReturn.of(Operators.call("var_mean", input, unbiased));
    }

    /// The variance and the mean along dimension `dim`.
    public static VarMeanReturn varMean(Tensor input, long dim) {
        return VarMeanReturn.of(Operators.call("var_mean.correction", input, new long[] { dim }));
    }

    /// The variance and the mean along several dimensions.
    public static VarMeanReturn varMean(Tensor input, Size dim) {
        return VarMeanReturn.of(Operators.call("var_mean.correction", input, dim));
    }

    /// The variance and the mean along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    public static VarMeanReturn varMean(Tensor input, long dim, boolean unbiased) {
        return VarMeanReturn.of(Operators.call("var_mean.dim", input, new long[] { dim }, unbiased));
    }

    /// The variance and the mean along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    public static VarMeanReturn varMean(Tensor input, Size dim, boolean unbiased) {
        return VarMeanReturn.of(Operators.call("var_mean.dim", input, dim, unbiased));
    }

    /// The variance and the mean along several dimensions, null for all, by `n - 1` if `unbiased`, else by `n`.
    public static VarMeanReturn varMean(Tensor input, @Nullable Size dim, boolean unbiased, boolean keepdim) {
        return VarMeanReturn.of(Operators.call("var_mean.dim", input, dim, unbiased, keepdim));
    }

    /// The variance and the mean along dimension `dim`, by `n - correction`; null is 1.
    public static VarMeanReturn varMean(Tensor input, long dim, @Nullable Number correction, boolean keepdim) {
        return VarMeanReturn.of(Operators.call("var_mean.correction", input, new long[] { dim }, correction, keepdim));
    }

    /// The variance and the mean along several dimensions, null for all, by `n - correction`; null is 1.
    public static VarMeanReturn varMean(Tensor input, @Nullable Size dim, @Nullable Number correction,
            boolean keepdim) {
        return VarMeanReturn.of(Operators.call("var_mean.correction", input, dim, correction, keepdim));
    }

    /// The greatest element, equal ones sharing the gradient of all elements.
    public static Tensor amax(Tensor input) { return input.amax(); }

    /// The greatest element, equal ones sharing the gradient along dimension `dim`.
    public static Tensor amax(Tensor input, long dim) { return input.amax(dim); }

    /// The greatest element, equal ones sharing the gradient along dimension `dim`. With `keepdim` the dimension stays
    /// of size 1.
    public static Tensor amax(Tensor input, long dim, boolean keepdim) { return input.amax(dim, keepdim); }

    /// The greatest element, equal ones sharing the gradient along several dimensions.
    public static Tensor amax(Tensor input, Size dim) { return input.amax(dim); }

    /// The greatest element, equal ones sharing the gradient along several dimensions. With `keepdim` the dimension
    /// stays of size 1.
    public static Tensor amax(Tensor input, Size dim, boolean keepdim) { return input.amax(dim, keepdim); }

    /// The smallest element, equal ones sharing the gradient of all elements.
    public static Tensor amin(Tensor input) { return input.amin(); }

    /// The smallest element, equal ones sharing the gradient along dimension `dim`.
    public static Tensor amin(Tensor input, long dim) { return input.amin(dim); }

    /// The smallest element, equal ones sharing the gradient along dimension `dim`. With `keepdim` the dimension stays
    /// of size 1.
    public static Tensor amin(Tensor input, long dim, boolean keepdim) { return input.amin(dim, keepdim); }

    /// The smallest element, equal ones sharing the gradient along several dimensions.
    public static Tensor amin(Tensor input, Size dim) { return input.amin(dim); }

    /// The smallest element, equal ones sharing the gradient along several dimensions. With `keepdim` the dimension
    /// stays of size 1.
    public static Tensor amin(Tensor input, Size dim, boolean keepdim) { return input.amin(dim, keepdim); }

    /// Whether any element is not 0 of all elements.
    public static Tensor any(Tensor input) { return input.any(); }

    /// Whether any element is not 0 along dimension `dim`.
    public static Tensor any(Tensor input, long dim) { return input.any(dim); }

    /// Whether any element is not 0 along dimension `dim`. With `keepdim` the dimension stays of size 1.
    public static Tensor any(Tensor input, long dim, boolean keepdim) { return input.any(dim, keepdim); }

    /// Whether any element is not 0 along several dimensions.
    public static Tensor any(Tensor input, Size dim) { return input.any(dim); }

    /// Whether any element is not 0 along several dimensions. With `keepdim` the dimension stays of size 1.
    public static Tensor any(Tensor input, Size dim, boolean keepdim) { return input.any(dim, keepdim); }

    /// Whether no element is 0 of all elements.
    public static Tensor all(Tensor input) { return input.all(); }

    /// Whether no element is 0 along dimension `dim`.
    public static Tensor all(Tensor input, long dim) { return input.all(dim); }

    /// Whether no element is 0 along dimension `dim`. With `keepdim` the dimension stays of size 1.
    public static Tensor all(Tensor input, long dim, boolean keepdim) { return input.all(dim, keepdim); }

    /// Whether no element is 0 along several dimensions.
    public static Tensor all(Tensor input, Size dim) { return input.all(dim); }

    /// Whether no element is 0 along several dimensions. With `keepdim` the dimension stays of size 1.
    public static Tensor all(Tensor input, Size dim, boolean keepdim) { return input.all(dim, keepdim); }

    /// The logarithm of the summed exponentials along dimension `dim`.
    public static Tensor logsumexp(Tensor input, long dim) { return input.logsumexp(dim); }

    /// The logarithm of the summed exponentials along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor logsumexp(Tensor input, long dim, boolean keepdim) { return input.logsumexp(dim, keepdim); }

    /// The logarithm of the summed exponentials along several dimensions.
    public static Tensor logsumexp(Tensor input, Size dim) { return input.logsumexp(dim); }

    /// The logarithm of the summed exponentials along several dimensions. With `keepdim` the dimension stays, of size
    /// 1.
    public static Tensor logsumexp(Tensor input, Size dim, boolean keepdim) { return input.logsumexp(dim, keepdim); }

    /// The smallest and the greatest element.
    public static AminmaxReturn aminmax(Tensor input) { return input.aminmax(); }

    /// The smallest and the greatest element along dimension `dim`.
    public static AminmaxReturn aminmax(Tensor input, long dim) { return input.aminmax(dim); }

    /// The smallest and the greatest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static AminmaxReturn aminmax(Tensor input, long dim, boolean keepdim) { return input.aminmax(dim, keepdim); }

    /// The smallest and the greatest element along dimension `dim`, null for all.
    public static AminmaxReturn aminmax(Tensor input, @Nullable Long dim, boolean keepdim) {
        return input.aminmax(dim, keepdim);
    }

    /// The index of the greatest element in the flattened tensor.
    public static Tensor argmax(Tensor input) { return input.argmax(); }

    /// The index of the greatest element along dimension `dim`.
    public static Tensor argmax(Tensor input, long dim) { return input.argmax(dim); }

    /// The index of the greatest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor argmax(Tensor input, long dim, boolean keepdim) { return input.argmax(dim, keepdim); }

    /// The index of the greatest element along dimension `dim`, null for the flattened tensor.
    public static Tensor argmax(Tensor input, @Nullable Long dim, boolean keepdim) {
        return input.argmax(dim, keepdim);
    }

    /// The index of the smallest element in the flattened tensor.
    public static Tensor argmin(Tensor input) { return input.argmin(); }

    /// The index of the smallest element along dimension `dim`.
    public static Tensor argmin(Tensor input, long dim) { return input.argmin(dim); }

    /// The index of the smallest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor argmin(Tensor input, long dim, boolean keepdim) { return input.argmin(dim, keepdim); }

    /// The index of the smallest element along dimension `dim`, null for the flattened tensor.
    public static Tensor argmin(Tensor input, @Nullable Long dim, boolean keepdim) {
        return input.argmin(dim, keepdim);
    }

    /// The greatest element of all elements.
    public static Tensor max(Tensor input) { return input.max(); }

    /// Another name of `maximum`.
    public static Tensor max(Tensor input, Tensor other) { return input.max(other); }

    /// The greatest element along dimension `dim`, and where it is.
    public static MaxReturn max(Tensor input, long dim) { return input.max(dim); }

    /// The greatest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    public static MaxReturn max(Tensor input, long dim, boolean keepdim) { return input.max(dim, keepdim); }

    /// The smallest element of all elements.
    public static Tensor min(Tensor input) { return input.min(); }

    /// Another name of `minimum`.
    public static Tensor min(Tensor input, Tensor other) { return input.min(other); }

    /// The smallest element along dimension `dim`, and where it is.
    public static MinReturn min(Tensor input, long dim) { return input.min(dim); }

    /// The smallest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    public static MinReturn min(Tensor input, long dim, boolean keepdim) { return input.min(dim, keepdim); }

    /// The median, the lower of two of all elements.
    public static Tensor median(Tensor input) { return input.median(); }

    /// The median, the lower of two along dimension `dim`, and where it is.
    public static MedianReturn median(Tensor input, long dim) { return input.median(dim); }

    /// The median, the lower of two along dimension `dim`, and where it is. With `keepdim` the dimension stays of size
    /// 1.
    public static MedianReturn median(Tensor input, long dim, boolean keepdim) { return input.median(dim, keepdim); }

    /// The median of what is not NaN of all elements.
    public static Tensor nanmedian(Tensor input) { return input.nanmedian(); }

    /// The median of what is not NaN along dimension `dim`, and where it is.
    public static NanmedianReturn nanmedian(Tensor input, long dim) { return input.nanmedian(dim); }

    /// The median of what is not NaN along dimension `dim`, and where it is. With `keepdim` the dimension stays of size
    /// 1.
    public static NanmedianReturn nanmedian(Tensor input, long dim, boolean keepdim) {
        return input.nanmedian(dim, keepdim);
    }

    /// The commonest element along the last dimension.
    public static ModeReturn mode(Tensor input) { return input.mode(); }

    /// The commonest element along dimension `dim`, and where it is.
    public static ModeReturn mode(Tensor input, long dim) { return input.mode(dim); }

    /// The commonest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    public static ModeReturn mode(Tensor input, long dim, boolean keepdim) { return input.mode(dim, keepdim); }

    /// The quantile `q` of all elements.
    public static Tensor quantile(Tensor input, double q) { return input.quantile(q); }

    /// The quantile `q` along dimension `dim`.
    public static Tensor quantile(Tensor input, double q, long dim) { return input.quantile(q, dim); }

    /// The quantile `q` along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor quantile(Tensor input, double q, long dim, boolean keepdim) {
        return input.quantile(q, dim, keepdim);
    }

    /// The quantile `q` along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`, `"midpoint"` or
    /// `"nearest"` interpolation.
    public static Tensor quantile(Tensor input, double q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return input.quantile(q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of all elements.
    public static Tensor quantile(Tensor input, Tensor q) { return input.quantile(q); }

    /// The quantile `q` along dimension `dim`.
    public static Tensor quantile(Tensor input, Tensor q, long dim) { return input.quantile(q, dim); }

    /// The quantile `q` along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor quantile(Tensor input, Tensor q, long dim, boolean keepdim) {
        return input.quantile(q, dim, keepdim);
    }

    /// The quantile `q` along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`, `"midpoint"` or
    /// `"nearest"` interpolation.
    public static Tensor quantile(Tensor input, Tensor q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return input.quantile(q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of what is not NaN of all elements.
    public static Tensor nanquantile(Tensor input, double q) { return input.nanquantile(q); }

    /// The quantile `q` of what is not NaN along dimension `dim`.
    public static Tensor nanquantile(Tensor input, double q, long dim) { return input.nanquantile(q, dim); }

    /// The quantile `q` of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor nanquantile(Tensor input, double q, long dim, boolean keepdim) {
        return input.nanquantile(q, dim, keepdim);
    }

    /// The quantile `q` of what is not NaN along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`,
    /// `"midpoint"` or `"nearest"` interpolation.
    public static Tensor nanquantile(Tensor input, double q, @Nullable Long dim, boolean keepdim,
            String interpolation) {
        return input.nanquantile(q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of what is not NaN of all elements.
    public static Tensor nanquantile(Tensor input, Tensor q) { return input.nanquantile(q); }

    /// The quantile `q` of what is not NaN along dimension `dim`.
    public static Tensor nanquantile(Tensor input, Tensor q, long dim) { return input.nanquantile(q, dim); }

    /// The quantile `q` of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor nanquantile(Tensor input, Tensor q, long dim, boolean keepdim) {
        return input.nanquantile(q, dim, keepdim);
    }

    /// The quantile `q` of what is not NaN along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`,
    /// `"midpoint"` or `"nearest"` interpolation.
    public static Tensor nanquantile(Tensor input, Tensor q, @Nullable Long dim, boolean keepdim,
            String interpolation) {
        return input.nanquantile(q, dim, keepdim, interpolation);
    }

    /// The root of the summed squares.
    public static Tensor norm(Tensor input) { return input.norm(); }

    /// The `p`-norm of all elements.
    public static Tensor norm(Tensor input, Number p) { return input.norm(p); }

    /// The `p`-norm along dimension `dim`.
    public static Tensor norm(Tensor input, Number p, long dim) { return input.norm(p, dim); }

    /// The `p`-norm along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    public static Tensor norm(Tensor input, Number p, long dim, boolean keepdim) { return input.norm(p, dim, keepdim); }

    /// A norm along dimensions, null for all: `p` is a number, `"fro"` or `"nuc"`, null for 2.
    public static Tensor norm(Tensor input, @Nullable Object p, @Nullable Size dim, boolean keepdim,
            @Nullable DType dtype) {
        return input.norm(p, dim, keepdim, dtype);
    }

    /// The 2-norm of the difference.
    public static Tensor dist(Tensor input, Tensor other) { return input.dist(other); }

    /// The `p`-norm of the difference.
    public static Tensor dist(Tensor input, Tensor other, Number p) { return input.dist(other, p); }

    /// How many elements are not 0.
    public static Tensor countNonzero(Tensor input) { return input.countNonzero(); }

    /// How many elements are not 0 along dimension `dim`.
    public static Tensor countNonzero(Tensor input, long dim) { return input.countNonzero(dim); }

    /// How many elements are not 0 along several dimensions, null for all.
    public static Tensor countNonzero(Tensor input, @Nullable Size dim) { return input.countNonzero(dim); }
}
