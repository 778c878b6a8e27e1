package sconce;

import java.util.ArrayList;
import java.util.List;
import sconce.libtorch.Operators;

/// Functions of [Torch] that join, split and arrange.
abstract sealed class ShapeFunctions extends ComparisonFunctions permits InPlaceFunctions {
    ShapeFunctions() {}

    /// The same numbers in another shape.
    public static Tensor reshape(Tensor input, Size shape) { return input.reshape(shape); }

    /// All dimensions as one.
    public static Tensor flatten(Tensor input) { return input.flatten(); }

    /// The dimensions from `startDim` on as one.
    public static Tensor flatten(Tensor input, long startDim) { return input.flatten(startDim); }

    /// The dimensions from `startDim` to `endDim` as one.
    public static Tensor flatten(Tensor input, long startDim, long endDim) { return input.flatten(startDim, endDim); }

    /// Dimension `dim` as several; one size may be -1.
    public static Tensor unflatten(Tensor input, long dim, Size sizes) { return input.unflatten(dim, sizes); }

    /// All numbers in a row: a view where possible.
    public static Tensor ravel(Tensor input) { return input.ravel(); }

    /// The two dimensions exchanged: a view.
    public static Tensor t(Tensor input) { return input.t(); }

    /// The last two dimensions exchanged and the numbers conjugated.
    public static Tensor adjoint(Tensor input) { return input.adjoint(); }

    /// Two dimensions exchanged: a view.
    public static Tensor transpose(Tensor input, long dim0, long dim1) { return input.transpose(dim0, dim1); }

    /// Two dimensions exchanged: a view.
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) { return input.swapaxes(axis0, axis1); }

    /// Two dimensions exchanged: a view.
    public static Tensor swapdims(Tensor input, long dim0, long dim1) { return input.swapdims(dim0, dim1); }

    /// The dimensions in another order: a view.
    public static Tensor permute(Tensor input, long... dims) { return input.permute(dims); }

    /// The dimensions in another order: a view.
    public static Tensor permute(Tensor input, Size dims) { return input.permute(dims); }

    /// Dimension `source` moved to place `destination`: a view.
    public static Tensor movedim(Tensor input, long source, long destination) {
        return input.movedim(source, destination);
    }

    /// Dimensions moved to other places: a view.
    public static Tensor movedim(Tensor input, Size source, Size destination) {
        return input.movedim(source, destination);
    }

    /// Dimension `source` moved to place `destination`: a view.
    public static Tensor moveaxis(Tensor input, long source, long destination) {
        return input.moveaxis(source, destination);
    }

    /// Dimensions moved to other places: a view.
    public static Tensor moveaxis(Tensor input, Size source, Size destination) {
        return input.moveaxis(source, destination);
    }

    /// Without dimensions of size 1: a view.
    public static Tensor squeeze(Tensor input) { return input.squeeze(); }

    /// Without dimension `dim`, if its size is 1: a view.
    public static Tensor squeeze(Tensor input, long dim) { return input.squeeze(dim); }

    /// Without those of the given dimensions whose size is 1: a view.
    public static Tensor squeeze(Tensor input, long... dims) { return input.squeeze(dims); }

    /// Without those of the given dimensions whose size is 1: a view.
    public static Tensor squeeze(Tensor input, Size dims) { return input.squeeze(dims); }

    /// With a further dimension of size 1 at place `dim`: a view.
    public static Tensor unsqueeze(Tensor input, long dim) { return input.unsqueeze(dim); }

    /// Expanded to a shape: a view.
    public static Tensor broadcastTo(Tensor input, long... shape) { return input.broadcastTo(shape); }

    /// Expanded to a shape: a view.
    public static Tensor broadcastTo(Tensor input, Size shape) { return input.broadcastTo(shape); }

    /// The whole repeated, so often along each of the last dimensions.
    public static Tensor tile(Tensor input, long... dims) { return input.tile(dims); }

    /// The whole repeated, so often along each of the last dimensions.
    public static Tensor tile(Tensor input, Size dims) { return input.tile(dims); }

    /// Each element of the flattened tensor repeated.
    public static Tensor repeatInterleave(Tensor input, long repeats) { return input.repeatInterleave(repeats); }

    /// Each slice along `dim` repeated.
    public static Tensor repeatInterleave(Tensor input, long repeats, long dim) {
        return input.repeatInterleave(repeats, dim);
    }

    /// Each element of the flattened tensor repeated as often as its own number says.
    public static Tensor repeatInterleave(Tensor input, Tensor repeats) { return input.repeatInterleave(repeats); }

    /// Each slice along `dim` repeated as often as its own number says.
    public static Tensor repeatInterleave(Tensor input, Tensor repeats, long dim) {
        return input.repeatInterleave(repeats, dim);
    }

    /// The memory seen with sizes and strides of one's own.
    public static Tensor asStrided(Tensor input, Size size, Size stride) { return input.asStrided(size, stride); }

    /// The memory from `storageOffset` on seen with sizes and strides of one's own.
    public static Tensor asStrided(Tensor input, Size size, Size stride, long storageOffset) {
        return input.asStrided(size, stride, storageOffset);
    }

    /// `length` slices along `dim` from `start` on: a view.
    public static Tensor narrow(Tensor input, long dim, long start, long length) {
        return input.narrow(dim, start, length);
    }

    /// `length` slices along `dim` from `start` on: a view.
    public static Tensor narrow(Tensor input, long dim, Tensor start, long length) {
        return input.narrow(dim, start, length);
    }

    /// Pieces of `splitSize` rows, the last may be smaller: views.
    public static List<Tensor> split(Tensor input, long splitSize) { return input.split(splitSize); }

    /// Pieces of `splitSize` slices along `dim`: views.
    public static List<Tensor> split(Tensor input, long splitSize, long dim) { return input.split(splitSize, dim); }

    /// Pieces of these sizes: views.
    public static List<Tensor> split(Tensor input, Size splitSizes) { return input.split(splitSizes); }

    /// Pieces of these sizes along `dim`: views.
    public static List<Tensor> split(Tensor input, Size splitSizes, long dim) { return input.split(splitSizes, dim); }

    /// Pieces of these sizes along `dim`: views.
    public static List<Tensor> splitWithSizes(Tensor input, Size splitSizes, long dim) {
        return input.splitWithSizes(splitSizes, dim);
    }

    /// At most so many pieces of equal size, the last may be smaller: views.
    public static List<Tensor> chunk(Tensor input, long chunks) { return input.chunk(chunks); }

    /// At most so many pieces along `dim`: views.
    public static List<Tensor> chunk(Tensor input, long chunks, long dim) { return input.chunk(chunks, dim); }

    /// So many pieces, as equal as can be: views.
    public static List<Tensor> tensorSplit(Tensor input, long sections) { return input.tensorSplit(sections); }

    /// So many pieces along `dim`, as equal as can be: views.
    public static List<Tensor> tensorSplit(Tensor input, long sections, long dim) {
        return input.tensorSplit(sections, dim);
    }

    /// So many pieces, or cut before these indices, as a tensor on the processor says: views.
    public static List<Tensor> tensorSplit(Tensor input, Tensor indicesOrSections, long dim) {
        return input.tensorSplit(indicesOrSections, dim);
    }

    /// Pieces cut before these indices: views.
    public static List<Tensor> tensorSplit(Tensor input, Size indices) { return input.tensorSplit(indices); }

    /// Pieces cut before these indices along `dim`: views.
    public static List<Tensor> tensorSplit(Tensor input, Size indices, long dim) {
        return input.tensorSplit(indices, dim);
    }

    /// So many equal pieces by columns: views.
    public static List<Tensor> hsplit(Tensor input, long sections) { return input.hsplit(sections); }

    /// Pieces cut by columns before these indices: views.
    public static List<Tensor> hsplit(Tensor input, Size indices) { return input.hsplit(indices); }

    /// So many equal pieces by rows: views.
    public static List<Tensor> vsplit(Tensor input, long sections) { return input.vsplit(sections); }

    /// Pieces cut by rows before these indices: views.
    public static List<Tensor> vsplit(Tensor input, Size indices) { return input.vsplit(indices); }

    /// So many equal pieces by depth: views.
    public static List<Tensor> dsplit(Tensor input, long sections) { return input.dsplit(sections); }

    /// Pieces cut by depth before these indices: views.
    public static List<Tensor> dsplit(Tensor input, Size indices) { return input.dsplit(indices); }

    /// The slices along the first dimension, without it: views.
    public static List<Tensor> unbind(Tensor input) { return input.unbind(); }

    /// The slices along `dim`, without it: views.
    public static List<Tensor> unbind(Tensor input, long dim) { return input.unbind(dim); }

    /// The order along the given dimensions reversed: a copy.
    public static Tensor flip(Tensor input, long... dims) { return input.flip(dims); }

    /// The order along the given dimensions reversed: a copy.
    public static Tensor flip(Tensor input, Size dims) { return input.flip(dims); }

    /// The order of columns reversed: a copy.
    public static Tensor fliplr(Tensor input) { return input.fliplr(); }

    /// The order of rows reversed: a copy.
    public static Tensor flipud(Tensor input) { return input.flipud(); }

    /// The flattened elements shifted around.
    public static Tensor roll(Tensor input, long shifts) { return input.roll(shifts); }

    /// The slices along `dims` shifted around.
    public static Tensor roll(Tensor input, long shifts, long dims) { return input.roll(shifts, dims); }

    /// The slices along several dimensions shifted around.
    public static Tensor roll(Tensor input, Size shifts, Size dims) { return input.roll(shifts, dims); }

    /// Turned by a quarter in the plane of the first two dimensions.
    public static Tensor rot90(Tensor input) { return input.rot90(); }

    /// Turned by `k` quarters in the plane of the first two dimensions.
    public static Tensor rot90(Tensor input, long k) { return input.rot90(k); }

    /// Turned by `k` quarters in the plane of two dimensions.
    public static Tensor rot90(Tensor input, long k, Size dims) { return input.rot90(k, dims); }

    /// The lower triangle of each matrix, zeros elsewhere.
    public static Tensor tril(Tensor input) { return input.tril(); }

    /// The lower triangle of each matrix up to a diagonal, zeros elsewhere.
    public static Tensor tril(Tensor input, long diagonal) { return input.tril(diagonal); }

    /// The upper triangle of each matrix, zeros elsewhere.
    public static Tensor triu(Tensor input) { return input.triu(); }

    /// The upper triangle of each matrix from a diagonal on, zeros elsewhere.
    public static Tensor triu(Tensor input, long diagonal) { return input.triu(diagonal); }

    /// The diagonal of a matrix, or the matrix with a vector as its diagonal.
    public static Tensor diag(Tensor input) { return input.diag(); }

    /// The same for another diagonal.
    public static Tensor diag(Tensor input, long diagonal) { return input.diag(diagonal); }

    /// The diagonal of the first two dimensions: a view.
    public static Tensor diagonal(Tensor input) { return input.diagonal(); }

    /// The same for another diagonal: a view.
    public static Tensor diagonal(Tensor input, long offset) { return input.diagonal(offset); }

    /// A diagonal of two dimensions: a view.
    public static Tensor diagonal(Tensor input, long offset, long dim1, long dim2) {
        return input.diagonal(offset, dim1, dim2);
    }

    /// Matrices with the last dimension as their diagonals.
    public static Tensor diagEmbed(Tensor input) { return input.diagEmbed(); }

    /// The same for another diagonal.
    public static Tensor diagEmbed(Tensor input, long offset) { return input.diagEmbed(offset); }

    /// Two dimensions whose diagonals are the last one.
    public static Tensor diagEmbed(Tensor input, long offset, long dim1, long dim2) {
        return input.diagEmbed(offset, dim1, dim2);
    }

    /// The matrix with all elements on its diagonal.
    public static Tensor diagflat(Tensor input) { return input.diagflat(); }

    /// The matrix with all elements on a diagonal.
    public static Tensor diagflat(Tensor input, long offset) { return input.diagflat(offset); }

    /// A complex tensor as a real one with a further last dimension of two: a view.
    public static Tensor viewAsReal(Tensor input) { return input.viewAsReal(); }

    /// A real tensor whose last dimension is two as a complex one: a view.
    public static Tensor viewAsComplex(Tensor input) { return input.viewAsComplex(); }

    /// With a lazy conjugation done.
    public static Tensor resolveConj(Tensor input) { return input.resolveConj(); }

    /// With a lazy negation done.
    public static Tensor resolveNeg(Tensor input) { return input.resolveNeg(); }

    /// The tensors one after another along the first dimension.
    public static Tensor cat(Tensor... tensors) { return cat(List.of(tensors), 0); }

    /// The tensors one after another along the first dimension.
    public static Tensor cat(List<? extends Tensor> tensors) { return cat(tensors, 0); }

    /// The tensors one after another along dimension `dim`, with their dtypes promoted.
    public static Tensor cat(List<? extends Tensor> tensors, long dim) { return join("cat", tensors, dim); }

    /// The tensors one after another along the first dimension.
    public static Tensor concat(Tensor... tensors) { return concat(List.of(tensors), 0); }

    /// The tensors one after another along the first dimension.
    public static Tensor concat(List<? extends Tensor> tensors) { return concat(tensors, 0); }

    /// The same as [#cat].
    public static Tensor concat(List<? extends Tensor> tensors, long dim) { return join("concat", tensors, dim); }

    /// The tensors one after another along the first dimension.
    public static Tensor concatenate(Tensor... tensors) { return concatenate(List.of(tensors), 0); }

    /// The tensors one after another along the first dimension.
    public static Tensor concatenate(List<? extends Tensor> tensors) { return concatenate(tensors, 0); }

    /// The same as [#cat].
    public static Tensor concatenate(List<? extends Tensor> tensors, long dim) {
        return join("concatenate", tensors, dim);
    }

    /// The tensors, all of one shape, along a new first dimension.
    public static Tensor stack(Tensor... tensors) { return stack(List.of(tensors), 0); }

    /// The tensors, all of one shape, along a new first dimension.
    public static Tensor stack(List<? extends Tensor> tensors) { return stack(tensors, 0); }

    /// The tensors, all of one shape, along a new dimension `dim`.
    public static Tensor stack(List<? extends Tensor> tensors, long dim) {
        return Operators.call("stack", tensors, dim);
    }

    /// The tensors beside each other.
    public static Tensor hstack(Tensor... tensors) { return hstack(List.of(tensors)); }

    /// The tensors beside each other.
    public static Tensor hstack(List<? extends Tensor> tensors) { return Operators.call("hstack", tensors); }

    /// The tensors below each other.
    public static Tensor vstack(Tensor... tensors) { return vstack(List.of(tensors)); }

    /// The tensors below each other.
    public static Tensor vstack(List<? extends Tensor> tensors) { return Operators.call("vstack", tensors); }

    /// The tensors below each other.
    public static Tensor rowStack(Tensor... tensors) { return rowStack(List.of(tensors)); }

    /// The tensors below each other.
    public static Tensor rowStack(List<? extends Tensor> tensors) { return Operators.call("row_stack", tensors); }

    /// The tensors behind each other.
    public static Tensor dstack(Tensor... tensors) { return dstack(List.of(tensors)); }

    /// The tensors behind each other.
    public static Tensor dstack(List<? extends Tensor> tensors) { return Operators.call("dstack", tensors); }

    /// The tensors as columns.
    public static Tensor columnStack(Tensor... tensors) { return columnStack(List.of(tensors)); }

    /// The tensors as columns.
    public static Tensor columnStack(List<? extends Tensor> tensors) { return Operators.call("column_stack", tensors); }

    /// With at least one dimension.
    public static Tensor atleast1d(Tensor input) { return Operators.call("atleast_1d", input); }

    /// Each with at least one dimension.
    public static List<Tensor> atleast1d(List<? extends Tensor> several) {
        return Tuple.of(Operators.<List<Tensor>>call("atleast_1d.Sequence", several));
    }

    /// With at least two dimensions.
    public static Tensor atleast2d(Tensor input) { return Operators.call("atleast_2d", input); }

    /// Each with at least two dimensions.
    public static List<Tensor> atleast2d(List<? extends Tensor> several) {
        return Tuple.of(Operators.<List<Tensor>>call("atleast_2d.Sequence", several));
    }

    /// With at least three dimensions.
    public static Tensor atleast3d(Tensor input) { return Operators.call("atleast_3d", input); }

    /// Each with at least three dimensions.
    public static List<Tensor> atleast3d(List<? extends Tensor> several) {
        return Tuple.of(Operators.<List<Tensor>>call("atleast_3d.Sequence", several));
    }

    /// The tensors expanded to their common shape: views.
    public static List<Tensor> broadcastTensors(Tensor... tensors) {
        return Tuple.of(Operators.<List<Tensor>>call("broadcast_tensors", (Object) tensors));
    }

    /// The shape that tensors of these shapes are expanded to.
    ///
    /// @throws TorchException if there is none
    public static Size broadcastShapes(Size... shapes) { return Broadcast.shape(shapes); }

    /// Index `i` as often as `repeats[i]` says, one after another.
    public static Tensor repeatInterleave(Tensor repeats) {
        return Operators.call("repeat_interleave.Tensor", repeats);
    }

    /// The places of flat indices in a shape: a tensor of indices for each dimension.
    public static List<Tensor> unravelIndex(Tensor indices, Size shape) {
        var places = new ArrayList<Tensor>();
        var rest = indices;
        for (var dim = shape.size() - 1; dim >= 0; dim--) {
            places.addFirst(Operators.call("remainder.Scalar", rest, shape.get(dim)));
            rest = Operators.call("floor_divide.Scalar", rest, shape.get(dim));
        }
        return Tuple.of(places);
    }

    private static Tensor join(String operator, List<? extends Tensor> tensors, long dim) {
        if (tensors.isEmpty()) throw new ValueError("torch.cat(): expected a non-empty list of Tensors");
        return Operators.call(operator, tensors, dim);
    }

    /// The real parts: a view; a real tensor itself.
    public static Tensor real(Tensor input) { return input.real(); }

    /// The imaginary parts of a complex tensor: a view.
    public static Tensor imag(Tensor input) { return input.imag(); }

    /// The conjugates: a view that conjugates when it is read; a real tensor itself.
    public static Tensor conj(Tensor input) { return input.conj(); }
}
