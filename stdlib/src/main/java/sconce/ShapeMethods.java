package sconce;

import java.util.List;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that show or arrange the same numbers in another shape.
sealed interface ShapeMethods permits Tensor {
    /// The same numbers in another shape; one size may be -1. A view where the strides allow it, else a copy.
    default Tensor reshape(long... shape) { return Operators.call("reshape", this, (Object) shape); }

    /// The same numbers in another shape.
    default Tensor reshape(Size shape) { return Operators.call("reshape", this, shape); }

    /// The same numbers in the shape of `other`.
    default Tensor reshapeAs(Tensor other) { return Operators.call("reshape_as", this, other); }

    /// The same numbers in another shape; always a view.
    default Tensor view(long... shape) { return Operators.call("view", this, (Object) shape); }

    /// The same numbers in another shape; always a view.
    default Tensor view(Size shape) { return Operators.call("view", this, shape); }

    /// The same bytes seen as another dtype; always a view.
    default Tensor view(DType dtype) { return Operators.call("view.dtype", this, dtype); }

    /// The same numbers in the shape of `other`; always a view.
    default Tensor viewAs(Tensor other) { return Operators.call("view_as", this, other); }

    /// All dimensions as one.
    default Tensor flatten() { return Operators.call("flatten.using_ints", this); }

    /// The dimensions from `startDim` on as one.
    default Tensor flatten(long startDim) { return Operators.call("flatten.using_ints", this, startDim); }

    /// The dimensions from `startDim` to `endDim` as one.
    default Tensor flatten(long startDim, long endDim) {
        return Operators.call("flatten.using_ints", this, startDim, endDim);
    }

    /// Dimension `dim` as several; one size may be -1.
    default Tensor unflatten(long dim, Size sizes) { return Operators.call("unflatten.int", this, dim, sizes); }

    /// Dimension `dim` as several; one size may be -1.
    default Tensor unflatten(long dim, long... sizes) { return Operators.call("unflatten.int", this, dim, sizes); }

    /// All numbers in a row: a view where possible.
    default Tensor ravel() { return Operators.call("ravel", this); }

    /// The two dimensions exchanged: a view.
    default Tensor t() { return Operators.call("t", this); }

    /// All dimensions in reverse order: a view. PyTorch's property `x.T`.
    default Tensor T() { return Operators.call("numpy_T", this); }

    /// The last two dimensions exchanged: a view. PyTorch's property `x.mT`.
    default Tensor mT() { return Operators.call("mT", this); }

    /// A complex matrix transposed and conjugated: PyTorch's property `x.H`.
    default Tensor H() { return Operators.call("matrix_H", this); }

    /// The last two dimensions exchanged and the numbers conjugated: PyTorch's property `x.mH`.
    default Tensor mH() { return Operators.call("mH", this); }

    /// The last two dimensions exchanged and the numbers conjugated.
    default Tensor adjoint() { return Operators.call("adjoint", this); }

    /// Two dimensions exchanged: a view.
    default Tensor transpose(long dim0, long dim1) { return Operators.call("transpose.int", this, dim0, dim1); }

    /// Two dimensions exchanged: a view.
    default Tensor swapaxes(long axis0, long axis1) { return Operators.call("swapaxes", this, axis0, axis1); }

    /// Two dimensions exchanged: a view.
    default Tensor swapdims(long dim0, long dim1) { return Operators.call("swapdims", this, dim0, dim1); }

    /// The dimensions in another order: a view.
    default Tensor permute(long... dims) { return Operators.call("permute", this, (Object) dims); }

    /// The dimensions in another order: a view.
    default Tensor permute(Size dims) { return Operators.call("permute", this, dims); }

    /// Dimension `source` moved to place `destination`: a view.
    default Tensor movedim(long source, long destination) {
        return Operators.call("movedim.int", this, source, destination);
    }

    /// Dimensions moved to other places: a view.
    default Tensor movedim(Size source, Size destination) {
        return Operators.call("movedim.intlist", this, source, destination);
    }

    /// Dimension `source` moved to place `destination`: a view.
    default Tensor moveaxis(long source, long destination) {
        return Operators.call("moveaxis.int", this, source, destination);
    }

    /// Dimensions moved to other places: a view.
    default Tensor moveaxis(Size source, Size destination) {
        return Operators.call("moveaxis.intlist", this, source, destination);
    }

    /// Without dimensions of size 1: a view.
    default Tensor squeeze() { return Operators.call("squeeze", this); }

    /// Without dimension `dim`, if its size is 1: a view.
    default Tensor squeeze(long dim) { return Operators.call("squeeze.dim", this, dim); }

    /// Without those of the given dimensions whose size is 1: a view.
    default Tensor squeeze(long... dims) { return Operators.call("squeeze.dims", this, (Object) dims); }

    /// Without those of the given dimensions whose size is 1: a view.
    default Tensor squeeze(Size dims) { return Operators.call("squeeze.dims", this, dims); }

    /// With a further dimension of size 1 at place `dim`: a view.
    default Tensor unsqueeze(long dim) { return Operators.call("unsqueeze", this, dim); }

    /// Dimensions of size 1 repeated without copying; -1 keeps a size.
    default Tensor expand(long... sizes) { return Operators.call("expand", this, (Object) sizes); }

    /// Dimensions of size 1 repeated without copying; -1 keeps a size.
    default Tensor expand(Size sizes) { return Operators.call("expand", this, sizes); }

    /// Expanded to the shape of `other`: a view.
    default Tensor expandAs(Tensor other) { return Operators.call("expand_as", this, other); }

    /// Expanded to a shape: a view.
    default Tensor broadcastTo(long... shape) { return Operators.call("broadcast_to", this, (Object) shape); }

    /// Expanded to a shape: a view.
    default Tensor broadcastTo(Size shape) { return Operators.call("broadcast_to", this, shape); }

    /// Summed up until the shape is the given one: what broadcasting does, undone.
    default Tensor sumToSize(long... size) { return Operators.call("sum_to_size", this, (Object) size); }

    /// The whole repeated, so often along each dimension.
    default Tensor repeat(long... repeats) { return Operators.call("repeat", this, (Object) repeats); }

    /// The whole repeated, so often along each dimension.
    default Tensor repeat(Size repeats) { return Operators.call("repeat", this, repeats); }

    /// The whole repeated, so often along each of the last dimensions.
    default Tensor tile(long... dims) { return Operators.call("tile", this, (Object) dims); }

    /// The whole repeated, so often along each of the last dimensions.
    default Tensor tile(Size dims) { return Operators.call("tile", this, dims); }

    /// Each element of the flattened tensor repeated.
    default Tensor repeatInterleave(long repeats) {
        return Operators.call("repeat_interleave.self_int", this, repeats);
    }

    /// Each slice along `dim` repeated.
    default Tensor repeatInterleave(long repeats, long dim) {
        return Operators.call("repeat_interleave.self_int", this, repeats, dim);
    }

    /// Each element of the flattened tensor repeated as often as its own number says.
    default Tensor repeatInterleave(Tensor repeats) {
        return Operators.call("repeat_interleave.self_Tensor", this, repeats);
    }

    /// Each slice along `dim` repeated as often as its own number says.
    default Tensor repeatInterleave(Tensor repeats, long dim) {
        return Operators.call("repeat_interleave.self_Tensor", this, repeats, dim);
    }

    /// The memory seen with sizes and strides of one's own.
    default Tensor asStrided(Size size, Size stride) { return Operators.call("as_strided", this, size, stride); }

    /// The memory from `storageOffset` on seen with sizes and strides of one's own.
    default Tensor asStrided(Size size, Size stride, long storageOffset) {
        return Operators.call("as_strided", this, size, stride, storageOffset);
    }

    /// All windows of `size` elements along a dimension, `step` apart, as a further last dimension: a view.
    default Tensor unfold(long dimension, long size, long step) {
        return Operators.call("unfold", this, dimension, size, step);
    }

    /// `length` slices along `dim` from `start` on: a view.
    default Tensor narrow(long dim, long start, long length) {
        return Operators.call("narrow", this, dim, start, length);
    }

    /// `length` slices along `dim` from `start` on: a view.
    default Tensor narrow(long dim, Tensor start, long length) {
        return Operators.call("narrow.Tensor", this, dim, start, length);
    }

    /// `length` slices along `dim` from `start` on: a copy.
    default Tensor narrowCopy(long dim, long start, long length) {
        return Operators.call("narrow_copy", this, dim, start, length);
    }

    /// Pieces of `splitSize` rows, the last may be smaller: views.
    default List<Tensor> split(long splitSize) {
        return Tuple.of(Operators.<List<Tensor>>call("split.Tensor", this, splitSize));
    }

    /// Pieces of `splitSize` slices along `dim`: views.
    default List<Tensor> split(long splitSize, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("split.Tensor", this, splitSize, dim));
    }

    /// Pieces of these sizes: views.
    default List<Tensor> split(Size splitSizes) {
        return Tuple.of(Operators.<List<Tensor>>call("split_with_sizes", this, splitSizes));
    }

    /// Pieces of these sizes along `dim`: views.
    default List<Tensor> split(Size splitSizes, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("split_with_sizes", this, splitSizes, dim));
    }

    /// Pieces of these sizes along `dim`: views.
    default List<Tensor> splitWithSizes(Size splitSizes, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("split_with_sizes", this, splitSizes, dim));
    }

    /// At most so many pieces of equal size, the last may be smaller: views.
    default List<Tensor> chunk(long chunks) { return Tuple.of(Operators.<List<Tensor>>call("chunk", this, chunks)); }

    /// At most so many pieces along `dim`: views.
    default List<Tensor> chunk(long chunks, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("chunk", this, chunks, dim));
    }

    /// So many pieces, as equal as can be: views.
    default List<Tensor> tensorSplit(long sections) {
        return Tuple.of(Operators.<List<Tensor>>call("tensor_split.sections", this, sections));
    }

    /// So many pieces along `dim`, as equal as can be: views.
    default List<Tensor> tensorSplit(long sections, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("tensor_split.sections", this, sections, dim));
    }

    /// So many pieces, or cut before these indices, as a tensor on the processor says: views.
    default List<Tensor> tensorSplit(Tensor indicesOrSections, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("tensor_split.tensor_indices_or_sections", this, indicesOrSections,
                dim));
    }

    /// Pieces cut before these indices: views.
    default List<Tensor> tensorSplit(Size indices) {
        return Tuple.of(Operators.<List<Tensor>>call("tensor_split.indices", this, indices));
    }

    /// Pieces cut before these indices along `dim`: views.
    default List<Tensor> tensorSplit(Size indices, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("tensor_split.indices", this, indices, dim));
    }

    /// So many equal pieces by columns: views.
    default List<Tensor> hsplit(long sections) {
        return Tuple.of(Operators.<List<Tensor>>call("hsplit.int", this, sections));
    }

    /// Pieces cut by columns before these indices: views.
    default List<Tensor> hsplit(Size indices) {
        return Tuple.of(Operators.<List<Tensor>>call("hsplit.array", this, indices));
    }

    /// So many equal pieces by rows: views.
    default List<Tensor> vsplit(long sections) {
        return Tuple.of(Operators.<List<Tensor>>call("vsplit.int", this, sections));
    }

    /// Pieces cut by rows before these indices: views.
    default List<Tensor> vsplit(Size indices) {
        return Tuple.of(Operators.<List<Tensor>>call("vsplit.array", this, indices));
    }

    /// So many equal pieces by depth: views.
    default List<Tensor> dsplit(long sections) {
        return Tuple.of(Operators.<List<Tensor>>call("dsplit.int", this, sections));
    }

    /// Pieces cut by depth before these indices: views.
    default List<Tensor> dsplit(Size indices) {
        return Tuple.of(Operators.<List<Tensor>>call("dsplit.array", this, indices));
    }

    /// The slices along the first dimension, without it: views.
    default List<Tensor> unbind() { return Tuple.of(Operators.<List<Tensor>>call("unbind.int", this)); }

    /// The slices along `dim`, without it: views.
    default List<Tensor> unbind(long dim) { return Tuple.of(Operators.<List<Tensor>>call("unbind.int", this, dim)); }

    /// The order along the given dimensions reversed: a copy.
    default Tensor flip(long... dims) { return Operators.call("flip", this, (Object) dims); }

    /// The order along the given dimensions reversed: a copy.
    default Tensor flip(Size dims) { return Operators.call("flip", this, dims); }

    /// The order of columns reversed: a copy.
    default Tensor fliplr() { return Operators.call("fliplr", this); }

    /// The order of rows reversed: a copy.
    default Tensor flipud() { return Operators.call("flipud", this); }

    /// The flattened elements shifted around.
    default Tensor roll(long shifts) { return Operators.call("roll", this, shifts); }

    /// The slices along `dims` shifted around.
    default Tensor roll(long shifts, long dims) { return Operators.call("roll", this, shifts, dims); }

    /// The slices along several dimensions shifted around.
    default Tensor roll(Size shifts, Size dims) { return Operators.call("roll", this, shifts, dims); }

    /// Turned by a quarter in the plane of the first two dimensions.
    default Tensor rot90() { return Operators.call("rot90", this); }

    /// Turned by `k` quarters in the plane of the first two dimensions.
    default Tensor rot90(long k) { return Operators.call("rot90", this, k); }

    /// Turned by `k` quarters in the plane of two dimensions.
    default Tensor rot90(long k, Size dims) { return Operators.call("rot90", this, k, dims); }

    /// The lower triangle of each matrix, zeros elsewhere.
    default Tensor tril() { return Operators.call("tril", this); }

    /// The lower triangle of each matrix up to a diagonal, zeros elsewhere.
    default Tensor tril(long diagonal) { return Operators.call("tril", this, diagonal); }

    /// The upper triangle of each matrix, zeros elsewhere.
    default Tensor triu() { return Operators.call("triu", this); }

    /// The upper triangle of each matrix from a diagonal on, zeros elsewhere.
    default Tensor triu(long diagonal) { return Operators.call("triu", this, diagonal); }

    /// The diagonal of a matrix, or the matrix with a vector as its diagonal.
    default Tensor diag() { return Operators.call("diag", this); }

    /// The same for another diagonal.
    default Tensor diag(long diagonal) { return Operators.call("diag", this, diagonal); }

    /// The diagonal of the first two dimensions: a view.
    default Tensor diagonal() { return Operators.call("diagonal", this); }

    /// The same for another diagonal: a view.
    default Tensor diagonal(long offset) { return Operators.call("diagonal", this, offset); }

    /// A diagonal of two dimensions: a view.
    default Tensor diagonal(long offset, long dim1, long dim2) {
        return Operators.call("diagonal", this, offset, dim1, dim2);
    }

    /// Matrices with the last dimension as their diagonals.
    default Tensor diagEmbed() { return Operators.call("diag_embed", this); }

    /// The same for another diagonal.
    default Tensor diagEmbed(long offset) { return Operators.call("diag_embed", this, offset); }

    /// Two dimensions whose diagonals are the last one.
    default Tensor diagEmbed(long offset, long dim1, long dim2) {
        return Operators.call("diag_embed", this, offset, dim1, dim2);
    }

    /// The matrix with all elements on its diagonal.
    default Tensor diagflat() { return Operators.call("diagflat", this); }

    /// The matrix with all elements on a diagonal.
    default Tensor diagflat(long offset) { return Operators.call("diagflat", this, offset); }

    /// A complex tensor as a real one with a further last dimension of two: a view.
    default Tensor viewAsReal() { return Operators.call("view_as_real", this); }

    /// A real tensor whose last dimension is two as a complex one: a view.
    default Tensor viewAsComplex() { return Operators.call("view_as_complex", this); }

    /// With a lazy conjugation done.
    default Tensor resolveConj() { return Operators.call("resolve_conj", this); }

    /// With a lazy negation done.
    default Tensor resolveNeg() { return Operators.call("resolve_neg", this); }

    /// The real parts: a view; a real tensor itself. PyTorch's property `x.real`.
    default Tensor real() { return ((Tensor) this).dtype().isComplex() ? Operators.call("real", this) : (Tensor) this; }

    /// The imaginary parts of a complex tensor: a view. PyTorch's property `x.imag`.
    default Tensor imag() { return Operators.call("imag", this); }

    /// The conjugates: a view that conjugates when it is read; a real tensor itself.
    default Tensor conj() { return ((Tensor) this).dtype().isComplex() ? Operators.call("conj", this) : (Tensor) this; }

    /// What [#chunk] gives, but as tensors that may be changed in place one by one in a graph.
    default List<Tensor> unsafeChunk(long chunks, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("unsafe_chunk", this, chunks, dim));
    }

    /// What [#split] gives, but as tensors that may be changed in place one by one in a graph.
    default List<Tensor> unsafeSplit(long splitSize, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("unsafe_split.Tensor", this, splitSize, dim));
    }

    /// What [#splitWithSizes] gives, but as tensors that may be changed in place one by one in a graph.
    default List<Tensor> unsafeSplitWithSizes(Size splitSizes, long dim) {
        return Tuple.of(Operators.<List<Tensor>>call("unsafe_split_with_sizes", this, splitSizes, dim));
    }
}
