package sconce.io;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.TorchException;
import sconce.Tuple;
import sconce.libtorch.NativeMemory;

/// Reads what `torch.save` writes since PyTorch 1.6: a zip archive of a pickle, `data.pkl`, and of a record for every
/// storage that its tensors stand on.
final class PtReader {
    /// A pickle of weights has a few hundred bytes for each tensor.
    private static final int LARGEST_PICKLE = 256 << 20;
    private final FileBytes file;
    private final LoadOptions options;
    private final ZipArchive archive;
    private final String folder;
    private final boolean bigEndian;
    private final Map<String, StoredBytes> storages = new HashMap<>();

    private PtReader(FileBytes file, LoadOptions options) {
        this.file = file;
        this.options = options;
        archive = new ZipArchive(file);
        folder = folder();
        bigEndian = readByteOrder();
    }

    static @Nullable Object read(Path path, LoadOptions options) {
        try (var file = options.mmapOr(false) ? FileBytes.map(path) : FileBytes.open(path)) {
            return read(file, options);
        }
    }

    static @Nullable Object read(String name, InputStream stream, LoadOptions options) {
        return read(FileBytes.read(name, stream), options);
    }

    static @Nullable Object read(FileBytes file, LoadOptions options) {
        if (file.size() == 0) throw file.broken(0, "Ran out of input: the file is empty");
        if (!file.isMapped()) NativeMemory.expect(file.size());
        return ZipArchive.isZip(file) ? new PtReader(file, options).load() : LegacyReader.load(file, options);
    }

    private String folder() {
        for (var name : archive.entries().keySet()) {
            var slash = name.indexOf('/');
            if (slash < 0) throw file.broken(-1, "file in archive is not in a subdirectory: " + name
                    + ": a zip archive, but none that torch.save wrote");
            if (archive.find(name.substring(0, slash) + "/data.pkl") != null) return name.substring(0, slash + 1);
            break;
        }
        throw file.broken(-1,
                "PytorchStreamReader failed locating file data.pkl: file not found: a zip archive, but none "
                        + "that torch.save wrote");
    }

    private boolean readByteOrder() {
        var record = archive.find(folder + "byteorder");
        if (record == null) return false;
        return switch (new String(archive.bytes(record, 100), StandardCharsets.US_ASCII)) {
            case "little" -> false;
            case "big" -> true;
            default -> throw file.broken(record.data(), "Unknown endianness type in the record byteorder");
        };
    }

    private @Nullable Object load() {
        if (archive.find(folder + "constants.pkl") != null) {
            throw file.broken(-1,
                    "Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``. In "
                            + "Python, torch.save(model.state_dict(), ...) writes a file that can be read here.");
        }
        var record = archive.entries().get(folder + "data.pkl");
        if (record == null) throw file.broken(-1, "PytorchStreamReader failed locating file data.pkl: file not found");
        var pickle = FileBytes.of(file.name() + ", " + record.name(),
                MemorySegment.ofArray(archive.bytes(record, LARGEST_PICKLE)));
        var rebuilding = new Rebuilding(options);
        var value = new Unpickler(pickle, 0, new Globals(rebuilding), this::storage).load();
        Checks.run(file, rebuilding.checks());
        return value;
    }

    /// `("storage", type, key, location, count)`.
    private StoredBytes storage(Tuple<?> id) {
        if (id.size() != 5 || !"storage".equals(id.get(0)) || !(id.get(1) instanceof StorageType type)
                || !(id.get(2) instanceof String key) || !(id.get(3) instanceof String location)
                || !(id.get(4) instanceof Long count)) {
            throw new Refusal("Only persistent_load of storage is allowed, but got " + Globals.typeName(
                    id.isEmpty() ? null : id.get(0)));
        }
        var known = storages.get(key);
        if (known != null) return known;
        var entry = archive.find(folder + "data/" + key);
        if (entry == null) {
            throw new Refusal("PytorchStreamReader failed locating file data/" + key + ": file not found");
        }
        var expected = bytes(type.dtype(), count);
        if (entry.size() != expected) {
            throw new Refusal("record size (" + entry.size() + " bytes) does not match expected size (" + expected
                    + " bytes) for " + entry.name());
        }
        var storage = read(entry, type, where(options, location));
        storages.put(key, storage);
        return storage;
    }

    /// @throws Refusal if there is no such device here
    static Device where(LoadOptions options, String location) {
        try {
            return options.restore(location);
        } catch (TorchException unknown) {
            throw new Refusal(String.valueOf(unknown.getMessage()));
        }
    }

    static long bytes(DType dtype, long count) {
        if (count < 0 || count > Long.MAX_VALUE / 16) throw new Refusal("a storage of " + count + " elements");
        return count * dtype.itemSize();
    }

    private StoredBytes read(ZipArchive.Entry entry, StorageType type, Device device) {
        var dtype = type.dtype();
        if (bigEndian && type.untyped()) {
            throw new Refusal("most significant bytes first in a storage without a dtype");
        }
        if (device.equals(Device.META)) return new StoredBytes(null, dtype, device);
        var swap = bigEndian && dtype.itemSize() > 1;
        var aligned = entry.data() % dtype.itemSize() == 0;
        if (file.isMapped() && !entry.deflated() && !swap && aligned && (!type.untyped() || entry.data() % 16 == 0)) {
            return new StoredBytes(file.storage(entry.data(), entry.size()), dtype, device);
        }
        archive.charge(entry);
        return new StoredBytes(StoredTensors.bytes(entry.size(), bytes -> {
            archive.copy(entry, bytes);
            if (swap) StoredTensors.swapBytes(bytes, dtype);
        }), dtype, device);
    }
}
