package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that make few numbers of many.
sealed interface ReductionMethods extends ScanMethods permits Tensor {
    /// The sum of all elements.
    default Tensor sum() { return Operators.call("sum", this); }

    /// The sum of all elements, computed in `dtype`.
    default Tensor sum(DType dtype) { return Operators.call("sum", this, dtype); }

    /// The sum along dimension `dim`.
    default Tensor sum(long dim) { return Operators.call("sum.dim_IntList", this, new long[] { dim }, false); }

    /// The sum along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor sum(long dim, boolean keepdim) {
        return Operators.call("sum.dim_IntList", this, new long[] { dim }, keepdim);
    }

    /// The sum along several dimensions.
    default Tensor sum(Size dim) { return Operators.call("sum.dim_IntList", this, dim, false); }

    /// The sum along several dimensions. With `keepdim` the dimension stays, of size 1.
    default Tensor sum(Size dim, boolean keepdim) { return Operators.call("sum.dim_IntList", this, dim, keepdim); }

    /// The sum along several dimensions, null for all, computed in `dtype`.
    default Tensor sum(@Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("sum.dim_IntList", this, dim, keepdim, dtype);
    }

    /// The mean of all elements.
    default Tensor mean() { return Operators.call("mean", this); }

    /// The mean of all elements, computed in `dtype`.
    default Tensor mean(DType dtype) { return Operators.call("mean", this, dtype); }

    /// The mean along dimension `dim`.
    default Tensor mean(long dim) { return Operators.call("mean.dim", this, new long[] { dim }, false); }

    /// The mean along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor mean(long dim, boolean keepdim) {
        return Operators.call("mean.dim", this, new long[] { dim }, keepdim);
    }

    /// The mean along several dimensions.
    default Tensor mean(Size dim) { return Operators.call("mean.dim", this, dim, false); }

    /// The mean along several dimensions. With `keepdim` the dimension stays, of size 1.
    default Tensor mean(Size dim, boolean keepdim) { return Operators.call("mean.dim", this, dim, keepdim); }

    /// The mean along several dimensions, null for all, computed in `dtype`.
    default Tensor mean(@Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("mean.dim", this, dim, keepdim, dtype);
    }

    /// The sum, NaN counted as 0, of all elements.
    default Tensor nansum() { return Operators.call("nansum", this); }

    /// The sum, NaN counted as 0, of all elements, computed in `dtype`.
    default Tensor nansum(DType dtype) { return Operators.call("nansum", this, null, false, dtype); }

    /// The sum, NaN counted as 0, along dimension `dim`.
    default Tensor nansum(long dim) { return Operators.call("nansum", this, new long[] { dim }, false); }

    /// The sum, NaN counted as 0, along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor nansum(long dim, boolean keepdim) {
        return Operators.call("nansum", this, new long[] { dim }, keepdim);
    }

    /// The sum, NaN counted as 0, along several dimensions.
    default Tensor nansum(Size dim) { return Operators.call("nansum", this, dim, false); }

    /// The sum, NaN counted as 0, along several dimensions. With `keepdim` the dimension stays, of size 1.
    default Tensor nansum(Size dim, boolean keepdim) { return Operators.call("nansum", this, dim, keepdim); }

    /// The sum, NaN counted as 0, along several dimensions, null for all, computed in `dtype`.
    default Tensor nansum(@Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("nansum", this, dim, keepdim, dtype);
    }

    /// The mean of what is not NaN of all elements.
    default Tensor nanmean() { return Operators.call("nanmean", this); }

    /// The mean of what is not NaN of all elements, computed in `dtype`.
    default Tensor nanmean(DType dtype) { return Operators.call("nanmean", this, null, false, dtype); }

    /// The mean of what is not NaN along dimension `dim`.
    default Tensor nanmean(long dim) { return Operators.call("nanmean", this, new long[] { dim }, false); }

    /// The mean of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor nanmean(long dim, boolean keepdim) {
        return Operators.call("nanmean", this, new long[] { dim }, keepdim);
    }

    /// The mean of what is not NaN along several dimensions.
    default Tensor nanmean(Size dim) { return Operators.call("nanmean", this, dim, false); }

    /// The mean of what is not NaN along several dimensions. With `keepdim` the dimension stays, of size 1.
    default Tensor nanmean(Size dim, boolean keepdim) { return Operators.call("nanmean", this, dim, keepdim); }

    /// The mean of what is not NaN along several dimensions, null for all, computed in `dtype`.
    default Tensor nanmean(@Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("nanmean", this, dim, keepdim, dtype);
    }

    /// The product of all elements.
    default Tensor prod() { return Operators.call("prod", this); }

    /// The product of all elements, computed in `dtype`.
    default Tensor prod(DType dtype) { return Operators.call("prod", this, dtype); }

    /// The product along dimension `dim`.
    default Tensor prod(long dim) { return Operators.call("prod.dim_int", this, dim); }

    /// The product along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor prod(long dim, boolean keepdim) { return Operators.call("prod.dim_int", this, dim, keepdim); }

    /// The product along dimension `dim`, computed in `dtype`.
    default Tensor prod(long dim, boolean keepdim, @Nullable DType dtype) {
        return Operators.call("prod.dim_int", this, dim, keepdim, dtype);
    }

    /// The standard deviation of all elements.
    default Tensor std() { return Operators.call("std.correction", this); }

    /// The standard deviation of all elements, by `n - 1` if `unbiased`, else by `n`.
    default Tensor std(boolean unbiased) { return Operators.call("std", this, unbiased); }

    /// The standard deviation along dimension `dim`.
    default Tensor std(long dim) { return Operators.call("std.correction", this, new long[] { dim }); }

    /// The standard deviation along several dimensions.
    default Tensor std(Size dim) { return Operators.call("std.correction", this, dim); }

    /// The standard deviation along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    default Tensor std(long dim, boolean unbiased) {
        return Operators.call("std.dim", this, new long[] { dim }, unbiased);
    }

    /// The standard deviation along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    default Tensor std(Size dim, boolean unbiased) { return Operators.call("std.dim", this, dim, unbiased); }

    /// The standard deviation along several dimensions, null for all, by `n - 1` if `unbiased`, else by `n`.
    default Tensor std(@Nullable Size dim, boolean unbiased, boolean keepdim) {
        return Operators.call("std.dim", this, dim, unbiased, keepdim);
    }

    /// The standard deviation along dimension `dim`, by `n - correction`; null is 1.
    default Tensor std(long dim, @Nullable Number correction, boolean keepdim) {
        return Operators.call("std.correction", this, new long[] { dim }, correction, keepdim);
    }

    /// The standard deviation along several dimensions, null for all, by `n - correction`; null is 1.
    default Tensor std(@Nullable Size dim, @Nullable Number correction, boolean keepdim) {
        return Operators.call("std.correction", this, dim, correction, keepdim);
    }

    /// The variance of all elements.
    default Tensor var() { return Operators.call("var.correction", this); }

    /// The variance of all elements, by `n - 1` if `unbiased`, else by `n`.
    default Tensor var(boolean unbiased) { return Operators.call("var", this, unbiased); }

    /// The variance along dimension `dim`.
    default Tensor var(long dim) { return Operators.call("var.correction", this, new long[] { dim }); }

    /// The variance along several dimensions.
    default Tensor var(Size dim) { return Operators.call("var.correction", this, dim); }

    /// The variance along dimension `dim`, by `n - 1` if `unbiased`, else by `n`.
    default Tensor var(long dim, boolean unbiased) {
        return Operators.call("var.dim", this, new long[] { dim }, unbiased);
    }

    /// The variance along several dimensions, by `n - 1` if `unbiased`, else by `n`.
    default Tensor var(Size dim, boolean unbiased) { return Operators.call("var.dim", this, dim, unbiased); }

    /// The variance along several dimensions, null for all, by `n - 1` if `unbiased`, else by `n`.
    default Tensor var(@Nullable Size dim, boolean unbiased, boolean keepdim) {
        return Operators.call("var.dim", this, dim, unbiased, keepdim);
    }

    /// The variance along dimension `dim`, by `n - correction`; null is 1.
    default Tensor var(long dim, @Nullable Number correction, boolean keepdim) {
        return Operators.call("var.correction", this, new long[] { dim }, correction, keepdim);
    }

    /// The variance along several dimensions, null for all, by `n - correction`; null is 1.
    default Tensor var(@Nullable Size dim, @Nullable Number correction, boolean keepdim) {
        return Operators.call("var.correction", this, dim, correction, keepdim);
    }

    /// The greatest element, equal ones sharing the gradient of all elements.
    default Tensor amax() { return Operators.call("amax", this); }

    /// The greatest element, equal ones sharing the gradient along dimension `dim`.
    default Tensor amax(long dim) { return Operators.call("amax", this, new long[] { dim }, false); }

    /// The greatest element, equal ones sharing the gradient along dimension `dim`. With `keepdim` the dimension stays
    /// of size 1.
    default Tensor amax(long dim, boolean keepdim) { return Operators.call("amax", this, new long[] { dim }, keepdim); }

    /// The greatest element, equal ones sharing the gradient along several dimensions.
    default Tensor amax(Size dim) { return Operators.call("amax", this, dim, false); }

    /// The greatest element, equal ones sharing the gradient along several dimensions. With `keepdim` the dimension
    /// stays of size 1.
    default Tensor amax(Size dim, boolean keepdim) { return Operators.call("amax", this, dim, keepdim); }

    /// The smallest element, equal ones sharing the gradient of all elements.
    default Tensor amin() { return Operators.call("amin", this); }

    /// The smallest element, equal ones sharing the gradient along dimension `dim`.
    default Tensor amin(long dim) { return Operators.call("amin", this, new long[] { dim }, false); }

    /// The smallest element, equal ones sharing the gradient along dimension `dim`. With `keepdim` the dimension stays
    /// of size 1.
    default Tensor amin(long dim, boolean keepdim) { return Operators.call("amin", this, new long[] { dim }, keepdim); }

    /// The smallest element, equal ones sharing the gradient along several dimensions.
    default Tensor amin(Size dim) { return Operators.call("amin", this, dim, false); }

    /// The smallest element, equal ones sharing the gradient along several dimensions. With `keepdim` the dimension
    /// stays of size 1.
    default Tensor amin(Size dim, boolean keepdim) { return Operators.call("amin", this, dim, keepdim); }

    /// Whether any element is not 0 of all elements.
    default Tensor any() { return Operators.call("any", this); }

    /// Whether any element is not 0 along dimension `dim`.
    default Tensor any(long dim) { return Operators.call("any.dim", this, dim, false); }

    /// Whether any element is not 0 along dimension `dim`. With `keepdim` the dimension stays of size 1.
    default Tensor any(long dim, boolean keepdim) { return Operators.call("any.dim", this, dim, keepdim); }

    /// Whether any element is not 0 along several dimensions.
    default Tensor any(Size dim) { return Operators.call("any.dims", this, dim, false); }

    /// Whether any element is not 0 along several dimensions. With `keepdim` the dimension stays of size 1.
    default Tensor any(Size dim, boolean keepdim) { return Operators.call("any.dims", this, dim, keepdim); }

    /// Whether no element is 0 of all elements.
    default Tensor all() { return Operators.call("all", this); }

    /// Whether no element is 0 along dimension `dim`.
    default Tensor all(long dim) { return Operators.call("all.dim", this, dim, false); }

    /// Whether no element is 0 along dimension `dim`. With `keepdim` the dimension stays of size 1.
    default Tensor all(long dim, boolean keepdim) { return Operators.call("all.dim", this, dim, keepdim); }

    /// Whether no element is 0 along several dimensions.
    default Tensor all(Size dim) { return Operators.call("all.dims", this, dim, false); }

    /// Whether no element is 0 along several dimensions. With `keepdim` the dimension stays of size 1.
    default Tensor all(Size dim, boolean keepdim) { return Operators.call("all.dims", this, dim, keepdim); }

    /// The logarithm of the summed exponentials along dimension `dim`.
    default Tensor logsumexp(long dim) { return Operators.call("logsumexp", this, new long[] { dim }, false); }

    /// The logarithm of the summed exponentials along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor logsumexp(long dim, boolean keepdim) {
        return Operators.call("logsumexp", this, new long[] { dim }, keepdim);
    }

    /// The logarithm of the summed exponentials along several dimensions.
    default Tensor logsumexp(Size dim) { return Operators.call("logsumexp", this, dim, false); }

    /// The logarithm of the summed exponentials along several dimensions. With `keepdim` the dimension stays, of size
    /// 1.
    default Tensor logsumexp(Size dim, boolean keepdim) { return Operators.call("logsumexp", this, dim, keepdim); }

    /// The smallest and the greatest element.
    default AminmaxReturn aminmax() { return AminmaxReturn.of(Operators.call("aminmax", this)); }

    /// The smallest and the greatest element along dimension `dim`.
    default AminmaxReturn aminmax(long dim) { return AminmaxReturn.of(Operators.call("aminmax", this, dim)); }

    /// The smallest and the greatest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default AminmaxReturn aminmax(long dim, boolean keepdim) {
        return AminmaxReturn.of(Operators.call("aminmax", this, dim, keepdim));
    }

    /// The smallest and the greatest element along dimension `dim`, null for all.
    default AminmaxReturn aminmax(@Nullable Long dim, boolean keepdim) {
        return AminmaxReturn.of(Operators.call("aminmax", this, dim, keepdim));
    }

    /// The index of the greatest element in the flattened tensor.
    default Tensor argmax() { return Operators.call("argmax", this); }

    /// The index of the greatest element along dimension `dim`.
    default Tensor argmax(long dim) { return Operators.call("argmax", this, dim); }

    /// The index of the greatest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor argmax(long dim, boolean keepdim) { return Operators.call("argmax", this, dim, keepdim); }

    /// The index of the greatest element along dimension `dim`, null for the flattened tensor.
    default Tensor argmax(@Nullable Long dim, boolean keepdim) { return Operators.call("argmax", this, dim, keepdim); }

    /// The index of the smallest element in the flattened tensor.
    default Tensor argmin() { return Operators.call("argmin", this); }

    /// The index of the smallest element along dimension `dim`.
    default Tensor argmin(long dim) { return Operators.call("argmin", this, dim); }

    /// The index of the smallest element along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor argmin(long dim, boolean keepdim) { return Operators.call("argmin", this, dim, keepdim); }

    /// The index of the smallest element along dimension `dim`, null for the flattened tensor.
    default Tensor argmin(@Nullable Long dim, boolean keepdim) { return Operators.call("argmin", this, dim, keepdim); }

    /// The greatest element of all elements.
    default Tensor max() { return Operators.call("max", this); }

    /// Another name of `maximum`.
    default Tensor max(Tensor other) { return Operators.call("max.other", this, other); }

    /// The greatest element along dimension `dim`, and where it is.
    default MaxReturn max(long dim) { return MaxReturn.of(Operators.call("max.dim", this, dim)); }

    /// The greatest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    default MaxReturn max(long dim, boolean keepdim) {
        return MaxReturn.of(Operators.call("max.dim", this, dim, keepdim));
    }

    /// The smallest element of all elements.
    default Tensor min() { return Operators.call("min", this); }

    /// Another name of `minimum`.
    default Tensor min(Tensor other) { return Operators.call("min.other", this, other); }

    /// The smallest element along dimension `dim`, and where it is.
    default MinReturn min(long dim) { return MinReturn.of(Operators.call("min.dim", this, dim)); }

    /// The smallest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    default MinReturn min(long dim, boolean keepdim) {
        return MinReturn.of(Operators.call("min.dim", this, dim, keepdim));
    }

    /// The median, the lower of two of all elements.
    default Tensor median() { return Operators.call("median", this); }

    /// The median, the lower of two along dimension `dim`, and where it is.
    default MedianReturn median(long dim) { return MedianReturn.of(Operators.call("median.dim", this, dim)); }

    /// The median, the lower of two along dimension `dim`, and where it is. With `keepdim` the dimension stays of size
    /// 1.
    default MedianReturn median(long dim, boolean keepdim) {
        return MedianReturn.of(Operators.call("median.dim", this, dim, keepdim));
    }

    /// The median of what is not NaN of all elements.
    default Tensor nanmedian() { return Operators.call("nanmedian", this); }

    /// The median of what is not NaN along dimension `dim`, and where it is.
    default NanmedianReturn nanmedian(long dim) {
        return NanmedianReturn.of(Operators.call("nanmedian.dim", this, dim));
    }

    /// The median of what is not NaN along dimension `dim`, and where it is. With `keepdim` the dimension stays of size
    /// 1.
    default NanmedianReturn nanmedian(long dim, boolean keepdim) {
        return NanmedianReturn.of(Operators.call("nanmedian.dim", this, dim, keepdim));
    }

    /// The commonest element along the last dimension.
    default ModeReturn mode() { return ModeReturn.of(Operators.call("mode", this)); }

    /// The commonest element along dimension `dim`, and where it is.
    default ModeReturn mode(long dim) { return ModeReturn.of(Operators.call("mode", this, dim)); }

    /// The commonest element along dimension `dim`, and where it is. With `keepdim` the dimension stays of size 1.
    default ModeReturn mode(long dim, boolean keepdim) {
        return ModeReturn.of(Operators.call("mode", this, dim, keepdim));
    }

    /// The quantile `q` of all elements.
    default Tensor quantile(double q) { return Operators.call("quantile.scalar", this, q); }

    /// The quantile `q` along dimension `dim`.
    default Tensor quantile(double q, long dim) { return Operators.call("quantile.scalar", this, q, dim); }

    /// The quantile `q` along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor quantile(double q, long dim, boolean keepdim) {
        return Operators.call("quantile.scalar", this, q, dim, keepdim);
    }

    /// The quantile `q` along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`, `"midpoint"` or
    /// `"nearest"` interpolation.
    default Tensor quantile(double q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return Operators.call("quantile.scalar", this, q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of all elements.
    default Tensor quantile(Tensor q) { return Operators.call("quantile", this, q); }

    /// The quantile `q` along dimension `dim`.
    default Tensor quantile(Tensor q, long dim) { return Operators.call("quantile", this, q, dim); }

    /// The quantile `q` along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor quantile(Tensor q, long dim, boolean keepdim) {
        return Operators.call("quantile", this, q, dim, keepdim);
    }

    /// The quantile `q` along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`, `"midpoint"` or
    /// `"nearest"` interpolation.
    default Tensor quantile(Tensor q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return Operators.call("quantile", this, q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of what is not NaN of all elements.
    default Tensor nanquantile(double q) { return Operators.call("nanquantile.scalar", this, q); }

    /// The quantile `q` of what is not NaN along dimension `dim`.
    default Tensor nanquantile(double q, long dim) { return Operators.call("nanquantile.scalar", this, q, dim); }

    /// The quantile `q` of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor nanquantile(double q, long dim, boolean keepdim) {
        return Operators.call("nanquantile.scalar", this, q, dim, keepdim);
    }

    /// The quantile `q` of what is not NaN along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`,
    /// `"midpoint"` or `"nearest"` interpolation.
    default Tensor nanquantile(double q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return Operators.call("nanquantile.scalar", this, q, dim, keepdim, interpolation);
    }

    /// The quantile `q` of what is not NaN of all elements.
    default Tensor nanquantile(Tensor q) { return Operators.call("nanquantile", this, q); }

    /// The quantile `q` of what is not NaN along dimension `dim`.
    default Tensor nanquantile(Tensor q, long dim) { return Operators.call("nanquantile", this, q, dim); }

    /// The quantile `q` of what is not NaN along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor nanquantile(Tensor q, long dim, boolean keepdim) {
        return Operators.call("nanquantile", this, q, dim, keepdim);
    }

    /// The quantile `q` of what is not NaN along dimension `dim`, null for all, by `"linear"`, `"lower"`, `"higher"`,
    /// `"midpoint"` or `"nearest"` interpolation.
    default Tensor nanquantile(Tensor q, @Nullable Long dim, boolean keepdim, String interpolation) {
        return Operators.call("nanquantile", this, q, dim, keepdim, interpolation);
    }

    /// The root of the summed squares.
    default Tensor norm() { return Norms.of((Tensor) this, "fro", null, false, null); }

    /// The `p`-norm of all elements.
    default Tensor norm(Number p) { return Norms.of((Tensor) this, p, null, false, null); }

    /// The `p`-norm along dimension `dim`.
    default Tensor norm(Number p, long dim) { return Norms.of((Tensor) this, p, Torch.size(dim), false, null); }

    /// The `p`-norm along dimension `dim`. With `keepdim` the dimension stays, of size 1.
    default Tensor norm(Number p, long dim, boolean keepdim) {
        return Norms.of((Tensor) this, p, Torch.size(dim), keepdim, null);
    }

    /// A norm along dimensions, null for all: `p` is a number, `"fro"` or `"nuc"`, null for 2.
    default Tensor norm(@Nullable Object p, @Nullable Size dim, boolean keepdim, @Nullable DType dtype) {
        return Norms.of((Tensor) this, p, dim, keepdim, dtype);
    }

    /// The 2-norm of the difference.
    default Tensor dist(Tensor other) { return Operators.call("dist", this, other); }

    /// The `p`-norm of the difference.
    default Tensor dist(Tensor other, Number p) { return Operators.call("dist", this, other, p); }

    /// How many elements are not 0.
    default Tensor countNonzero() { return Operators.call("count_nonzero", this); }

    /// How many elements are not 0 along dimension `dim`.
    default Tensor countNonzero(long dim) { return Operators.call("count_nonzero", this, dim); }

    /// How many elements are not 0 along several dimensions, null for all.
    default Tensor countNonzero(@Nullable Size dim) {
        return dim == null ? Operators.call("count_nonzero", this)
                : Operators.call("count_nonzero.dim_IntList", this, dim);
    }
}
