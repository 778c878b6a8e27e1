package sconce.libtorch;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/// The memory below tensors, which several may share, and memory that is a file's.
public final class NativeStorage {
    /// The parts of files that tensors stand on, by address.
    private static final Map<Long, Part> PARTS = new ConcurrentHashMap<>();
    private static final Released RELEASED;

    static {
        // No class of the binding may be touched before libtorch is loaded.
        Libtorch.ready();
        RELEASED = new Released();
    }

    private NativeStorage() {}

    /// A number that tensors have in common exactly when they lie in one storage.
    public static long identity(TensorHandle tensor) {
        try (var storage = tensor.pointer().storage()) {
            return storage.unsafeGetStorageImpl().address();
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// Gives `reader` the whole storage of a tensor on the CPU; it may be read and written only until it returns.
    public static void access(TensorHandle tensor, Consumer<MemorySegment> reader) {
        try (var storage = tensor.pointer().storage()) {
            var data = storage.nbytes() == 0 ? null : storage.data();
            reader.accept(data == null || data.isNull() ? MemorySegment.NULL
                    : MemorySegment.ofAddress(data.address()).reinterpret(storage.nbytes()));
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// How many bytes the storage of a tensor has.
    public static long bytes(TensorHandle tensor) {
        try (var storage = tensor.pointer().storage()) {
            return storage.nbytes();
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// Maps a file: its bytes are read when they are touched, and what is written to them stays in memory.
    ///
    /// @param bytes how many of its bytes, more than none
    public static TensorHandle map(String file, long bytes) {
        try (var shared = new BoolOptional(false);
                var size = new LongOptional(bytes);
                var options = new TensorOptions(ScalarType.Byte)) {
            return Hosts.wrapMapped(torch.from_file(file, shared, size, options));
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        }
    }

    /// A part of a tensor's bytes as a storage of its own, which takes no memory. `whole` stays as long as it does.
    ///
    /// @param length more than 0
    /// @return a tensor of bytes
    public static TensorHandle part(TensorHandle whole, long start, long length) {
        try (var options = new TensorOptions(ScalarType.Byte)) {
            var address = whole.pointer().data_ptr().address() + start;
            PARTS.compute(address, (_, part) -> new Part(whole, part == null ? 1 : part.users + 1));
            return Hosts.wrapMapped(torch.from_blob(new At(address), new long[] { length }, RELEASED,
                    options));
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(whole);
        }
    }

    /// How many parts of files tensors stand on at the moment.
    public static int parts() { return PARTS.size(); }

    private record Part(TensorHandle whole, int users) {}

    /// A place in memory that nobody frees.
    private static final class At extends Pointer {
        At(long place) { address = place; }
    }

    /// libtorch calls this when it gives a part back, on whatever thread.
    private static final class Released extends PointerConsumer {
        @Override
        public void call(@Nullable Pointer data) {
            if (data == null) return;
            PARTS.computeIfPresent(data.address(),
                    (_, part) -> part.users == 1 ? null : new Part(part.whole, part.users - 1));
        }
    }
}
