package sconce.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.NativeStorage;

/// Writes what `torch.save` writes.
final class PtWriter {
    private PtWriter() {}

    static void write(@Nullable Object value, Path path, SaveOptions options) {
        // All that can be refused is refused before the file is touched.
        var storages = new SavedStorages(!options.zip);
        var pickle = Pickler.pickle(value, storages);
        AtomicFile.write(path, options.fsync, channel -> {
            if (options.zip) writeZip(channel, folder(path), pickle, storages.all());
            else
                writeLegacy(channel, pickle, storages.all());
        });
    }

    /// PyTorch calls the folder in the archive as the file.
    private static String folder(Path path) {
        var name = path.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() || stem.contains("\\") ? "archive" : stem;
    }

    private static void writeZip(FileChannel channel, String folder, byte[] pickle, List<SavedStorages.Saved> storages)
            throws IOException {
        var zip = new ZipWriter(channel, folder);
        zip.write("data.pkl", pickle);
        zip.write(".format_version", ascii("1"));
        zip.write(".storage_alignment", ascii("64"));
        zip.write("byteorder", ascii("little"));
        for (var storage : storages) withBytes(storage, bytes -> zip.write("data/" + storage.key(), bytes));
        zip.write("version", ascii("3\n"));
        zip.finish();
    }

    private static void writeLegacy(FileChannel channel, byte[] pickle, List<SavedStorages.Saved> storages)
            throws IOException {
        var out = new ChannelWriter(channel);
        var none = new SavedStorages(true);
        out.write(Pickler.pickle(LegacyReader.MAGIC, none));
        out.write(Pickler.pickle(LegacyReader.PROTOCOL, none));
        var machine = new LinkedHashMap<String, Object>();
        machine.put("protocol_version", LegacyReader.PROTOCOL);
        machine.put("little_endian", true);
        machine.put("type_sizes", new LinkedHashMap<>(Map.of("short", 2L, "int", 4L, "long", 4L)));
        out.write(Pickler.pickle(machine, none));
        out.write(pickle);
        var sorted = new ArrayList<>(storages);
        sorted.sort(Comparator.comparing(SavedStorages.Saved::key));
        out.write(Pickler.pickle(sorted.stream().map(SavedStorages.Saved::key).toList(), none));
        for (var storage : sorted) {
            var count = storage.bytes() / storage.unit().itemSize();
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(count).array());
            withBytes(storage, bytes -> out.write(bytes.asSlice(0, count * storage.unit().itemSize()), null));
        }
    }

    private static byte[] ascii(String text) { return text.getBytes(StandardCharsets.US_ASCII); }

    /// Writes bytes that are there only for a moment.
    @FunctionalInterface
    private interface Writing {
        void write(MemorySegment bytes) throws IOException;
    }

    private static void withBytes(SavedStorages.Saved storage, Writing writing) throws IOException {
        try {
            NativeStorage.access(storage.tensor(), bytes -> {
                try {
                    writing.write(bytes);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
