package sconce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Functions of [Torch] that pick or replace elements.
abstract sealed class IndexingFunctions extends InPlaceFunctions permits SignalFunctions {
    IndexingFunctions() {}

    /// An index of several parts, for `x.set(Torch.index(..), value)`; the parts are those of [Tensor#get(Object...)].
    public static Index index(@Nullable Object... indices) { return Index.of(indices); }

    /// Elements of `input` where `condition` holds, else of `other`.
    public static Tensor where(Tensor condition, Tensor input, Tensor other) {
        return Operators.call("where.self", condition, input, other);
    }

    /// Elements of `input` where `condition` holds, else a number.
    public static Tensor where(Tensor condition, Tensor input, Number other) {
        return Operators.call("where.ScalarOther", condition, input, other);
    }

    /// A number where `condition` holds, else elements of `other`.
    public static Tensor where(Tensor condition, Number input, Tensor other) {
        return Operators.call("where.ScalarSelf", condition, input, other);
    }

    /// One number where `condition` holds, else another.
    public static Tensor where(Tensor condition, Number input, Number other) {
        return Operators.call("where.Scalar", condition, input, other);
    }

    /// The places where `condition` holds: a tensor for each dimension.
    public static List<Tensor> where(Tensor condition) {
        return Tuple.of(Operators.<List<Tensor>>call("where", condition));
    }

    /// Slice `index` along `dim`, without that dimension: a view.
    public static Tensor select(Tensor input, long dim, long index) { return input.select(dim, index); }

    /// The slices along `dim` that `index` names: a copy.
    public static Tensor indexSelect(Tensor input, long dim, Tensor index) { return input.indexSelect(dim, index); }

    /// A copy with `source` added to the slices along `dim` that `index` names.
    public static Tensor indexAdd(Tensor input, long dim, Tensor index, Tensor source) {
        return input.indexAdd(dim, index, source);
    }

    /// A copy with `alpha * source` added to the slices along `dim` that `index` names.
    public static Tensor indexAdd(Tensor input, long dim, Tensor index, Tensor source, Number alpha) {
        return input.indexAdd(dim, index, source, alpha);
    }

    /// A copy with the slices along `dim` that `index` names replaced.
    public static Tensor indexCopy(Tensor input, long dim, Tensor index, Tensor source) {
        return input.indexCopy(dim, index, source);
    }

    /// A copy with the slices along `dim` that `index` names set to a number.
    public static Tensor indexFill(Tensor input, long dim, Tensor index, Number value) {
        return input.indexFill(dim, index, value);
    }

    /// A copy with the slices along `dim` that `index` names set to a number.
    public static Tensor indexFill(Tensor input, long dim, Tensor index, Tensor value) {
        return input.indexFill(dim, index, value);
    }

    /// A copy with `source` reduced into slices along `dim`: `"prod"`, `"mean"`, `"amax"` or `"amin"`.
    public static Tensor indexReduce(Tensor input, long dim, Tensor index, Tensor source, String reduce) {
        return input.indexReduce(dim, index, source, reduce);
    }

    /// The same, with or without what was there before.
    public static Tensor indexReduce(Tensor input, long dim, Tensor index, Tensor source, String reduce,
            boolean includeSelf) {
        return input.indexReduce(dim, index, source, reduce, includeSelf);
    }

    /// A copy with the elements that the index tensors name replaced.
    public static Tensor indexPut(Tensor input, List<? extends @Nullable Tensor> indices, Tensor values) {
        return input.indexPut(indices, values);
    }

    /// The same, or with the values added if `accumulate`.
    public static Tensor indexPut(Tensor input, List<? extends @Nullable Tensor> indices, Tensor values,
            boolean accumulate) {
        return input.indexPut(indices, values, accumulate);
    }

    /// Elements along `dim`, one for each element of `index`.
    public static Tensor gather(Tensor input, long dim, Tensor index) { return input.gather(dim, index); }

    /// A copy with the elements of `src` put where `index` says along `dim`.
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) {
        return input.scatter(dim, index, src);
    }

    /// A copy with a number put where `index` says along `dim`.
    public static Tensor scatter(Tensor input, long dim, Tensor index, Number value) {
        return input.scatter(dim, index, value);
    }

    /// A copy with `src` added (`"add"`) or multiplied in (`"multiply"`) where `index` says.
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src, String reduce) {
        return input.scatter(dim, index, src, reduce);
    }

    /// A copy with a number added or multiplied in where `index` says.
    public static Tensor scatter(Tensor input, long dim, Tensor index, Number value, String reduce) {
        return input.scatter(dim, index, value, reduce);
    }

    /// A copy with the elements of `src` added where `index` says along `dim`.
    public static Tensor scatterAdd(Tensor input, long dim, Tensor index, Tensor src) {
        return input.scatterAdd(dim, index, src);
    }

    /// A copy with `src` reduced into where `index` says: `"sum"`, `"prod"`, `"mean"`, `"amax"` or `"amin"`.
    public static Tensor scatterReduce(Tensor input, long dim, Tensor index, Tensor src, String reduce) {
        return input.scatterReduce(dim, index, src, reduce);
    }

    /// The same, with or without what was there before.
    public static Tensor scatterReduce(Tensor input, long dim, Tensor index, Tensor src, String reduce,
            boolean includeSelf) {
        return input.scatterReduce(dim, index, src, reduce, includeSelf);
    }

    /// Elements of the flattened tensor.
    public static Tensor take(Tensor input, Tensor index) { return input.take(index); }

    /// Elements along `dim`, one for each element of `indices`, broadcast.
    public static Tensor takeAlongDim(Tensor input, Tensor indices, long dim) {
        return input.takeAlongDim(indices, dim);
    }

    /// Elements of the flattened tensor.
    public static Tensor takeAlongDim(Tensor input, Tensor indices) { return input.takeAlongDim(indices); }

    /// A copy with elements of the flattened tensor replaced.
    public static Tensor put(Tensor input, Tensor index, Tensor source) { return input.put(index, source); }

    /// The same, or with the values added if `accumulate`.
    public static Tensor put(Tensor input, Tensor index, Tensor source, boolean accumulate) {
        return input.put(index, source, accumulate);
    }

    /// A copy with a number where `mask` holds.
    public static Tensor maskedFill(Tensor input, Tensor mask, Number value) { return input.maskedFill(mask, value); }

    /// A copy with a number where `mask` holds.
    public static Tensor maskedFill(Tensor input, Tensor mask, Tensor value) { return input.maskedFill(mask, value); }

    /// A copy with the elements of `source`, one after another, where `mask` holds.
    public static Tensor maskedScatter(Tensor input, Tensor mask, Tensor source) {
        return input.maskedScatter(mask, source);
    }

    /// The elements where `mask` holds, in a row.
    public static Tensor maskedSelect(Tensor input, Tensor mask) { return input.maskedSelect(mask); }

    /// The places of the elements that are not zero, a row each.
    public static Tensor nonzero(Tensor input) { return input.nonzero(); }

    /// The places of the elements that are not zero: if `asTuple`, a tensor for each dimension, else a list of the one with a row for each.
    public static List<Tensor> nonzero(Tensor input, boolean asTuple) { return input.nonzero(asTuple); }

    /// The places of the first `size` elements that are not zero, filled up with -1.
    public static Tensor nonzeroStatic(Tensor input, long size) { return input.nonzeroStatic(size); }

    /// The places of the first `size` elements that are not zero, filled up.
    public static Tensor nonzeroStatic(Tensor input, long size, long fillValue) {
        return input.nonzeroStatic(size, fillValue);
    }

    /// The places of the elements that are not zero, a row each.
    public static Tensor argwhere(Tensor input) { return input.argwhere(); }

    /// A copy with `src` as slice `index` along `dim`.
    public static Tensor selectScatter(Tensor input, Tensor src, long dim, long index) {
        return input.selectScatter(src, dim, index);
    }

    /// A copy with `src` as the slices along `dim` from `start` up to `end`.
    public static Tensor sliceScatter(Tensor input, Tensor src, long dim, @Nullable Long start, @Nullable Long end) {
        return input.sliceScatter(src, dim, start, end);
    }

    /// The same for every `step`-th slice.
    public static Tensor sliceScatter(Tensor input, Tensor src, long dim, @Nullable Long start, @Nullable Long end,
            long step) {
        return input.sliceScatter(src, dim, start, end, step);
    }

    /// A copy with `src` as its diagonal.
    public static Tensor diagonalScatter(Tensor input, Tensor src) { return input.diagonalScatter(src); }

    /// A copy with `src` as a diagonal of two dimensions.
    public static Tensor diagonalScatter(Tensor input, Tensor src, long offset, long dim1, long dim2) {
        return input.diagonalScatter(src, offset, dim1, dim2);
    }

    /// A copy with `src` where the sizes, strides and offset point.
    public static Tensor asStridedScatter(Tensor input, Tensor src, Size size, Size stride,
            @Nullable Long storageOffset) {
        return input.asStridedScatter(src, size, stride, storageOffset);
    }
}
