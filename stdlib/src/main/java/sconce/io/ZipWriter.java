package sconce.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Writes a zip archive of stored entries whose bytes begin at multiples of 64, so that they can be mapped.
final class ZipWriter {
    private static final int ALIGNMENT = 64;
    private static final long SMALL = 0xffffffffL;
    /// The first day that a zip archive can name: the same content gives the same bytes.
    private static final int DATE = 0x21;
    private final ChannelWriter out;
    private final String folder;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, long header, long size, int crc) {
        boolean isLarge() { return size >= SMALL || header >= SMALL; }
    }

    ZipWriter(FileChannel channel, String folder) {
        out = new ChannelWriter(channel);
        this.folder = folder;
    }

    void write(String name, byte[] bytes) throws IOException { write(name, MemorySegment.ofArray(bytes)); }

    void write(String name, MemorySegment bytes) throws IOException {
        var path = (folder + "/" + name).getBytes(StandardCharsets.UTF_8);
        var header = out.written();
        var large = bytes.byteSize() >= SMALL;
        var zip64 = large ? 20 : 0;
        var unpadded = header + 30 + path.length + zip64 + 4;
        var padding = (int) Math.floorMod(-unpadded, (long) ALIGNMENT);
        var bytesOfHeader = new byte[30 + path.length + zip64 + 4 + padding];
        var buffer = ByteBuffer.wrap(bytesOfHeader).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(0x04034b50).putShort((short) (large ? 45 : 20)).putShort((short) 0x800).putShort((short) 0)
                .putShort((short) 0).putShort((short) DATE).putInt(0).putInt((int) Math.min(SMALL, bytes.byteSize()))
                .putInt((int) Math.min(SMALL, bytes.byteSize())).putShort((short) path.length)
                .putShort((short) (zip64 + 4 + padding)).put(path);
        if (large) buffer.putShort((short) 1).putShort((short) 16).putLong(bytes.byteSize()).putLong(bytes.byteSize());
        buffer.putShort((short) 0x4246).putShort((short) padding);
        while (buffer.hasRemaining()) buffer.put((byte) 'Z');
        out.write(bytesOfHeader);
        var crc = new CRC32();
        out.write(bytes, crc);
        // The checksum is known only now.
        out.patch(header + 14, little(4).putInt((int) crc.getValue()).array());
        entries.add(new Entry(folder + "/" + name, header, bytes.byteSize(), (int) crc.getValue()));
    }

    void finish() throws IOException {
        var start = out.written();
        for (var entry : entries) out.write(central(entry));
        var size = out.written() - start;
        var zip64 = start >= SMALL || size >= SMALL || entries.size() >= 0xffff;
        if (zip64) end64(start, size);
        var count = (short) Math.min(0xffff, entries.size());
        out.write(little(22).putInt(0x06054b50).putInt(0).putShort(count).putShort(count)
                .putInt((int) Math.min(SMALL, size)).putInt((int) Math.min(SMALL, start)).putShort((short) 0).array());
    }

    private static byte[] central(Entry entry) {
        var large = entry.isLarge();
        var path = entry.name.getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[46 + path.length + (large ? 28 : 0)];
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var size = large ? (int) SMALL : (int) entry.size;
        buffer.putInt(0x02014b50).putShort((short) (large ? 45 : 20)).putShort((short) (large ? 45 : 20))
                .putShort((short) 0x800).putShort((short) 0).putShort((short) 0).putShort((short) DATE)
                .putInt(entry.crc)
                .putInt(size).putInt(size).putShort((short) path.length).putShort((short) (large ? 28 : 0))
                .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0)
                .putInt(large ? (int) SMALL : (int) entry.header).put(path);
        if (large) {
            buffer.putShort((short) 1).putShort((short) 24).putLong(entry.size).putLong(entry.size)
                    .putLong(entry.header);
        }
        return bytes;
    }

    private void end64(long start, long size) throws IOException {
        var at = out.written();
        out.write(
                little(56).putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0)
                        .putLong(entries.size()).putLong(entries.size()).putLong(size).putLong(start).array());
        out.write(little(20).putInt(0x07064b50).putInt(0).putLong(at).putInt(1).array());
    }

    private static ByteBuffer little(int bytes) { return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN); }
}
