package sconce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Metadata;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that change dtype, device or memory, and those that ask about them.
sealed interface ConversionMethods permits Tensor {
    /// This tensor with another dtype, itself if it has that already.
    default Tensor to(DType dtype) {
        var tensor = (Tensor) this;
        return tensor.dtype() == dtype ? tensor : Operators.call("to.dtype", this, dtype);
    }

    /// This tensor on another device, itself if it is there already.
    ///
    /// @throws TorchException if this build of libtorch cannot compute there
    default Tensor to(Device device) { return to(o -> o.device(device)); }

    /// The same for a device by its name: `"cpu"`, `"meta"`.
    default Tensor to(String device) { return to(Device.of(device)); }

    /// This tensor on another device and with another dtype.
    default Tensor to(Device device, DType dtype) { return to(o -> o.device(device).dtype(dtype)); }

    /// The same for a device by its name.
    default Tensor to(String device, DType dtype) { return to(Device.of(device), dtype); }

    /// This tensor with the dtype and on the device of another.
    default Tensor to(Tensor other) { return to(o -> o.device(other.device()).dtype(other.dtype())); }

    /// This tensor with its dimensions in another order in memory.
    default Tensor to(MemoryFormat memoryFormat) { return to(o -> o.memoryFormat(memoryFormat)); }

    /// This tensor with another dtype, and what the options say.
    default Tensor to(DType dtype, Consumer<ToOptions> options) { return to(options.andThen(o -> o.dtype(dtype))); }

    /// This tensor on another device, and what the options say.
    default Tensor to(Device device, Consumer<ToOptions> options) { return to(options.andThen(o -> o.device(device))); }

    /// The same for a device by its name.
    default Tensor to(String device, Consumer<ToOptions> options) { return to(Device.of(device), options); }

    /// This tensor with the dtype and on the device of another, and what the options say.
    default Tensor to(Tensor other, Consumer<ToOptions> options) {
        return to(options.andThen(o -> o.device(other.device()).dtype(other.dtype())));
    }

    /// This tensor with another dtype, device or order in memory, itself if nothing would change and no copy is asked for.
    ///
    /// ```java
    /// Torch.ones(2).to(o -> o.dtype(Torch.float64).copy(true))   // tensor([1., 1.], dtype=torch.float64)
    /// ```
    default Tensor to(Consumer<ToOptions> options) {
        var o = new ToOptions();
        options.accept(o);
        var tensor = (Tensor) this;
        var device = o.device == null ? null : o.device.usable();
        Tensor moved = Operators.call("to.dtype_layout", this, o.dtype, null, device, null, o.nonBlocking, o.copy,
                o.memoryFormat);
        return Metadata.isSame(tensor, moved) ? tensor : moved;
    }

    /// As float32: `x.float()`.
    default Tensor toFloat() { return to(DType.float32); }

    /// As float64: `x.double()`.
    default Tensor toDouble() { return to(DType.float64); }

    /// As int32: `x.int()`.
    default Tensor toInt() { return to(DType.int32); }

    /// As int64: `x.long()`.
    default Tensor toLong() { return to(DType.int64); }

    /// As int16: `x.short()`.
    default Tensor toShort() { return to(DType.int16); }

    /// As int8: `x.char()`.
    default Tensor toChar() { return to(DType.int8); }

    /// As uint8: `x.byte()`.
    default Tensor toByte() { return to(DType.uint8); }

    /// As float16: `x.half()`.
    default Tensor half() { return to(DType.float16); }

    /// As bfloat16: `x.bfloat16()`.
    default Tensor bfloat16() { return to(DType.bfloat16); }

    /// As bool: `x.bool()`.
    default Tensor bool() { return to(DType.bool); }

    /// As complex64: `x.cfloat()`.
    default Tensor cfloat() { return to(DType.complex64); }

    /// As complex128: `x.cdouble()`.
    default Tensor cdouble() { return to(DType.complex128); }

    /// As complex32: `x.chalf()`.
    default Tensor chalf() { return to(DType.complex32); }

    /// The name of the kind of tensor: `torch.FloatTensor`.
    default String type() {
        var tensor = (Tensor) this;
        var place = tensor.layout() == Layout.strided ? "" : "sparse.";
        return "torch." + place + typeName(tensor.dtype()) + "Tensor";
    }

    /// This tensor with another dtype.
    default Tensor type(DType dtype) { return to(dtype); }

    /// This tensor as another kind, such as `torch.DoubleTensor`.
    default Tensor type(String name) {
        for (var dtype : DType.values()) if (name.equals("torch." + typeName(dtype) + "Tensor")) return to(dtype);
        throw new ValueError("invalid type: '" + name + "'");
    }

    private static String typeName(DType dtype) {
        return switch (dtype) {
            case float32 -> "Float";
            case float64 -> "Double";
            case float16 -> "Half";
            case bfloat16 -> "BFloat16";
            case uint8 -> "Byte";
            case int8 -> "Char";
            case int16 -> "Short";
            case int32 -> "Int";
            case int64 -> "Long";
            case bool -> "Bool";
            case complex32 -> "ComplexHalf";
            case complex64 -> "ComplexFloat";
            case complex128 -> "ComplexDouble";
            case uint16 -> "UInt16";
            case uint32 -> "UInt32";
            case uint64 -> "UInt64";
            default -> dtype.name().substring(0, 1).toUpperCase(Locale.ROOT) + dtype.name().substring(1);
        };
    }

    /// This tensor with the dtype of another.
    default Tensor typeAs(Tensor other) { return to(other.dtype()); }

    /// This tensor on the processor.
    default Tensor cpu() { return to(Device.CPU); }

    /// This tensor on a graphics card.
    ///
    /// @throws TorchException always: this build of libtorch has none
    default Tensor cuda() { return to(Device.of("cuda")); }

    /// The elements in row-major order without gaps; itself if they lie so already.
    default Tensor contiguous() { return isContiguous() ? (Tensor) this : Operators.call("contiguous", this); }

    /// The elements in a given order without gaps; itself if they lie so already.
    default Tensor contiguous(MemoryFormat memoryFormat) {
        return isContiguous(memoryFormat) ? (Tensor) this : Operators.call("contiguous", this, memoryFormat);
    }

    /// Whether the elements lie in row-major order without gaps.
    default boolean isContiguous() { return Metadata.isContiguous((Tensor) this); }

    /// Whether the elements lie in the given order without gaps.
    default boolean isContiguous(MemoryFormat memoryFormat) {
        return Metadata.isContiguous((Tensor) this, (int) memoryFormat.code());
    }

    /// The first element's place in the memory, in elements.
    default long storageOffset() { return Metadata.storageOffset((Tensor) this); }

    /// The bytes of one element.
    default long elementSize() { return Metadata.elementSize((Tensor) this); }

    /// The bytes of one element.
    default long itemsize() { return elementSize(); }

    /// The bytes of all elements.
    default long nbytes() { return Metadata.nbytes((Tensor) this); }

    /// The number of elements.
    default long nelement() { return ((Tensor) this).numel(); }

    /// The number of dimensions.
    default long ndimension() { return ((Tensor) this).dim(); }

    /// The address of the first element, to tell whether two tensors share memory.
    default long dataPtr() { return Metadata.dataPointer((Tensor) this); }

    /// Whether both show the same memory in the same way.
    default boolean isSetTo(Tensor tensor) { return Operators.<Boolean>call("is_set_to", this, tensor); }

    /// Whether both have one shape.
    default boolean isSameSize(Tensor other) { return ((Tensor) this).shape().equals(other.shape()); }

    /// The dimensions, that with the longest steps first.
    default Size dimOrder() {
        var stride = ((Tensor) this).stride();
        var dims = new ArrayList<Long>();
        for (var dim = 0L; dim < stride.size(); dim++) dims.add(dim);
        dims.sort(Comparator.comparing((Long dim) -> stride.get(dim.intValue())).reversed());
        return Size.tuple(Size.of(dims).longs());
    }

    /// Whether this tensor is a view of another.
    default boolean isView() { return Metadata.isView((Tensor) this); }

    /// Whether this tensor was made in inference mode.
    default boolean isInference() { return Metadata.isInference((Tensor) this); }

    /// Whether a conjugation is still to be done lazily.
    default boolean isConj() { return Metadata.isConj((Tensor) this); }

    /// Whether a negation is still to be done lazily.
    default boolean isNeg() { return Metadata.isNeg((Tensor) this); }

    /// Whether the only element is not zero.
    default boolean isNonzero() { return ((Tensor) this).booleanValue(); }

    /// Whether the elements are real numbers with a point.
    default boolean isFloatingPoint() { return ((Tensor) this).dtype().isFloatingPoint(); }

    /// Whether the elements are complex.
    default boolean isComplex() { return ((Tensor) this).dtype().isComplex(); }

    /// Whether the elements can be negative.
    default boolean isSigned() { return ((Tensor) this).dtype().isSigned(); }

    /// Whether there are no data, only a shape.
    default boolean isMeta() { return ((Tensor) this).device().type().equals("meta"); }

    /// Whether the elements lie in the memory of the processor.
    default boolean isCpu() { return ((Tensor) this).device().type().equals("cpu"); }

    /// Whether the elements lie in the memory of a graphics card.
    default boolean isCuda() { return ((Tensor) this).device().type().equals("cuda"); }

    /// Whether the tensor is sparse, in coordinates.
    default boolean isSparse() { return ((Tensor) this).layout() == Layout.sparse_coo; }

    /// Whether the tensor is a sparse matrix by rows.
    default boolean isSparseCsr() { return ((Tensor) this).layout() == Layout.sparse_csr; }

    /// Whether the elements lie in oneDNN's own order.
    default boolean isMkldnn() { return ((Tensor) this).layout() == Layout.mkldnn; }

    /// Whether the elements are quantized; libtorch is, this library not.
    default boolean isQuantized() { return false; }

    /// Whether the memory is pinned for transfers to an accelerator.
    default boolean isPinned() { return Operators.<Boolean>call("is_pinned", this); }

    /// Whether a sparse tensor has each index once, in order.
    default boolean isCoalesced() { return Metadata.isCoalesced((Tensor) this); }

    /// The tensor that this one is a view of, or null.
    default @Nullable Tensor base() { return (Tensor) Metadata.base((Tensor) this); }

    /// How often the tensor was changed in place: PyTorch's `x._version`.
    default long version() { return Metadata.version((Tensor) this); }

    /// Which of its operation's outputs the tensor is.
    default long outputNr() { return Metadata.outputNr((Tensor) this); }

    /// The number of the graphics card, -1 on the processor.
    default long getDevice() { return ((Tensor) this).device().index(); }

    /// A sparse tensor with each index once, in order.
    default Tensor coalesce() { return Operators.call("coalesce", this); }

    /// The indices of a coalesced sparse tensor: a row for each dimension.
    default Tensor indices() { return Operators.call("indices", this); }

    /// The elements of a coalesced sparse tensor.
    default Tensor values() { return Operators.call("values", this); }

    /// Where the rows of a sparse matrix begin.
    default Tensor crowIndices() { return Operators.call("crow_indices", this); }

    /// The columns of the elements of a sparse matrix.
    default Tensor colIndices() { return Operators.call("col_indices", this); }

    /// Where the columns of a sparse matrix begin.
    default Tensor ccolIndices() { return Operators.call("ccol_indices", this); }

    /// The rows of the elements of a sparse matrix.
    default Tensor rowIndices() { return Operators.call("row_indices", this); }

    /// With all zeros written out.
    default Tensor toDense() { return Operators.call("to_dense", this); }

    /// Sparse, in coordinates.
    default Tensor toSparse() { return Operators.call("to_sparse", this); }

    /// Sparse, in coordinates.
    default Tensor toSparseCoo() { return Operators.call("to_sparse", this); }

    /// Sparse, by rows.
    default Tensor toSparseCsr() { return Operators.call("to_sparse_csr", this); }

    /// Sparse, by columns.
    default Tensor toSparseCsc() { return Operators.call("to_sparse_csc", this); }

    /// In oneDNN's own order.
    default Tensor toMkldnn() { return Operators.call("to_mkldnn", this); }

    /// Sparse in the first `sparseDims` dimensions, in coordinates.
    default Tensor toSparse(long sparseDims) { return Operators.call("to_sparse.sparse_dim", this, sparseDims); }

    /// Sparse, by rows of blocks.
    default Tensor toSparseBsr(Size blocksize) { return Operators.call("to_sparse_bsr", this, blocksize); }

    /// Sparse, by columns of blocks.
    default Tensor toSparseBsc(Size blocksize) { return Operators.call("to_sparse_bsc", this, blocksize); }

    /// The elements that a sparse `mask` has, as a sparse tensor.
    default Tensor sparseMask(Tensor mask) { return Operators.call("sparse_mask", this, mask); }

    /// How many dimensions of a sparse tensor are sparse.
    default long sparseDim() { return Operators.<Long>call("sparse_dim", this); }

    /// How many dimensions of a sparse tensor are dense.
    default long denseDim() { return Operators.<Long>call("dense_dim", this); }

    /// The number of elements that a sparse tensor stores: PyTorch's `x._nnz()`.
    default long nnz() { return Operators.<Long>call("_nnz", this); }
}
