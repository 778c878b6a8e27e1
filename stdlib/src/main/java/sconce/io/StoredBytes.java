package sconce.io;

import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Tensor;

/// A storage of a `.pt` file: the bytes that tensors stand on.
///
/// @param bytes all of them as a tensor of bytes; null on the meta device
/// @param dtype what its numbers are
record StoredBytes(@Nullable Tensor bytes, DType dtype, Device device) {
    Tensor view(DType dtype, long offset, long[] sizes, long[] strides) {
        try {
            return bytes == null ? StoredTensors.meta(dtype, sizes, strides)
                    : StoredTensors.view(bytes, dtype, offset, sizes, strides);
        } catch (IllegalArgumentException outside) {
            throw new Refusal(String.valueOf(outside.getMessage()));
        }
    }
}
