package sconce.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.DType;
import sconce.Tensor;
import sconce.TorchException;
import sconce.libtorch.NativeStorage;

/// The storages below the tensors that are saved, each once, numbered as they are met.
final class SavedStorages {
    private final boolean legacy;
    private final Map<Long, Saved> byIdentity = new LinkedHashMap<>();

    SavedStorages(boolean legacy) { this.legacy = legacy; }

    /// One storage.
    ///
    /// @param tensor a tensor that stands on it, which keeps it alive
    /// @param unit the dtype as which its numbers are counted
    record Saved(String key, Tensor tensor, DType unit, long bytes) {}

    boolean isLegacy() { return legacy; }

    List<Saved> all() { return new ArrayList<>(byIdentity.values()); }

    /// @throws TorchException if another tensor sees the same bytes as numbers of another dtype
    Saved number(Tensor tensor) {
        var unit = StorageType.nameOf(tensor.dtype()) == null ? DType.uint8 : tensor.dtype();
        var saved = byIdentity.computeIfAbsent(NativeStorage.identity(tensor),
                _ -> new Saved(Integer.toString(byIdentity.size()), tensor, unit, NativeStorage.bytes(tensor)));
        if (saved.unit != unit && saved.bytes > 0) {
            throw new TorchException(
                    "Cannot save multiple tensors or storages that view the same data as different types");
        }
        return saved;
    }
}
