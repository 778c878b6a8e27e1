package sconce;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;

/// Functions of [Torch] that make ranges, grids, windows and sparse tensors.
abstract sealed class RangeFunctions extends CreationFunctions permits RandomFunctions {
    RangeFunctions() {}

    /// `0, 1, .., end - 1`; int64 for whole numbers, else the default dtype.
    public static Tensor arange(Number end) { return arange(end, o -> {}); }

    /// `start, start + 1, ..` below `end`.
    public static Tensor arange(Number start, Number end) { return arange(start, end, o -> {}); }

    /// `start, start + step, ..` below `end`.
    public static Tensor arange(Number start, Number end, Number step) { return arange(start, end, step, o -> {}); }

    /// The same with options.
    public static Tensor arange(Number end, Consumer<TensorOptions> options) { return make("arange", options, end); }

    /// The same with options.
    public static Tensor arange(Number start, Number end, Consumer<TensorOptions> options) {
        return make("arange.start", options, start, end);
    }

    /// The same with options.
    public static Tensor arange(Number start, Number end, Number step, Consumer<TensorOptions> options) {
        return make("arange.start_step", options, start, end, step);
    }

    /// `start, start + step, ..` up to `end` and with it, in the default dtype. Deprecated in PyTorch for [#arange].
    public static Tensor range(Number start, Number end, Number step) {
        return make("range.step", o -> {}, start, end, step);
    }

    /// The same with steps of 1.
    public static Tensor range(Number start, Number end) { return range(start, end, 1); }

    /// `steps` numbers evenly from `start` to `end`, both included.
    public static Tensor linspace(Number start, Number end, long steps) { return linspace(start, end, steps, o -> {}); }

    /// The same with options.
    public static Tensor linspace(Number start, Number end, long steps, Consumer<TensorOptions> options) {
        return make("linspace", options, start, end, steps);
    }

    /// `steps` tensors evenly from `start` to `end`, along a new first dimension.
    public static Tensor linspace(Tensor start, Tensor end, long steps) {
        return make("linspace.Tensor_Tensor", o -> {}, start, end, steps);
    }

    /// `steps` powers of ten, from `10^start` to `10^end`, their exponents evenly apart.
    public static Tensor logspace(Number start, Number end, long steps) { return logspace(start, end, steps, 10.0); }

    /// The same with options.
    public static Tensor logspace(Number start, Number end, long steps, Consumer<TensorOptions> options) {
        return logspace(start, end, steps, 10.0, options);
    }

    /// The same with powers of `base`.
    public static Tensor logspace(Number start, Number end, long steps, double base) {
        return logspace(start, end, steps, base, o -> {});
    }

    /// The same with options.
    public static Tensor logspace(Number start, Number end, long steps, double base, Consumer<TensorOptions> options) {
        return make("logspace", options, start, end, steps, base);
    }

    /// The coordinates of a grid with these axes: for each axis a tensor with all axes as dimensions, in this order.
    public static List<Tensor> meshgrid(Tensor... tensors) { return meshgrid(List.of(tensors), "ij"); }

    /// The same; with `"xy"` the first two dimensions are exchanged.
    public static List<Tensor> meshgrid(List<? extends Tensor> tensors, @Nullable String indexing) {
        return Tuple.of(Operators.<List<Tensor>>call("meshgrid.indexing", tensors, indexing == null ? "ij" : indexing));
    }

    /// All pairs, triples .. of the vectors' elements, a row each.
    public static Tensor cartesianProd(Tensor... tensors) { return Operators.call("cartesian_prod", (Object) tensors); }

    /// The pairs of the vector's elements, a row each.
    public static Tensor combinations(Tensor input) { return combinations(input, 2, false); }

    /// The combinations of `r` of the vector's elements, a row each.
    public static Tensor combinations(Tensor input, long r) { return combinations(input, r, false); }

    /// The same; an element may be taken more than once if `withReplacement`.
    public static Tensor combinations(Tensor input, long r, boolean withReplacement) {
        return Operators.call("combinations", input, r, withReplacement);
    }

    /// The matrices along the diagonal of one of zeros.
    public static Tensor blockDiag(Tensor... tensors) { return Operators.call("block_diag", (Object) tensors); }

    /// Vandermonde's matrix: the powers of a vector as columns, falling.
    public static Tensor vander(Tensor x) { return vander(x, null, false); }

    /// The same with `n` columns (null: as many as rows), rising if `increasing`.
    public static Tensor vander(Tensor x, @Nullable Long n, boolean increasing) {
        return Operators.call("vander", x, n, increasing);
    }

    /// Rows and columns of the lower triangle of a matrix, as two rows of indices.
    public static Tensor trilIndices(long row, long col) { return trilIndices(row, col, 0); }

    /// The same, up to diagonal `offset`.
    public static Tensor trilIndices(long row, long col, long offset) { return trilIndices(row, col, offset, o -> {}); }

    /// The same with options.
    public static Tensor trilIndices(long row, long col, long offset, Consumer<TensorOptions> options) {
        return make("tril_indices", options, row, col, offset);
    }

    /// Rows and columns of the upper triangle of a matrix, as two rows of indices.
    public static Tensor triuIndices(long row, long col) { return triuIndices(row, col, 0); }

    /// The same, from diagonal `offset` on.
    public static Tensor triuIndices(long row, long col, long offset) { return triuIndices(row, col, offset, o -> {}); }

    /// The same with options.
    public static Tensor triuIndices(long row, long col, long offset, Consumer<TensorOptions> options) {
        return make("triu_indices", options, row, col, offset);
    }

    /// Bartlett's window, a triangle.
    public static Tensor bartlettWindow(long windowLength) { return bartlettWindow(windowLength, true); }

    /// The same; symmetric unless `periodic`.
    public static Tensor bartlettWindow(long windowLength, boolean periodic) {
        return bartlettWindow(windowLength, periodic, o -> {});
    }

    /// The same with options.
    public static Tensor bartlettWindow(long windowLength, boolean periodic, Consumer<TensorOptions> options) {
        return make("bartlett_window.periodic", options, windowLength, periodic);
    }

    /// Blackman's window.
    public static Tensor blackmanWindow(long windowLength) { return blackmanWindow(windowLength, true); }

    /// The same; symmetric unless `periodic`.
    public static Tensor blackmanWindow(long windowLength, boolean periodic) {
        return blackmanWindow(windowLength, periodic, o -> {});
    }

    /// The same with options.
    public static Tensor blackmanWindow(long windowLength, boolean periodic, Consumer<TensorOptions> options) {
        return make("blackman_window.periodic", options, windowLength, periodic);
    }

    /// Hann's window.
    public static Tensor hannWindow(long windowLength) { return hannWindow(windowLength, true); }

    /// The same; symmetric unless `periodic`.
    public static Tensor hannWindow(long windowLength, boolean periodic) {
        return hannWindow(windowLength, periodic, o -> {});
    }

    /// The same with options.
    public static Tensor hannWindow(long windowLength, boolean periodic, Consumer<TensorOptions> options) {
        return make("hann_window.periodic", options, windowLength, periodic);
    }

    /// Hamming's window.
    public static Tensor hammingWindow(long windowLength) { return hammingWindow(windowLength, true); }

    /// The same; symmetric unless `periodic`.
    public static Tensor hammingWindow(long windowLength, boolean periodic) {
        return hammingWindow(windowLength, periodic, o -> {});
    }

    /// The same with options.
    public static Tensor hammingWindow(long windowLength, boolean periodic, Consumer<TensorOptions> options) {
        return make("hamming_window.periodic", options, windowLength, periodic);
    }

    /// Hamming's window with coefficients of its own.
    public static Tensor hammingWindow(long windowLength, boolean periodic, double alpha, double beta) {
        return make("hamming_window.periodic_alpha_beta", o -> {}, windowLength, periodic, alpha, beta);
    }

    /// Kaiser's window.
    public static Tensor kaiserWindow(long windowLength) { return kaiserWindow(windowLength, true, 12.0); }

    /// The same; symmetric unless `periodic`, and of the given shape.
    public static Tensor kaiserWindow(long windowLength, boolean periodic, double beta) {
        return kaiserWindow(windowLength, periodic, beta, o -> {});
    }

    /// The same with options.
    public static Tensor kaiserWindow(long windowLength, boolean periodic, double beta,
            Consumer<TensorOptions> options) {
        return make("kaiser_window.beta", options, windowLength, periodic, beta);
    }

    /// A sparse tensor in coordinates, as large as its indices ask for.
    ///
    /// @param indices a row for each dimension, a column for each element: int64
    /// @param values the elements
    public static Tensor sparseCooTensor(Tensor indices, Tensor values) {
        return sparseCooTensor(indices, values, null, o -> {});
    }

    /// The same of the given shape.
    public static Tensor sparseCooTensor(Tensor indices, Tensor values, Size size) {
        return sparseCooTensor(indices, values, size, o -> {});
    }

    /// The same with options.
    public static Tensor sparseCooTensor(Tensor indices, Tensor values, @Nullable Size size,
            Consumer<TensorOptions> options) {
        var o = TensorOptions.of(options);
        var placed = o.place(indices);
        var elements = o.place(o.dtype == null ? values : values.to(o.dtype));
        return size == null ? make("sparse_coo_tensor.indices", o, placed, elements)
                : make("sparse_coo_tensor.indices_size", o, placed, elements, size);
    }

    /// A sparse matrix by rows.
    public static Tensor sparseCsrTensor(Tensor crowIndices, Tensor colIndices, Tensor values, Size size) {
        return compressed(Layout.sparse_csr, crowIndices, colIndices, values, size);
    }

    /// A sparse matrix by columns.
    public static Tensor sparseCscTensor(Tensor ccolIndices, Tensor rowIndices, Tensor values, Size size) {
        return compressed(Layout.sparse_csc, ccolIndices, rowIndices, values, size);
    }

    /// A sparse matrix by rows of blocks.
    public static Tensor sparseBsrTensor(Tensor crowIndices, Tensor colIndices, Tensor values, Size size) {
        return compressed(Layout.sparse_bsr, crowIndices, colIndices, values, size);
    }

    /// A sparse matrix by columns of blocks.
    public static Tensor sparseBscTensor(Tensor ccolIndices, Tensor rowIndices, Tensor values, Size size) {
        return compressed(Layout.sparse_bsc, ccolIndices, rowIndices, values, size);
    }

    /// A sparse matrix by rows or columns, as `o.layout(..)` says.
    public static Tensor sparseCompressedTensor(Tensor compressedIndices, Tensor plainIndices, Tensor values, Size size,
            Consumer<TensorOptions> options) {
        return make("sparse_compressed_tensor.comp_plain_value_size", options, compressedIndices, plainIndices, values,
                size);
    }

    /// The numbers in a buffer from its position to its limit, in the machine's order, copied.
    public static Tensor frombuffer(ByteBuffer buffer, DType dtype) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        if (bytes.length == 0 || bytes.length % dtype.itemSize() != 0) {
            throw new ValueError("buffer size (" + bytes.length + " bytes) must be a multiple of element size ("
                    + dtype.itemSize() + ")");
        }
        var tensor = empty(bytes.length / dtype.itemSize(), o -> o.dtype(dtype).device(Device.CPU));
        NativeData.access(tensor, target -> target.copyFrom(MemorySegment.ofArray(bytes)));
        return tensor;
    }

    private static Tensor compressed(Layout layout, Tensor compressed, Tensor plain, Tensor values, Size size) {
        return make("sparse_compressed_tensor.comp_plain_value_size", o -> o.layout(layout), compressed, plain, values,
                size);
    }
}
