package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that sort and search.
abstract sealed class SortingFunctions extends ScanFunctions permits ComparisonFunctions {
    SortingFunctions() {}

    /// The elements sorted along the last dimension, and where each was.
    public static SortReturn sort(Tensor input) { return input.sort(); }

    /// The elements sorted along dimension `dim`, and where each was.
    public static SortReturn sort(Tensor input, long dim) { return input.sort(dim); }

    /// The elements sorted along the last dimension, the greatest first if `descending`, and where each was.
    public static SortReturn sort(Tensor input, boolean descending) { return input.sort(descending); }

    /// The elements sorted along dimension `dim`, the greatest first if `descending`, and where each was.
    public static SortReturn sort(Tensor input, long dim, boolean descending) { return input.sort(dim, descending); }

    /// The elements sorted along dimension `dim`; equal ones keep their order if `stable`.
    public static SortReturn sort(Tensor input, long dim, boolean descending, boolean stable) {
        return input.sort(dim, descending, stable);
    }

    /// The indices that sort the elements along the last dimension.
    public static Tensor argsort(Tensor input) { return input.argsort(); }

    /// The indices that sort the elements along dimension `dim`.
    public static Tensor argsort(Tensor input, long dim) { return input.argsort(dim); }

    /// The indices that sort the elements along the last dimension, the greatest first if `descending`.
    public static Tensor argsort(Tensor input, boolean descending) { return input.argsort(descending); }

    /// The indices that sort the elements along dimension `dim`, the greatest first if `descending`.
    public static Tensor argsort(Tensor input, long dim, boolean descending) { return input.argsort(dim, descending); }

    /// The indices that sort the elements along dimension `dim`; equal ones keep their order if `stable`.
    public static Tensor argsort(Tensor input, long dim, boolean descending, boolean stable) {
        return input.argsort(dim, descending, stable);
    }

    /// The elements sorted along the first dimension.
    public static Tensor msort(Tensor input) { return input.msort(); }

    /// The `k` greatest elements along the last dimension, and where they are.
    public static TopkReturn topk(Tensor input, long k) { return input.topk(k); }

    /// The `k` greatest elements along dimension `dim`, and where they are.
    public static TopkReturn topk(Tensor input, long k, long dim) { return input.topk(k, dim); }

    /// The `k` greatest elements along dimension `dim`, or the smallest, and where they are.
    public static TopkReturn topk(Tensor input, long k, long dim, boolean largest) {
        return input.topk(k, dim, largest);
    }

    /// The `k` greatest or smallest elements along dimension `dim`, null for the last, in order if `sorted`.
    public static TopkReturn topk(Tensor input, long k, @Nullable Long dim, boolean largest, boolean sorted) {
        return input.topk(k, dim, largest, sorted);
    }

    /// The `k`-th smallest element along the last dimension, and where it is.
    public static KthvalueReturn kthvalue(Tensor input, long k) { return input.kthvalue(k); }

    /// The `k`-th smallest element along dimension `dim`, and where it is.
    public static KthvalueReturn kthvalue(Tensor input, long k, long dim) { return input.kthvalue(k, dim); }

    /// The `k`-th smallest element along dimension `dim`, null for the last, and where it is. With `keepdim` the
    /// dimension stays, of size 1.
    public static KthvalueReturn kthvalue(Tensor input, long k, @Nullable Long dim, boolean keepdim) {
        return input.kthvalue(k, dim, keepdim);
    }

    /// The different elements, sorted.
    public static Tensor unique(Tensor input) { return input.unique(); }

    /// The different elements.
    public static Tensor unique(Tensor input, boolean sorted) { return input.unique(sorted); }

    /// The different slices along dimension `dim`, sorted.
    public static Tensor unique(Tensor input, long dim) { return input.unique(dim); }

    /// The different elements; where each element of the tensor went, and how often each occurs, if asked for.
    public static UniqueReturn unique(Tensor input, boolean sorted, boolean returnInverse, boolean returnCounts) {
        return input.unique(sorted, returnInverse, returnCounts);
    }

    /// The different slices along dimension `dim`, null for elements; where each went, and how often each occurs, if
    /// asked for.
    public static UniqueReturn unique(Tensor input, boolean sorted, boolean returnInverse, boolean returnCounts,
            @Nullable Long dim) {
        return input.unique(sorted, returnInverse, returnCounts, dim);
    }

    /// The elements without repetitions of the one before.
    public static Tensor uniqueConsecutive(Tensor input) { return input.uniqueConsecutive(); }

    /// The slices along dimension `dim` without repetitions of the one before.
    public static Tensor uniqueConsecutive(Tensor input, long dim) { return input.uniqueConsecutive(dim); }

    /// The elements without repetitions of the one before; where each went, and how often it was repeated, if asked
    /// for.
    public static UniqueReturn uniqueConsecutive(Tensor input, boolean returnInverse, boolean returnCounts) {
        return input.uniqueConsecutive(returnInverse, returnCounts);
    }

    /// The slices along dimension `dim`, null for elements, without repetitions of the one before; where each went, and
    /// how often it was repeated, if asked for.
    public static UniqueReturn uniqueConsecutive(Tensor input, boolean returnInverse, boolean returnCounts,
            @Nullable Long dim) {
        return input.uniqueConsecutive(returnInverse, returnCounts, dim);
    }

    /// Where values would be inserted to keep the sorted sequence sorted.
    public static Tensor searchsorted(Tensor sortedSequence, Tensor values) {
        return Operators.call("searchsorted.Tensor", sortedSequence, values);
    }

    /// Where values would be inserted to keep the sorted sequence sorted, behind equal ones if `right`.
    public static Tensor searchsorted(Tensor sortedSequence, Tensor values, boolean right) {
        return Operators.call("searchsorted.Tensor", sortedSequence, values, false, right);
    }

    /// The same for a sequence that `sorter` sorts; `side` is `"left"` or `"right"`.
    public static Tensor searchsorted(Tensor sortedSequence, Tensor values, boolean outInt32, boolean right,
            @Nullable String side, @Nullable Tensor sorter) {
        return Operators.call("searchsorted.Tensor", sortedSequence, values, outInt32, right, side, sorter);
    }

    /// Where values would be inserted to keep the sorted sequence sorted.
    public static Tensor searchsorted(Tensor sortedSequence, Number values) {
        return Operators.call("searchsorted.Scalar", sortedSequence, values);
    }

    /// Where values would be inserted to keep the sorted sequence sorted, behind equal ones if `right`.
    public static Tensor searchsorted(Tensor sortedSequence, Number values, boolean right) {
        return Operators.call("searchsorted.Scalar", sortedSequence, values, false, right);
    }

    /// The same for a sequence that `sorter` sorts; `side` is `"left"` or `"right"`.
    public static Tensor searchsorted(Tensor sortedSequence, Number values, boolean outInt32, boolean right,
            @Nullable String side, @Nullable Tensor sorter) {
        return Operators.call("searchsorted.Scalar", sortedSequence, values, outInt32, right, side, sorter);
    }

    /// The number of the bucket between boundaries that each value falls into.
    public static Tensor bucketize(Tensor input, Tensor boundaries) {
        return Operators.call("bucketize.Tensor", input, boundaries);
    }

    /// The same; a boundary itself falls into the bucket above it if `right`.
    public static Tensor bucketize(Tensor input, Tensor boundaries, boolean right) {
        return Operators.call("bucketize.Tensor", input, boundaries, false, right);
    }

    /// The same, as int32 if `outInt32`.
    public static Tensor bucketize(Tensor input, Tensor boundaries, boolean outInt32, boolean right) {
        return Operators.call("bucketize.Tensor", input, boundaries, outInt32, right);
    }

    /// The number of the bucket between boundaries that each value falls into.
    public static Tensor bucketize(Number input, Tensor boundaries) {
        return Operators.call("bucketize.Scalar", input, boundaries);
    }

    /// The same; a boundary itself falls into the bucket above it if `right`.
    public static Tensor bucketize(Number input, Tensor boundaries, boolean right) {
        return Operators.call("bucketize.Scalar", input, boundaries, false, right);
    }

    /// The same, as int32 if `outInt32`.
    public static Tensor bucketize(Number input, Tensor boundaries, boolean outInt32, boolean right) {
        return Operators.call("bucketize.Scalar", input, boundaries, outInt32, right);
    }
}
