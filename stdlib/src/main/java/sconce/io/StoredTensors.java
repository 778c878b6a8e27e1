package sconce.io;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;

/// Makes tensors of stored bytes.
final class StoredTensors {
    private StoredTensors() {}

    /// A storage in memory of its own, filled by `filler`.
    static Tensor bytes(long length, Consumer<MemorySegment> filler) {
        Torch.size(); // The class initialiser announces Tensor to the binding.
        Tensor bytes = Operators.call("empty.memory_format", new long[] { length }, DType.uint8, null, Device.CPU);
        NativeData.access(bytes, filler);
        return bytes;
    }

    /// A tensor that stands on a storage: no copy, no history.
    ///
    /// @param bytes the whole storage, as a tensor of bytes
    /// @param offset the first element, in elements
    /// @throws IllegalArgumentException if it would reach outside, told in words
    static Tensor view(Tensor bytes, DType dtype, long offset, long[] sizes, long[] strides) {
        checkInside(bytes.numel(), dtype, offset, sizes, strides);
        Tensor tensor = Operators.call("empty.memory_format", new long[] { 0 }, dtype, null, Device.CPU);
        Operators.run("set_.source_Tensor_storage_offset", tensor, bytes, offset, sizes, strides);
        return tensor;
    }

    /// The same numbers on the CPU in rows, without history or lazy signs: the tensor itself where it is so already.
    static Tensor plain(Tensor tensor) {
        var plain = tensor.detach();
        if (!plain.device().equals(Device.CPU)) plain = plain.to(Device.CPU);
        Tensor resolved = Operators.call("resolve_neg", Operators.<Tensor>call("resolve_conj", plain));
        return resolved.contiguous();
    }

    /// Gives `reader` the bytes of a plain tensor.
    static void access(Tensor plain, Consumer<MemorySegment> reader) {
        if (plain.numel() > 0) NativeData.access(plain, reader);
    }

    static Tensor meta(DType dtype, long[] sizes, long[] strides) {
        checkInside(Long.MAX_VALUE, dtype, 0, sizes, strides);
        return Operators.call("empty_strided", sizes, strides, dtype, null, Device.META);
    }

    static long[] rowMajor(long[] sizes) {
        var strides = new long[sizes.length];
        var step = 1L;
        for (var i = sizes.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= Math.max(1, sizes[i]);
        }
        return strides;
    }

    private static void checkInside(long storage, DType dtype, long offset, long[] sizes, long[] strides) {
        if (sizes.length != strides.length) {
            throw new IllegalArgumentException("unequal size length (" + sizes.length + ") and stride length ("
                    + strides.length + ")");
        }
        if (sizes.length > 64) throw new IllegalArgumentException("a tensor of " + sizes.length + " dimensions");
        if (offset < 0) throw new IllegalArgumentException("Tensor: invalid storage offset " + offset);
        try {
            var last = offset;
            var count = 1L;
            var empty = false;
            for (var i = 0; i < sizes.length; i++) {
                if (sizes[i] < 0) throw new IllegalArgumentException("a size of " + sizes[i]);
                if (strides[i] < 0) throw new IllegalArgumentException("a stride of " + strides[i]);
                empty |= sizes[i] == 0;
                count = Math.multiplyExact(count, Math.max(1, sizes[i]));
                last = Math.addExact(last, Math.multiplyExact(Math.max(0, sizes[i] - 1), strides[i]));
            }
            Math.multiplyExact(count, dtype.itemSize());
            var end = Math.multiplyExact(empty ? offset : Math.addExact(last, 1), dtype.itemSize());
            if (end > storage) {
                throw new IllegalArgumentException("the tensor needs " + end + " bytes of a storage that has "
                        + storage);
            }
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("numel: integer multiplication overflow");
        }
    }

    /// Turns numbers of the other byte order round, in place.
    static void swapBytes(MemorySegment bytes, DType dtype) {
        var unit = dtype.isComplex() ? dtype.itemSize() / 2 : dtype.itemSize();
        var big = ByteOrder.BIG_ENDIAN;
        var little = ByteOrder.LITTLE_ENDIAN;
        for (var at = 0L; at + unit <= bytes.byteSize(); at += unit) {
            switch (unit) {
                case 2 -> bytes.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(little), at,
                        bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(big), at));
                case 4 -> bytes.set(ValueLayout.JAVA_INT_UNALIGNED.withOrder(little), at,
                        bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(big), at));
                case 8 -> bytes.set(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(little), at,
                        bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(big), at));
                default -> {
                    return;
                }
            }
        }
    }
}
