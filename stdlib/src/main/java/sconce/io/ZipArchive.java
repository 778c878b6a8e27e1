package sconce.io;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A zip archive, read strictly: every entry must lie inside the file and apart from the others, and give the bytes and
/// the checksum it promises. (`java.util.zip` does not say where an entry lies, so that it could not be mapped.)
final class ZipArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int CHUNK = 1 << 20;
    /// A file may unpack to this much, or to [#MOST_TIMES] its own size if that is more.
    private static final long UNPACKED = 64 << 20;
    private static final long MOST_TIMES = 50;
    private final FileBytes file;
    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private long unpacked;

    /// One record.
    ///
    /// @param header where its own header begins in the file
    /// @param data where its bytes begin in the file
    /// @param packed how many bytes there are
    /// @param size how many they unpack to
    record Entry(String name, long header, long data, long packed, long size, int crc, boolean deflated) {}

    ZipArchive(FileBytes file) {
        this.file = file;
        var end = findEnd();
        readDirectory(end);
        checkApart();
    }

    static boolean isZip(FileBytes file) { return file.size() >= 4 && file.i32(0) == LOCAL; }

    /// The names of the records, in the order of the directory.
    SequencedMap<String, Entry> entries() { return entries; }

    @Nullable
    Entry find(String name) { return entries.get(name); }

    private record Directory(long start, long size, long count) {}

    private Directory findEnd() {
        for (var at = file.size() - 22; at >= 0 && at >= file.size() - 22 - 0xffff; at--) {
            if (file.i32(at) != END || at + 22 + file.u16(at + 20) != file.size()) continue;
            var directory = new Directory(file.u32(at + 16), file.u32(at + 12), file.u16(at + 10));
            var disk = file.u16(at + 4);
            if (at >= 20 && file.i32(at - 20) == LOCATOR64) directory = end64(at - 20);
            else if (disk != 0) throw file.broken(at, "a zip archive in several parts");
            if (directory.start < 0 || directory.size < 0 || directory.start > at - directory.size) {
                throw file.broken(at, "failed reading zip archive: the central directory is said to lie outside");
            }
            return directory;
        }
        throw file.broken(file.size(),
                "failed reading zip archive: failed finding central directory: the file is cut off or broken");
    }

    private Directory end64(long locator) {
        var at = file.i64(locator + 8);
        if (at < 0 || at > locator - 56 || file.i32(at) != END64) {
            throw file.broken(locator, "failed reading zip archive: no zip64 end of central directory");
        }
        return new Directory(file.i64(at + 48), file.i64(at + 40), file.i64(at + 32));
    }

    private void readDirectory(Directory directory) {
        var at = directory.start;
        var end = directory.start + directory.size;
        for (var i = 0L; i < directory.count; i++) {
            if (at > end - 46 || file.i32(at) != CENTRAL) {
                throw file.broken(at, "failed reading zip archive: entry " + i + " of the central directory is broken");
            }
            var nameLength = file.u16(at + 28);
            var extraLength = file.u16(at + 30);
            var next = at + 46 + nameLength + extraLength + file.u16(at + 32);
            if (next > end) throw file.broken(at, "failed reading zip archive: the central directory is cut off");
            var entry = entry(at, nameLength, extraLength);
            if (entries.put(entry.name, entry) != null) {
                throw file.broken(at, "failed reading zip archive: two entries named " + entry.name);
            }
            at = next;
        }
    }

    private Entry entry(long at, int nameLength, int extraLength) {
        var name = new String(file.array(at + 46, nameLength), StandardCharsets.UTF_8);
        var method = file.u16(at + 10);
        if ((file.u16(at + 8) & 1) != 0) throw file.broken(at, "the entry " + name + " is encrypted");
        if (method != 0 && method != 8) {
            throw file.broken(at, "the entry " + name + " is packed by method " + method
                    + "; stored and deflated ones are read");
        }
        var sizes = new long[] { file.u32(at + 24), file.u32(at + 20), file.u32(at + 42) };
        fromExtra(at + 46 + nameLength, extraLength, sizes);
        var header = sizes[2];
        if (sizes[0] < 0 || sizes[1] < 0 || header < 0 || header > file.size() - 30 || file.i32(header) != LOCAL) {
            throw file.broken(at, "failed reading zip archive: the entry " + name + " is not where it is said to be");
        }
        if (method == 0 && sizes[0] != sizes[1]) {
            throw file.broken(at, "failed reading zip archive: the entry " + name + " is stored in another size");
        }
        // Deflate never packs more than a thousandfold.
        if (method == 8 && sizes[0] / 1040 > sizes[1]) {
            throw file.broken(at,
                    "the entry " + name + " is said to unpack to " + sizes[0] + " bytes from " + sizes[1]);
        }
        var data = header + 30 + file.u16(header + 26) + file.u16(header + 28);
        if (file.u16(header + 26) != nameLength || file.slice(header + 30, nameLength)
                .mismatch(file.slice(at + 46, nameLength)) != -1) {
            throw file.broken(header,
                    "failed reading zip archive: the entry " + name + " has another name in its place");
        }
        if (data > at || sizes[1] > at - data) {
            throw file.broken(header, "failed reading zip archive: the entry " + name + " reaches outside the file");
        }
        return new Entry(name, header, data, sizes[1], sizes[0], file.i32(at + 16), method == 8);
    }

    /// Replaces sizes that did not fit into 32 bits by those of the zip64 field.
    private void fromExtra(long start, int length, long[] sizes) {
        for (var at = start; at <= start + length - 4;) {
            var field = file.u16(at + 2);
            if (file.u16(at) == 1) {
                var value = at + 4;
                for (var i = 0; i < sizes.length; i++) {
                    if (sizes[i] != IN_EXTRA) continue;
                    if (value + 8 > at + 4 + field) {
                        throw file.broken(at, "failed reading zip archive: a zip64 field is too short");
                    }
                    sizes[i] = file.i64(value);
                    value += 8;
                }
            }
            at += 4 + field;
        }
    }

    /// Entries that share bytes are how small archives unpack to huge ones.
    private void checkApart() {
        var ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(Entry::header));
        for (var i = 1; i < ordered.size(); i++) {
            var before = ordered.get(i - 1);
            if (ordered.get(i).header < before.data + before.packed) {
                throw file.broken(ordered.get(i).header,
                        "failed reading zip archive: the entries " + before.name + " and "
                                + ordered.get(i).name + " overlap");
            }
        }
    }

    /// The bytes of an entry in memory of their own.
    byte[] bytes(Entry entry, int most) {
        if (entry.size > most) {
            throw file.broken(entry.data,
                    "the record " + entry.name + " of " + entry.size + " bytes is too large: at most "
                            + most + " are read");
        }
        charge(entry);
        var bytes = new byte[(int) entry.size];
        copy(entry, MemorySegment.ofArray(bytes));
        return bytes;
    }

    /// Counts what an entry unpacks to, before the memory for it is taken.
    void charge(Entry entry) {
        if (!entry.deflated) return;
        unpacked += entry.size;
        if (unpacked > Math.max(UNPACKED, MOST_TIMES * file.size())) {
            throw file.broken(entry.data,
                    "the records unpack to more than " + MOST_TIMES + " times the file, as a zip bomb's "
                            + "do; if you trust it, unpack it and zip it again without compression (zip -0 -r)");
        }
    }

    /// Fills `target` with an entry's bytes and compares their checksum.
    void copy(Entry entry, MemorySegment target) {
        var sum = new CRC32();
        if (entry.deflated) inflate(entry, target, sum);
        else
            for (var at = 0L; at < entry.size; at += CHUNK) {
                var length = Math.min(CHUNK, entry.size - at);
                var chunk = target.asSlice(at, length);
                file.copy(entry.data + at, chunk);
                sum.update(chunk.asByteBuffer());
            }
        if ((int) sum.getValue() != entry.crc) {
            throw file.broken(entry.data, "the record " + entry.name + " is broken: its checksum is "
                    + "%08x instead of %08x".formatted((int) sum.getValue(), entry.crc));
        }
    }

    private void inflate(Entry entry, MemorySegment target, CRC32 sum) {
        var inflater = new Inflater(true);
        try {
            var read = 0L;
            var made = 0L;
            var probe = ByteBuffer.allocate(1);
            while (!inflater.finished()) {
                if (inflater.needsInput() && read < entry.packed) {
                    var length = Math.min(CHUNK, entry.packed - read);
                    inflater.setInput(file.slice(entry.data + read, length).asByteBuffer());
                    read += length;
                }
                var room = Math.min(CHUNK, entry.size - made);
                var chunk = room > 0 ? target.asSlice(made, room).asByteBuffer() : probe.clear();
                var count = inflater.inflate(chunk);
                if (room == 0 && count > 0) throw new DataFormatException("there are more bytes than it says");
                if (count == 0 && !inflater.finished() && (inflater.needsDictionary() || read == entry.packed)) {
                    throw new DataFormatException("the packed bytes end too early");
                }
                made += count;
                sum.update(chunk.flip());
            }
            if (made != entry.size) throw new DataFormatException(made + " bytes instead of " + entry.size);
        } catch (DataFormatException broken) {
            throw file.broken(entry.data, "the record " + entry.name + " cannot be unpacked: " + broken.getMessage());
        } finally {
            inflater.end();
        }
    }
}
