package sconce.io;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.Tensor;
import sconce.libtorch.NativeStorage;
import sconce.nn.LoadResult;
import sconce.nn.Module;

/// Models in which one tensor has several names, in files that hold every tensor once.
final class TiedWeights {
    private TiedWeights() {}

    /// What tells two tensors apart: the same memory, seen in the same way, is one tensor.
    private record View(long storage, long offset, List<Long> shape, List<Long> stride) {
        static View of(Tensor tensor) {
            return new View(NativeStorage.identity(tensor), tensor.storageOffset(), List.copyOf(tensor.shape()),
                    List.copyOf(tensor.stride()));
        }
    }

    static void save(Module model, Path file) {
        var first = new LinkedHashMap<View, String>();
        var kept = new LinkedHashMap<String, Object>();
        var metadata = new LinkedHashMap<String, String>();
        model.stateDict().forEach((name, value) -> {
            var tied = value instanceof Tensor tensor && tensor.numel() > 0 ? first.putIfAbsent(View.of(tensor), name)
                    : null;
            if (tied == null) kept.put(name, value instanceof Tensor tensor ? tensor.contiguous() : value);
            else
                metadata.put(name, tied);
        });
        metadata.put("format", "pt");
        Safetensors.saveFile(kept, file, metadata);
    }

    static LoadResult load(Module model, Path path) {
        var file = Safetensors.open(path);
        var state = file.tensors();
        var names = model.stateDict();
        // Whichever of the names was written stands for the others.
        for (Map.Entry<String, String> tied : file.metadata().entrySet()) {
            if (state.containsKey(tied.getValue()) && names.containsKey(tied.getKey())) {
                state.putIfAbsent(tied.getKey(), state.get(tied.getValue()));
            }
        }
        var written = new LinkedHashMap<View, String>();
        names.forEach((name, value) -> {
            if (value instanceof Tensor tensor && state.containsKey(name)) written.put(View.of(tensor), name);
        });
        names.forEach((name, value) -> {
            if (!(value instanceof Tensor tensor) || state.containsKey(name)) return;
            var other = written.get(View.of(tensor));
            if (other != null) state.put(name, state.get(other));
        });
        return model.loadStateDict(state);
    }
}
