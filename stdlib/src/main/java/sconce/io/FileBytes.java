package sconce.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.NativeData;
import sconce.libtorch.NativeStorage;

/// The bytes of a file, read where they are needed. Whoever reads beyond the end is told so, with the file's name.
final class FileBytes implements AutoCloseable {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /// From so many bytes on a system call is worth it.
    private static final int MUCH = 1 << 16;
    private final String name;
    private final MemorySegment bytes;
    private final @Nullable Arena arena;
    private final @Nullable FileChannel channel;
    private final @Nullable Tensor whole;

    private FileBytes(String name, MemorySegment bytes, @Nullable Arena arena, @Nullable FileChannel channel,
            @Nullable Tensor whole) {
        this.name = name;
        this.bytes = bytes;
        this.arena = arena;
        this.channel = channel;
        this.whole = whole;
    }

    static FileBytes of(String name, MemorySegment bytes) { return new FileBytes(name, bytes, null, null, null); }

    /// The bytes of a file that is read to its end before this is closed.
    @SuppressWarnings("MustBeClosed") // Arena and channel are closed with this.
    static FileBytes open(Path path) {
        var name = path.toString();
        try {
            if (!Files.isRegularFile(path)) return special(path, name);
            var channel = FileChannel.open(path);
            var arena = Arena.ofShared();
            try {
                var whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
                return new FileBytes(name, whole, arena, channel, null);
            } catch (IOException | RuntimeException unable) {
                arena.close();
                channel.close();
                throw unable;
            }
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /// The bytes of a file on which tensors will stand: it is mapped, and stays so as long as they live.
    static FileBytes map(Path path) {
        var name = path.toString();
        try {
            if (!Files.isRegularFile(path)) return special(path, name);
            if (!Files.isReadable(path)) throw new AccessDeniedException(name);
            var size = Files.size(path);
            if (size == 0) return of(name, MemorySegment.NULL);
            Torch.size(); // The class initialiser announces Tensor to the binding.
            var whole = (Tensor) NativeStorage.map(path.toAbsolutePath().toString(), size);
            var bytes = new MemorySegment[1];
            NativeData.access(whole, all -> bytes[0] = all);
            return new FileBytes(name, bytes[0], null, null, whole);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    static FileBytes read(String name, InputStream stream) {
        try {
            return of(name, MemorySegment.ofArray(stream.readAllBytes()));
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /// A pipe or a device cannot be mapped.
    private static FileBytes special(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) throw CheckpointException.of("IsADirectoryError", name, "Is a directory");
        try (var stream = Files.newInputStream(path)) {
            return read(name, stream);
        }
    }

    private static CheckpointException unreadable(String name, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> new CheckpointException("FileNotFoundError",
                    "No such file or directory: '" + name + "'", cause);
            case AccessDeniedException _ -> new CheckpointException("PermissionError",
                    "Permission denied: '" + name + "'", cause);
            default -> new CheckpointException("OSError", name + ": " + cause.getMessage(), cause);
        };
    }

    String name() { return name; }

    long size() { return bytes.byteSize(); }

    boolean isMapped() { return whole != null; }

    CheckpointException broken(long at, String reason) { return CheckpointException.broken(name, at, reason); }

    /// @throws CheckpointException if the file ends before
    private void need(long at, long length) {
        if (at < 0 || length < 0 || at > size() - length) {
            throw broken(Math.max(0, Math.min(at, size())), "the file ends before " + what(length));
        }
    }

    private String what(long length) {
        return length == 1 ? "the next byte: it is cut off or broken (" + size() + " bytes)"
                : "the next " + length + " bytes: it is cut off or broken (" + size() + " bytes)";
    }

    int u8(long at) {
        need(at, 1);
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    int u16(long at) {
        need(at, 2);
        return bytes.get(U16, at) & 0xffff;
    }

    int i32(long at) {
        need(at, 4);
        return bytes.get(I32, at);
    }

    long u32(long at) { return i32(at) & 0xffffffffL; }

    long i64(long at) {
        need(at, 8);
        return bytes.get(I64, at);
    }

    MemorySegment slice(long at, long length) {
        need(at, length);
        return bytes.asSlice(at, length);
    }

    /// Fills `target` with the bytes from a place on. Much is read faster than it is copied from mapped pages, each of which
    /// the system has to put in place first.
    void copy(long at, MemorySegment target) {
        var from = slice(at, target.byteSize());
        if (channel == null || from.byteSize() < MUCH) {
            target.copyFrom(from);
            return;
        }
        var buffer = target.asByteBuffer();
        try {
            for (var place = at; buffer.hasRemaining();) {
                var count = channel.read(buffer, place);
                if (count < 0) throw broken(place, "the file has become shorter while it was read");
                place += count;
            }
        } catch (ClosedChannelException interrupted) {
            // The thread's interrupt closes the channel, but is none of ours.
            target.copyFrom(from);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    byte[] array(long at, long length) { return slice(at, length).toArray(ValueLayout.JAVA_BYTE); }

    /// Bytes of the mapped file as a storage, which shares its memory.
    Tensor storage(long at, long length) {
        need(at, length);
        if (length == 0) return StoredTensors.bytes(0, _ -> {});
        return (Tensor) NativeStorage.part(Objects.requireNonNull(whole), at, length);
    }

    /// Text at the beginning of the file, to tell what it looks like.
    boolean startsWith(String ascii) {
        if (size() < ascii.length()) return false;
        for (var i = 0; i < ascii.length(); i++) if (u8(i) != ascii.charAt(i)) return false;
        return true;
    }

    @Override
    public void close() {
        try {
            if (arena != null) arena.close();
            if (channel != null) channel.close();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        } finally {
            Reference.reachabilityFence(whole);
        }
    }
}
