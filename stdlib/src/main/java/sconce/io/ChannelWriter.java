package sconce.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Writes into a channel, and knows where it is.
final class ChannelWriter {
    /// So large that system calls cost little, so small that what was summed up is still in the cache.
    private static final int CHUNK = 1 << 20;
    private final FileChannel channel;
    private long written;

    ChannelWriter(FileChannel channel) { this.channel = channel; }

    long written() { return written; }

    void write(byte[] bytes) throws IOException { write(ByteBuffer.wrap(bytes)); }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) written += channel.write(bytes);
    }

    /// Writes bytes and sums them up on the way.
    void write(MemorySegment bytes, @Nullable CRC32 sum) throws IOException {
        for (var at = 0L; at < bytes.byteSize(); at += CHUNK) {
            var chunk = bytes.asSlice(at, Math.min(CHUNK, bytes.byteSize() - at)).asByteBuffer();
            if (sum != null) sum.update(chunk.duplicate());
            write(chunk);
        }
    }

    /// Writes over what stands earlier in the file.
    void patch(long at, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        var place = at;
        while (buffer.hasRemaining()) place += channel.write(buffer, place);
    }
}
