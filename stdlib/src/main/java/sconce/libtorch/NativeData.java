package sconce.libtorch;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.function.Consumer;

/// The bytes of a tensor, seen from Java.
public final class NativeData {
    private NativeData() {}

    /// Gives `reader` the tensor's bytes; they may be read and written only until it returns.
    ///
    /// @param tensor a contiguous tensor on the CPU
    public static void access(TensorHandle tensor, Consumer<MemorySegment> reader) {
        try {
            var pointer = tensor.pointer();
            var bytes = pointer.nbytes();
            if (bytes == 0) {
                reader.accept(MemorySegment.NULL);
                return;
            }
            reader.accept(MemorySegment.ofAddress(pointer.data_ptr().address()).reinterpret(bytes));
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }
}
