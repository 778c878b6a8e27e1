package sconce.io;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import sconce.DType;
import sconce.Device;
import sconce.KeyError;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.NativeMemory;
import sconce.nn.StateDict;

/// A `.safetensors` file of which only the header is read until a tensor is asked for. Stands for `safe_open`.
///
/// ```java
/// var file = java.nio.file.Files.createTempFile("weights", ".safetensors").toString();
/// Safetensors.saveFile(Map.of("w", Torch.ones(2, 3)), file, Map.of("made by", "a test"));
/// var weights = Safetensors.open(file);
/// weights.keys()         // [w]
/// weights.shape("w")     // torch.Size([2, 3])
/// weights.metadata()     // {made by=a test}
/// weights.tensor("w").sum()   // tensor(6.)
/// ```
///
/// Tensors stand on the mapped file; what is written to them stays in memory. There is nothing to close.
public final class SafetensorsFile {
    private final FileBytes file;
    private final SafetensorsHeader header;

    SafetensorsFile(FileBytes file) {
        this.file = file;
        header = SafetensorsHeader.read(file);
    }

    static SafetensorsFile of(Path path, LoadOptions options) {
        return new SafetensorsFile(options.mmapOr(true) ? FileBytes.map(path) : FileBytes.open(path));
    }

    /// The names of the tensors, in the order of their bytes.
    public SequencedSet<String> keys() { return Collections.unmodifiableSequencedSet(names()); }

    private SequencedSet<String> names() { return header.entries().sequencedKeySet(); }

    /// The texts under `__metadata__`; none if the file has none.
    public Map<String, String> metadata() {
        var metadata = header.metadata();
        return metadata == null ? Map.of() : Collections.unmodifiableMap(metadata);
    }

    /// The sizes of a tensor, without reading it.
    ///
    /// @throws KeyError if there is none of this name
    public Size shape(String name) { return entry(name).shape(); }

    /// The dtype of a tensor, without reading it.
    ///
    /// @throws KeyError if there is none of this name
    public DType dtype(String name) { return entry(name).dtype(); }

    /// A tensor by its name.
    ///
    /// @throws KeyError if there is none of this name
    public Tensor tensor(String name) { return tensor(entry(name), Device.CPU); }

    /// All tensors by name.
    public StateDict tensors() { return tensors(new LoadOptions()); }

    StateDict tensors(LoadOptions options) {
        var tensors = new StateDict();
        if (header.entries().isEmpty()) return tensors;
        var device = options.restore("cpu");
        if (!file.isMapped()) NativeMemory.expect(file.size());
        header.entries().forEach((name, entry) -> tensors.put(name, tensor(entry, device)));
        return tensors;
    }

    private SafetensorsHeader.Entry entry(String name) {
        var entry = header.entries().get(name);
        if (entry == null) throw new KeyError(file.name() + " has no tensor named '" + name + "'");
        return Objects.requireNonNull(entry);
    }

    private Tensor tensor(SafetensorsHeader.Entry entry, Device device) {
        var sizes = entry.shape().longs();
        var strides = StoredTensors.rowMajor(sizes);
        if (device.equals(Device.META)) return StoredTensors.meta(entry.dtype(), sizes, strides);
        return StoredTensors.view(storage(entry), entry.dtype(), 0, sizes, strides);
    }

    private Tensor storage(SafetensorsHeader.Entry entry) {
        // libtorch computes with numbers that lie at multiples of their size.
        var aligned = entry.start() % entry.dtype().itemSize() == 0;
        if (file.isMapped() && aligned) return file.storage(entry.start(), entry.length());
        return StoredTensors.bytes(entry.length(), bytes -> {
            var length = entry.length();
            if (length > 0) MemorySegment.copy(file.slice(entry.start(), length), 0, bytes, 0, length);
        });
    }
}
