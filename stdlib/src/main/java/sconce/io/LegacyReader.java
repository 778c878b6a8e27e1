package sconce.io;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.Device;
import sconce.Tensor;
import sconce.Tuple;
import sconce.libtorch.NativeData;
import sconce.libtorch.NativeStorage;

/// Reads what `torch.save` wrote before PyTorch 1.6: five pickles one after the other (a magic number, a version, the
/// machine, the value, the keys of the storages), then the storages.
final class LegacyReader {
    static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    static final long PROTOCOL = 1001;
    private final FileBytes file;
    private final LoadOptions options;
    private final Rebuilding rebuilding;
    private final Map<String, Storage> storages = new LinkedHashMap<>();
    private final Map<String, StoredBytes> views = new HashMap<>();
    private long at;
    private long promised;

    /// A storage whose bytes come later in the file.
    private record Storage(StoredBytes stored, long count) {}

    private LegacyReader(FileBytes file, LoadOptions options) {
        this.file = file;
        this.options = options;
        rebuilding = new Rebuilding(options);
    }

    static @Nullable Object load(FileBytes file, LoadOptions options) {
        refuseOthers(file);
        return new LegacyReader(file, options).load();
    }

    /// Files that people have by mistake.
    private static void refuseOthers(FileBytes file) {
        if (file.size() > 8 && file.i64(0) > 0 && file.i64(0) <= file.size() - 8 && file.u8(8) == '{') {
            throw file.broken(0, "it looks like a .safetensors file: name it so");
        }
        if (file.startsWith("version https://git-lfs") || file.startsWith("<")) {
            throw file.broken(0, SafetensorsHeader.looksLike(file, ""));
        }
        if (file.size() > 262 && file.u8(257) == 'u' && file.u8(258) == 's' && file.u8(259) == 't') {
            throw file.broken(257,
                    "Cannot use ``weights_only=True`` with files saved in the legacy .tar format. In Python, "
                            + "load it and save its state dict anew.");
        }
        if (file.u8(0) != 0x80) {
            throw file.broken(0, "Invalid magic number; corrupt file? It is neither a zip archive nor a pickle.");
        }
    }

    private @Nullable Object load() {
        if (!MAGIC.equals(pickle())) throw file.broken(0, "Invalid magic number; corrupt file?");
        var versionAt = at;
        if (!Long.valueOf(PROTOCOL).equals(pickle())) throw file.broken(versionAt, "Invalid protocol version");
        var swap = pickle() instanceof Map<?, ?> machine && PythonValues.is(machine, "little_endian", false);
        var value = pickle();
        var keysAt = at;
        if (!(pickle() instanceof List<?> keys)) throw file.broken(keysAt, "the keys of the storages were expected");
        for (var key : keys) fill(key, swap);
        if (!storages.isEmpty()) {
            throw file.broken(at, "the storage " + storages.keySet().iterator().next() + " is not there");
        }
        Checks.run(file, rebuilding.checks());
        return value;
    }

    private @Nullable Object pickle() {
        var unpickler = new Unpickler(file, at, new Globals(rebuilding), this::storage);
        var value = unpickler.load();
        at = unpickler.end();
        return value;
    }

    /// `("storage", type, key, location, count, view)`, where view is None or `(key, offset, count)`.
    private StoredBytes storage(Tuple<?> id) {
        if (id.size() == 6 && "module".equals(id.get(0))) {
            throw new Refusal("the source of a module: only weights are read");
        }
        if (id.size() != 6 || !"storage".equals(id.get(0)) || !(id.get(1) instanceof StorageType type)
                || !(id.get(2) instanceof String key) || !(id.get(3) instanceof String location)
                || !(id.get(4) instanceof Long count)) {
            throw new Refusal("Only persistent_load of storage is allowed, but got " + Globals.typeName(
                    id.isEmpty() ? null : id.get(0)));
        }
        var storage = storages.get(key);
        if (storage == null) {
            storage = new Storage(reserve(type, count, PtReader.where(options, location)), count);
            storages.put(key, storage);
        }
        return id.get(5) == null ? storage.stored : view(storage.stored, id.get(5));
    }

    /// Takes memory for a storage, if the file can hold so much.
    private StoredBytes reserve(StorageType type, long count, Device device) {
        var bytes = PtReader.bytes(type.dtype(), count);
        promised += bytes;
        if (promised > file.size()) {
            throw new Refusal("storages of " + promised + " bytes in a file of " + file.size());
        }
        return new StoredBytes(device.equals(Device.META) ? null : StoredTensors.bytes(bytes, _ -> {}), type.dtype(),
                device);
    }

    private StoredBytes view(StoredBytes root, @Nullable Object view) {
        if (!(view instanceof Tuple<?> three) || three.size() != 3 || !(three.get(0) instanceof String key)
                || !(three.get(1) instanceof Long offset) || !(three.get(2) instanceof Long count)) {
            throw new Refusal("a view of a storage of another form");
        }
        var known = views.get(key);
        if (known != null || root.bytes() == null) return known == null ? root : known;
        var start = PtReader.bytes(root.dtype(), offset);
        var length = PtReader.bytes(root.dtype(), count);
        if (start > root.bytes().numel() - length) throw new Refusal("a view outside of its storage");
        var part = length == 0 ? StoredTensors.bytes(0, _ -> {})
                : (Tensor) NativeStorage.part(root.bytes(), start, length);
        var stored = new StoredBytes(part, root.dtype(), root.device());
        views.put(key, stored);
        return stored;
    }

    private void fill(@Nullable Object key, boolean swap) {
        var storage = key instanceof String text ? storages.remove(text) : null;
        if (storage == null) throw file.broken(at, "the storage " + key + " belongs to no tensor");
        var count = file.i64(at);
        at += 8;
        if (count != storage.count) {
            throw file.broken(at - 8,
                    "a storage of " + count + " elements, of which " + storage.count + " were announced");
        }
        var dtype = storage.stored.dtype();
        var length = count * dtype.itemSize();
        var source = file.slice(at, length);
        at += length;
        var bytes = storage.stored.bytes();
        if (bytes == null || length == 0) return;
        NativeData.access(bytes, target -> {
            MemorySegment.copy(source, 0, target, 0, length);
            if (swap && dtype.itemSize() > 1) StoredTensors.swapBytes(target, dtype);
        });
    }
}
