package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that sort and search.
sealed interface SortingMethods permits ComparisonMethods {
    /// The elements sorted along the last dimension, and where each was.
    default SortReturn sort() { return SortReturn.of(Operators.call("sort", this)); }

    /// The elements sorted along dimension `dim`, and where each was.
    default SortReturn sort(long dim) { return SortReturn.of(Operators.call("sort", this, dim)); }

    /// The elements sorted along the last dimension, the greatest first if `descending`, and where each was.
    default SortReturn sort(boolean descending) { return SortReturn.of(Operators.call("sort", this, -1, descending)); }

    /// The elements sorted along dimension `dim`, the greatest first if `descending`, and where each was.
    default SortReturn sort(long dim, boolean descending) {
        return SortReturn.of(Operators.call("sort", this, dim, descending));
    }

    /// The elements sorted along dimension `dim`; equal ones keep their order if `stable`.
    default SortReturn sort(long dim, boolean descending, boolean stable) {
        return SortReturn.of(Operators.call("sort.stable", this, stable, dim, descending));
    }

    /// The indices that sort the elements along the last dimension.
    default Tensor argsort() { return Operators.call("argsort", this); }

    /// The indices that sort the elements along dimension `dim`.
    default Tensor argsort(long dim) { return Operators.call("argsort", this, dim); }

    /// The indices that sort the elements along the last dimension, the greatest first if `descending`.
    default Tensor argsort(boolean descending) { return Operators.call("argsort", this, -1, descending); }

    /// The indices that sort the elements along dimension `dim`, the greatest first if `descending`.
    default Tensor argsort(long dim, boolean descending) { return Operators.call("argsort", this, dim, descending); }

    /// The indices that sort the elements along dimension `dim`; equal ones keep their order if `stable`.
    default Tensor argsort(long dim, boolean descending, boolean stable) {
        return Operators.call("argsort.stable", this, stable, dim, descending);
    }

    /// The elements sorted along the first dimension.
    default Tensor msort() { return Operators.call("msort", this); }

    /// The `k` greatest elements along the last dimension, and where they are.
    default TopkReturn topk(long k) { return TopkReturn.of(Operators.call("topk", this, k)); }

    /// The `k` greatest elements along dimension `dim`, and where they are.
    default TopkReturn topk(long k, long dim) { return TopkReturn.of(Operators.call("topk", this, k, dim)); }

    /// The `k` greatest elements along dimension `dim`, or the smallest, and where they are.
    default TopkReturn topk(long k, long dim, boolean largest) {
        return TopkReturn.of(Operators.call("topk", this, k, dim, largest));
    }

    /// The `k` greatest or smallest elements along dimension `dim`, null for the last, in order if `sorted`.
    default TopkReturn topk(long k, @Nullable Long dim, boolean largest, boolean sorted) {
        return TopkReturn.of(Operators.call("topk", this, k, dim == null ? -1 : dim, largest, sorted));
    }

    /// The `k`-th smallest element along the last dimension, and where it is.
    default KthvalueReturn kthvalue(long k) { return KthvalueReturn.of(Operators.call("kthvalue", this, k)); }

    /// The `k`-th smallest element along dimension `dim`, and where it is.
    default KthvalueReturn kthvalue(long k, long dim) {
        return KthvalueReturn.of(Operators.call("kthvalue", this, k, dim));
    }

    /// The `k`-th smallest element along dimension `dim`, null for the last, and where it is. With `keepdim` the
    /// dimension stays, of size 1.
    default KthvalueReturn kthvalue(long k, @Nullable Long dim, boolean keepdim) {
        return KthvalueReturn.of(Operators.call("kthvalue", this, k, dim == null ? -1 : dim, keepdim));
    }

    /// The different elements, sorted.
    default Tensor unique() { return Uniques.all((Tensor) this, true); }

    /// The different elements.
    default Tensor unique(boolean sorted) { return Uniques.all((Tensor) this, sorted); }

    /// The different slices along dimension `dim`, sorted.
    default Tensor unique(long dim) { return Uniques.of((Tensor) this, true, false, false, dim).output(); }

    /// The different elements; where each element of the tensor went, and how often each occurs, if asked for.
    default UniqueReturn unique(boolean sorted, boolean returnInverse, boolean returnCounts) {
        return Uniques.of((Tensor) this, sorted, returnInverse, returnCounts, null);
    }

    /// The different slices along dimension `dim`, null for elements; where each went, and how often each occurs, if
    /// asked for.
    default UniqueReturn unique(boolean sorted, boolean returnInverse, boolean returnCounts, @Nullable Long dim) {
        return Uniques.of((Tensor) this, sorted, returnInverse, returnCounts, dim);
    }

    /// The elements without repetitions of the one before.
    default Tensor uniqueConsecutive() { return Uniques.consecutive((Tensor) this, false, false, null).output(); }

    /// The slices along dimension `dim` without repetitions of the one before.
    default Tensor uniqueConsecutive(long dim) {
        return Uniques.consecutive((Tensor) this, false, false, dim).output();
    }

    /// The elements without repetitions of the one before; where each went, and how often it was repeated, if asked
    /// for.
    default UniqueReturn uniqueConsecutive(boolean returnInverse, boolean returnCounts) {
        return Uniques.consecutive((Tensor) this, returnInverse, returnCounts, null);
    }

    /// The slices along dimension `dim`, null for elements, without repetitions of the one before; where each went, and
    /// how often it was repeated, if asked for.
    default UniqueReturn uniqueConsecutive(boolean returnInverse, boolean returnCounts, @Nullable Long dim) {
        return Uniques.consecutive((Tensor) this, returnInverse, returnCounts, dim);
    }
}
