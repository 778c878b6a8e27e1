package sconce;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that pick or replace elements.
sealed interface IndexingMethods extends Iterable<Tensor> permits Tensor {
    /// Element, row or slice `index` of the first dimension: Python's `x[index]`. Negative ones count from the end.
    ///
    /// @throws IndexError if there is none
    default Tensor get(long index) { return Index.of(index).get((Tensor) this); }

    /// Python's `x[..]`: numbers, slices and more as text, truths, masks, index tensors, lists and arrays of indices, null
    /// for `None`. What Python makes a view is a view.
    ///
    /// ```java
    /// x.get("1:, ::2")   x.get(":", 1)   x.get("..., None")   x.get(mask)   x.get(indices, ":")
    /// ```
    ///
    /// @throws IndexError if an index is out of range, or there are too many
    default Tensor get(@Nullable Object... indices) { return Index.of(indices).get((Tensor) this); }

    /// Python's `x[index] = value`: a number, truth or tensor, broadcast. Several indices are [Torch#index(Object...)].
    ///
    /// ```java
    /// var x = Torch.zeros(2, 3);
    /// x.set("1:, 0", 5);
    /// x.set(x.eq(0), 7);
    /// x   // tensor([[7., 7., 7.], [5., 7., 7.]])
    /// ```
    default void set(@Nullable Object index, @Nullable Object value) { Index.of(index).set((Tensor) this, value); }

    /// The slices along the first dimension, without it: Python's `for row in x`.
    @Override
    default Iterator<Tensor> iterator() {
        var tensor = (Tensor) this;
        if (tensor.dim() == 0) throw new TypeError("iteration over a 0-d tensor");
        return tensor.unbind().iterator();
    }

    /// Slice `index` along `dim`, without that dimension: a view.
    default Tensor select(long dim, long index) { return Operators.call("select.int", this, dim, index); }

    /// The slices along `dim` that `index` names: a copy.
    default Tensor indexSelect(long dim, Tensor index) { return Operators.call("index_select", this, dim, index); }

    /// A copy with `source` added to the slices along `dim` that `index` names.
    default Tensor indexAdd(long dim, Tensor index, Tensor source) {
        return Operators.call("index_add", this, dim, index, source);
    }

    /// A copy with `alpha * source` added to the slices along `dim` that `index` names.
    default Tensor indexAdd(long dim, Tensor index, Tensor source, Number alpha) {
        return Operators.call("index_add", this, dim, index, source, alpha);
    }

    /// A copy with the slices along `dim` that `index` names replaced.
    default Tensor indexCopy(long dim, Tensor index, Tensor source) {
        return Operators.call("index_copy", this, dim, index, source);
    }

    /// A copy with the slices along `dim` that `index` names set to a number.
    default Tensor indexFill(long dim, Tensor index, Number value) {
        return Operators.call("index_fill.int_Scalar", this, dim, index, value);
    }

    /// A copy with the slices along `dim` that `index` names set to a number.
    default Tensor indexFill(long dim, Tensor index, Tensor value) {
        return Operators.call("index_fill.int_Tensor", this, dim, index, value);
    }

    /// A copy with `source` reduced into slices along `dim`: `"prod"`, `"mean"`, `"amax"` or `"amin"`.
    default Tensor indexReduce(long dim, Tensor index, Tensor source, String reduce) {
        return Operators.call("index_reduce", this, dim, index, source, reduce);
    }

    /// The same, with or without what was there before.
    default Tensor indexReduce(long dim, Tensor index, Tensor source, String reduce, boolean includeSelf) {
        return Operators.call("index_reduce", this, dim, index, source, reduce, includeSelf);
    }

    /// A copy with the elements that the index tensors name replaced.
    default Tensor indexPut(List<? extends @Nullable Tensor> indices, Tensor values) {
        return Operators.call("index_put", this, indices, values);
    }

    /// The same, or with the values added if `accumulate`.
    default Tensor indexPut(List<? extends @Nullable Tensor> indices, Tensor values, boolean accumulate) {
        return Operators.call("index_put", this, indices, values, accumulate);
    }

    /// Elements along `dim`, one for each element of `index`.
    default Tensor gather(long dim, Tensor index) { return Gathering.call("gather", this, dim, index); }

    /// A copy with the elements of `src` put where `index` says along `dim`.
    default Tensor scatter(long dim, Tensor index, Tensor src) {
        return Gathering.call("scatter.src", this, dim, index, src);
    }

    /// A copy with a number put where `index` says along `dim`.
    default Tensor scatter(long dim, Tensor index, Number value) {
        return Gathering.call("scatter.value", this, dim, index, value);
    }

    /// A copy with `src` added (`"add"`) or multiplied in (`"multiply"`) where `index` says.
    default Tensor scatter(long dim, Tensor index, Tensor src, String reduce) {
        return Gathering.call("scatter.reduce", this, dim, index, src, reduce);
    }

    /// A copy with a number added or multiplied in where `index` says.
    default Tensor scatter(long dim, Tensor index, Number value, String reduce) {
        return Gathering.call("scatter.value_reduce", this, dim, index, value, reduce);
    }

    /// A copy with the elements of `src` added where `index` says along `dim`.
    default Tensor scatterAdd(long dim, Tensor index, Tensor src) {
        return Gathering.call("scatter_add", this, dim, index, src);
    }

    /// A copy with `src` reduced into where `index` says: `"sum"`, `"prod"`, `"mean"`, `"amax"` or `"amin"`.
    default Tensor scatterReduce(long dim, Tensor index, Tensor src, String reduce) {
        return Gathering.call("scatter_reduce.two", this, dim, index, src, reduce);
    }

    /// The same, with or without what was there before.
    default Tensor scatterReduce(long dim, Tensor index, Tensor src, String reduce, boolean includeSelf) {
        return Gathering.call("scatter_reduce.two", this, dim, index, src, reduce, includeSelf);
    }

    /// Elements of the flattened tensor.
    default Tensor take(Tensor index) { return Operators.call("take", this, index); }

    /// Elements along `dim`, one for each element of `indices`, broadcast.
    default Tensor takeAlongDim(Tensor indices, long dim) {
        return Gathering.call("take_along_dim", this, indices, dim);
    }

    /// Elements of the flattened tensor.
    default Tensor takeAlongDim(Tensor indices) { return Gathering.call("take_along_dim", this, indices); }

    /// A copy with elements of the flattened tensor replaced.
    default Tensor put(Tensor index, Tensor source) { return Operators.call("put", this, index, source); }

    /// The same, or with the values added if `accumulate`.
    default Tensor put(Tensor index, Tensor source, boolean accumulate) {
        return Operators.call("put", this, index, source, accumulate);
    }

    /// A copy with a number where `mask` holds.
    default Tensor maskedFill(Tensor mask, Number value) {
        return Operators.call("masked_fill.Scalar", this, mask, value);
    }

    /// A copy with a number where `mask` holds.
    default Tensor maskedFill(Tensor mask, Tensor value) {
        return Operators.call("masked_fill.Tensor", this, mask, value);
    }

    /// A copy with the elements of `source`, one after another, where `mask` holds.
    default Tensor maskedScatter(Tensor mask, Tensor source) {
        return Operators.call("masked_scatter", this, mask, source);
    }

    /// The elements where `mask` holds, in a row.
    default Tensor maskedSelect(Tensor mask) { return Operators.call("masked_select", this, mask); }

    /// The places of the elements that are not zero, a row each.
    default Tensor nonzero() { return Operators.call("nonzero", this); }

    /// The places of the elements that are not zero: if `asTuple`, a tensor for each dimension, else a list of the one with a row for each.
    default List<Tensor> nonzero(boolean asTuple) {
        var tensor = (Tensor) this;
        return asTuple ? Tuple.of(Operators.<List<Tensor>>call("nonzero_numpy", tensor)) : List.of(tensor.nonzero());
    }

    /// The places of the first `size` elements that are not zero, filled up with -1.
    default Tensor nonzeroStatic(long size) { return Operators.call("nonzero_static", this, size); }

    /// The places of the first `size` elements that are not zero, filled up.
    default Tensor nonzeroStatic(long size, long fillValue) {
        return Operators.call("nonzero_static", this, size, fillValue);
    }

    /// The places of the elements that are not zero, a row each.
    default Tensor argwhere() { return Operators.call("argwhere", this); }

    /// A copy with `src` as slice `index` along `dim`.
    default Tensor selectScatter(Tensor src, long dim, long index) {
        return Operators.call("select_scatter", this, src, dim, index);
    }

    /// A copy with `src` as the slices along `dim` from `start` up to `end`.
    default Tensor sliceScatter(Tensor src, long dim, @Nullable Long start, @Nullable Long end) {
        return Operators.call("slice_scatter", this, src, dim, start, end);
    }

    /// The same for every `step`-th slice.
    default Tensor sliceScatter(Tensor src, long dim, @Nullable Long start, @Nullable Long end, long step) {
        return Operators.call("slice_scatter", this, src, dim, start, end, step);
    }

    /// A copy with `src` as its diagonal.
    default Tensor diagonalScatter(Tensor src) { return Operators.call("diagonal_scatter", this, src); }

    /// A copy with `src` as a diagonal of two dimensions.
    default Tensor diagonalScatter(Tensor src, long offset, long dim1, long dim2) {
        return Operators.call("diagonal_scatter", this, src, offset, dim1, dim2);
    }

    /// A copy with `src` where the sizes, strides and offset point.
    default Tensor asStridedScatter(Tensor src, Size size, Size stride, @Nullable Long storageOffset) {
        return Operators.call("as_strided_scatter", this, src, size, stride, storageOffset);
    }

    /// Elements of this tensor where `condition` holds, else of `other`.
    default Tensor where(Tensor condition, Tensor other) { return Torch.where(condition, (Tensor) this, other); }

    /// Elements of this tensor where `condition` holds, else a number.
    default Tensor where(Tensor condition, Number other) { return Torch.where(condition, (Tensor) this, other); }
}
