package sconce.io;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sconce.Tensor;
import sconce.ValueError;
import sconce.nn.StateDict;

/// A state dict in several files and a `*.index.json` that tells which tensor is in which: the form in which large models
/// are handed round.
final class ShardedCheckpoint {
    private static final List<String> NAMES = List.of("model.safetensors.index.json", "model.safetensors",
            "diffusion_pytorch_model.safetensors.index.json", "diffusion_pytorch_model.safetensors",
            "pytorch_model.bin.index.json", "pytorch_model.bin");
    private static final int LARGEST_INDEX = 256 << 20;

    private ShardedCheckpoint() {}

    /// The file of a folder that stands for its model.
    static Path in(Path folder) {
        for (var name : NAMES) if (Files.isRegularFile(folder.resolve(name))) return folder.resolve(name);
        throw CheckpointException.of("FileNotFoundError", folder.toString(),
                "the folder has none of " + String.join(", ", NAMES));
    }

    /// Reads all tensors that an index lists.
    static StateDict load(Path index, LoadOptions options) {
        var byName = weightMap(index);
        var byFile = new LinkedHashMap<String, List<String>>();
        byName.forEach((name, file) -> byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(name));
        var found = new LinkedHashMap<String, Map<?, ?>>();
        byFile.forEach((file, names) -> {
            var shard = index.resolveSibling(file);
            if (!(Checkpoints.load(shard, options) instanceof Map<?, ?> tensors)) {
                throw CheckpointException.of("RuntimeError", shard.toString(), "it holds no tensors by name");
            }
            for (var name : names) {
                if (!tensors.containsKey(name)) {
                    throw CheckpointException.of("RuntimeError", shard.toString(),
                            "it has no tensor `" + name + "`, which " + index.getFileName() + " says is there");
                }
            }
            found.put(file, tensors);
        });
        var state = new StateDict();
        byName.forEach((name, file) -> state.put(name, tensor(index, name, found, file)));
        return state;
    }

    private static Tensor tensor(Path index, String name, Map<String, Map<?, ?>> found, String file) {
        var tensors = found.get(file);
        if (tensors != null && tensors.get(name) instanceof Tensor tensor) return tensor;
        throw CheckpointException.of("RuntimeError", index.toString(), "`" + name + "` is no tensor");
    }

    private static Map<String, String> weightMap(Path index) {
        try (var file = FileBytes.open(index)) {
            if (file.size() > LARGEST_INDEX) throw file.broken(0, "an index of " + file.size() + " bytes");
            var text = file.size() == 0 ? ""
                    : new String(file.slice(0, file.size()).toArray(ValueLayout.JAVA_BYTE),
                            StandardCharsets.UTF_8);
            if (!(Json.read(text, (at, reason) -> file.broken(at, "invalid JSON: " + reason)) instanceof Map<?, ?> json)
                    || !(json.get("weight_map") instanceof Map<?, ?> map)) {
                throw file.broken(-1, "no map under `weight_map`: it is no index of a checkpoint");
            }
            var weights = new LinkedHashMap<String, String>();
            map.forEach((name, shard) -> weights.put((String) name, plainName(file, shard)));
            return weights;
        }
    }

    /// An index may name files beside it, and no others.
    private static String plainName(FileBytes file, Object shard) {
        if (!(shard instanceof String name) || name.isBlank() || name.contains("/") || name.contains("\\")
                || name.startsWith(".") || name.indexOf('\0') >= 0 || name.endsWith(".json")) {
            throw file.broken(-1, "`" + shard + "` is no name of a file beside it");
        }
        return name;
    }

    /// Writes tensors into as few files as hold `mostBytes` each, in the order of the map, and an index beside them; one
    /// file without an index if one is enough.
    static void save(Map<String, ?> tensors, Path folder, long mostBytes, Map<String, String> metadata) {
        if (mostBytes <= 0) throw new ValueError("a file of at most " + mostBytes + " bytes holds no tensors");
        Safetensors.checked(tensors);
        var shards = new ArrayList<Map<String, Tensor>>(List.of(new LinkedHashMap<>()));
        var total = 0L;
        var filled = 0L;
        for (var entry : tensors.entrySet()) {
            var tensor = (Tensor) entry.getValue();
            var bytes = tensor.numel() * tensor.dtype().itemSize();
            if (filled > 0 && filled + bytes > mostBytes) {
                shards.add(new LinkedHashMap<>());
                filled = 0;
            }
            shards.getLast().put(entry.getKey(), tensor);
            filled += bytes;
            total += bytes;
        }
        create(folder);
        if (shards.size() == 1) {
            Safetensors.saveFile(tensors, folder.resolve("model.safetensors"), metadata);
            delete(folder.resolve("model.safetensors.index.json"));
            return;
        }
        var weightMap = new TreeMap<String, String>();
        for (var i = 0; i < shards.size(); i++) {
            var name = "model-%05d-of-%05d.safetensors".formatted(i + 1, shards.size());
            Safetensors.saveFile(shards.get(i), folder.resolve(name), metadata);
            shards.get(i).keySet().forEach(key -> weightMap.put(key, name));
        }
        // The index comes last: until then the old one stands.
        var json = index(total, weightMap);
        AtomicFile.write(folder.resolve("model.safetensors.index.json"), false,
                channel -> new ChannelWriter(channel).write(json));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException unable) {
            throw new CheckpointException("OSError", folder + ": the folder cannot be made: " + unable.getMessage(),
                    unable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unable) {
            throw new CheckpointException("OSError", file + ": cannot be deleted: " + unable.getMessage(), unable);
        }
    }

    private static byte[] index(long total, Map<String, String> weightMap) {
        return weightMap.entrySet().stream()
                .map(entry -> "    " + Json.quoted(entry.getKey()) + ": " + Json.quoted(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n  \"metadata\": {\n    \"total_size\": " + total
                        + "\n  },\n  \"weight_map\": {\n", "\n  }\n}\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
