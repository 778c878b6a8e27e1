package sconce.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sconce.Layout;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.libtorch.NativeStorage;
import sconce.nn.LoadResult;
import sconce.nn.Module;
import sconce.nn.StateDict;

/// Tensors by name in `.safetensors` files. Stands for `safetensors.torch`; `Torch.save` and `Torch.load` of such a file
/// come here too.
///
/// ```java
/// var file = java.nio.file.Files.createTempFile("weights", ".safetensors").toString();
/// Safetensors.saveFile(new Linear(2, 1).stateDict(), file);
/// Safetensors.loadFile(file).keySet()   // [bias, weight]
/// ```
public final class Safetensors {
    private Safetensors() {}

    /// Reads all tensors of a file. They stand on the mapped file: its bytes are read when they are touched, and what is
    /// written to them stays in memory.
    ///
    /// @throws CheckpointException if the file is not one, or broken
    public static StateDict loadFile(String file) { return loadFile(Path.of(file), o -> {}); }

    /// Reads all tensors of a file.
    public static StateDict loadFile(Path file) { return loadFile(file, o -> {}); }

    /// Reads all tensors of a file, with options.
    public static StateDict loadFile(Path file, Consumer<LoadOptions> options) {
        return SafetensorsFile.of(file, Checkpoints.with(options)).tensors(Checkpoints.with(options));
    }

    /// Opens a file to read single tensors of it.
    ///
    /// @throws CheckpointException if the file is not one, or broken
    public static SafetensorsFile open(String file) { return open(Path.of(file)); }

    /// Opens a file to read single tensors of it.
    public static SafetensorsFile open(Path file) { return SafetensorsFile.of(file, new LoadOptions()); }

    /// Writes tensors by name.
    ///
    /// @throws ValueError if a value is no tensor, or one that the format cannot hold
    /// @throws TorchException if tensors share memory, which the format cannot say
    public static void saveFile(Map<String, ?> tensors, String file) { saveFile(tensors, Path.of(file), Map.of()); }

    /// Writes tensors by name.
    public static void saveFile(Map<String, ?> tensors, Path file) { saveFile(tensors, file, Map.of()); }

    /// Writes tensors by name, and texts beside them.
    public static void saveFile(Map<String, ?> tensors, String file, Map<String, String> metadata) {
        saveFile(tensors, Path.of(file), metadata);
    }

    /// Writes tensors by name, and texts beside them.
    public static void saveFile(Map<String, ?> tensors, Path file, Map<String, String> metadata) {
        save(tensors, file, new SaveOptions().metadata(metadata));
    }

    static void save(Map<String, ?> tensors, Path file, SaveOptions options) {
        var ordered = inOrder(checked(tensors));
        var header = header(ordered, options.metadata);
        AtomicFile.write(file, options.fsync, channel -> {
            var writer = new ChannelWriter(channel);
            writer.write(header);
            for (var tensor : ordered.values()) writeData(writer, tensor);
        });
    }

    /// Writes a large state dict as a folder: files of at most `mostBytes` each, and a `model.safetensors.index.json` that
    /// says which tensor is where. `Torch.load` of the folder, or of the index, reads all of it.
    ///
    /// ```java
    /// var folder = java.nio.file.Files.createTempDirectory("model");
    /// Safetensors.saveSharded(new Linear(8, 8).stateDict(), folder, 256);
    /// StateDict state = Torch.load(folder);
    /// state.keySet()   // [bias, weight]
    /// ```
    public static void saveSharded(Map<String, ?> tensors, Path folder, long mostBytes) {
        ShardedCheckpoint.save(tensors, folder, mostBytes, Map.of("format", "pt"));
    }

    /// Writes the weights of a model in which some names may stand for one tensor, which the format cannot say: each is
    /// written once, and the metadata tells the other names. Stands for `safetensors.torch.save_model`.
    ///
    /// ```java
    /// var file = java.nio.file.Files.createTempFile("tied", ".safetensors").toString();
    /// var model = new Sequential(new Linear(2, 2), new Linear(2, 2));
    /// model.get(1, Linear.class).weight = model.get(0, Linear.class).weight;
    /// Safetensors.saveModel(model, file);
    /// Safetensors.open(file).keys()   // [0.bias, 0.weight, 1.bias]
    /// Safetensors.loadModel(model, file)   // <All keys matched successfully>
    /// ```
    public static void saveModel(Module model, String file) { TiedWeights.save(model, Path.of(file)); }

    /// Loads what [#saveModel] wrote, other names included. Stands for `safetensors.torch.load_model`.
    ///
    /// @throws TorchException if names are missing, there is no place for some, or shapes differ; as in PyTorch what
    ///                         fits has been copied by then. A broken file leaves the model as it was
    public static LoadResult loadModel(Module model, String file) { return TiedWeights.load(model, Path.of(file)); }

    private static void writeData(ChannelWriter writer, Tensor tensor) throws IOException {
        try {
            StoredTensors.access(tensor, bytes -> {
                try {
                    writer.write(bytes, null);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// The tensors of a map on the CPU, if the format can hold all of them.
    static Map<String, Tensor> checked(Map<String, ?> tensors) {
        var checked = new LinkedHashMap<String, Tensor>();
        var invalid = new ArrayList<String>();
        tensors.forEach((name, value) -> {
            if (name.equals(SafetensorsHeader.METADATA)) {
                throw new ValueError("a tensor cannot be called " + name + ": that is where the metadata stands");
            }
            if (!(value instanceof Tensor tensor)) {
                throw new ValueError("Key `" + name + "` is invalid, expected torch.Tensor but received "
                        + (value == null ? "None" : value.getClass().getSimpleName())
                        + ": a .pt file holds values of any kind");
            }
            if (tensor.layout() != Layout.strided) {
                throw new ValueError("You are trying to save a sparse tensor: `" + name
                        + "` which this library does not support. You can make it a dense tensor before saving with "
                        + "`.toDense()` but be aware this might make a much larger file than needed.");
            }
            if (tensor.device().type().equals("meta")) {
                throw new ValueError("`" + name + "` is on the meta device and has no data to save");
            }
            if (SafetensorsDType.code(tensor.dtype()) == null) {
                throw new ValueError("`" + name + "` has the dtype " + tensor.dtype()
                        + ", which .safetensors has not: save it as .pt");
            }
            if (!tensor.isContiguous()) invalid.add(name);
            checked.put(name, StoredTensors.plain(tensor));
        });
        refuseSharing(tensors);
        if (!invalid.isEmpty()) {
            throw new ValueError("You are trying to save a non contiguous tensor: `" + invalid.getFirst()
                    + "` which is not allowed. It either means you are trying to save tensors which are reference of each "
                    + "other in which case it's recommended to save only the full tensors, and reslice at load time, or "
                    + "simply call `.contiguous()` on your tensor to pack it before saving.");
        }
        return checked;
    }

    private static void refuseSharing(Map<String, ?> tensors) {
        var byStorage = new LinkedHashMap<Long, List<String>>();
        tensors.forEach((name, value) -> {
            if (value instanceof Tensor tensor && tensor.numel() > 0) {
                byStorage.computeIfAbsent(NativeStorage.identity(tensor), _ -> new ArrayList<>()).add(name);
            }
        });
        byStorage.values().removeIf(names -> names.size() < 2 || apart(tensors, names));
        if (byStorage.isEmpty()) return;
        throw new TorchException(byStorage.values().stream()
                .map(names -> names.stream().sorted().map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(", ",
                        "Some tensors share memory, this will lead to duplicate memory on disk and potential differences "
                                + "when loading them again: [",
                        "]. A potential way to correctly save your model is to use `Safetensors.saveModel`, or a .pt file, "
                                + "which keeps what is shared.")));
    }

    /// Whether the parts of one storage that tensors stand on do not touch.
    private static boolean apart(Map<String, ?> tensors, List<String> names) {
        var sharing = names.stream().map(tensors::get).filter(Tensor.class::isInstance).map(Tensor.class::cast)
                .toList();
        var parts = sharing.stream().map(tensor -> {
            var start = tensor.storageOffset() * tensor.dtype().itemSize();
            return new long[] { start, start + tensor.numel() * tensor.dtype().itemSize() };
        }).sorted(Comparator.comparingLong(part -> part[0])).toList();
        for (var i = 1; i < parts.size(); i++) if (parts.get(i)[0] < parts.get(i - 1)[1]) return false;
        return sharing.stream().allMatch(Tensor::isContiguous);
    }

    /// In the order of the format's own writer, in which every tensor begins at a multiple of its elements' size.
    static Map<String, Tensor> inOrder(Map<String, Tensor> tensors) {
        var ordered = new LinkedHashMap<String, Tensor>();
        tensors.entrySet().stream().sorted(Comparator
                .comparingInt((Map.Entry<String, Tensor> entry) -> -SafetensorsDType.order(entry.getValue().dtype()))
                .thenComparing(entry -> entry.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static byte[] header(Map<String, Tensor> ordered, Map<String, String> metadata) {
        var json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append(metadata.entrySet().stream()
                    .map(entry -> Json.quoted(entry.getKey()) + ":" + Json.quoted(entry.getValue()))
                    .collect(Collectors.joining(",", Json.quoted(SafetensorsHeader.METADATA) + ":{", "}")));
        }
        var offset = 0L;
        for (var entry : ordered.entrySet()) {
            var tensor = entry.getValue();
            var end = offset + tensor.numel() * tensor.dtype().itemSize();
            if (json.length() > 1) json.append(',');
            json.append(Json.quoted(entry.getKey())).append(":{\"dtype\":\"")
                    .append(SafetensorsDType.code(tensor.dtype())).append("\",\"shape\":")
                    .append(tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")))
                    .append(",\"data_offsets\":[").append(offset).append(',').append(end).append("]}");
            offset = end;
        }
        var text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        var padded = (text.length + 7) / 8 * 8;
        var header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(text);
        while (header.hasRemaining()) header.put((byte) ' ');
        return header.array();
    }
}
