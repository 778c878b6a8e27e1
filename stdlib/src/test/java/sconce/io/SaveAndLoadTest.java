package sconce.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.DType;
import sconce.Device;
import sconce.Layout;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.Tuple;
import sconce.TypeError;
import sconce.ValueError;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.NativeStorage;
import sconce.nn.Linear;
import sconce.nn.Sequential;
import sconce.nn.StateDict;
import sconce.optim.SGD;

/// What is saved comes back, and what cannot be is told before the file is touched.
class SaveAndLoadTest {
    @TempDir
    Path folder;

    private Path file(String name) { return folder.resolve(name); }

    @Test
    void values_of_any_kind_come_back() {
        for (var seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var value = value(random, 4);
            Torch.save(value, file("any.pt"), o -> o.useNewZipfileSerialization(random.nextBoolean()));
            Object back = Torch.load(file("any.pt"), o -> o.mmap(random.nextBoolean()));
            assertThat(text(back)).as("seed " + seed).isEqualTo(text(value));
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 14 : 19)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> new BigInteger(1 + random.nextInt(600), random).add(BigInteger.ONE.shiftLeft(64)).negate();
            case 5 ->
                random.ints(random.nextInt(300), 0, 0x11000).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                        StringBuilder::append).toString();
            case 6 -> {
                var bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 7 -> DType.values()[random.nextInt(DType.values().length)];
            case 8 -> new Size(random.longs(random.nextInt(4), 0, 1L << 40).toArray());
            case 9 -> new ComplexNumber(random.nextDouble(), -random.nextDouble());
            case 10 -> Device.of(random.nextBoolean() ? "cpu" : "cuda:1");
            case 11 -> Layout.strided;
            case 12, 13 -> tensor(random);
            case 14 -> list(random, depth);
            case 15 -> Tuple.of(list(random, depth));
            case 16 -> map(random, depth, new LinkedHashMap<>());
            case 17 -> new LinkedHashSet<>(List.of(random.nextLong(), "text", true));
            default -> {
                var state = new StateDict();
                map(random, depth, new LinkedHashMap<>()).forEach((key, part) -> state.put(String.valueOf(key), part));
                state.metadata().put("", Map.of("version", 2L));
                yield state;
            }
        };
    }

    private static List<Object> list(Random random, int depth) {
        var list = new ArrayList<>();
        for (var i = random.nextInt(random.nextInt(20) == 0 ? 1200 : 5); i > 0; i--) list.add(value(random, depth - 1));
        return list;
    }

    private static Map<Object, Object> map(Random random, int depth, Map<Object, Object> map) {
        for (var i = random.nextInt(5); i > 0; i--) {
            map.put(random.nextBoolean() ? (Object) ("key" + i) : (Object) (long) i, value(random, depth - 1));
        }
        return map;
    }

    private static Tensor tensor(Random random) {
        var dtypes = List.of(DType.float32, DType.float64, DType.float16, DType.bfloat16, DType.int64, DType.int32,
                DType.int16, DType.int8, DType.uint8, DType.bool, DType.complex64, DType.complex128, DType.uint16,
                DType.uint32, DType.uint64);
        var base = Torch.arange(60).reshape(3, 4, 5).to(dtypes.get(random.nextInt(dtypes.size())));
        return switch (random.nextInt(6)) {
            case 0 -> base.transpose(0, 2);
            case 1 -> base.get("1:, ::2");
            case 2 -> base.get(0).get(0).get(0);
            case 3 -> base.get("0:0");
            case 4 -> base.get(1).expand(2, 4, 5);
            default -> base;
        };
    }

    /// A value with everything that tells it from another: `toString` leaves out too much.
    private static String text(Object value) {
        return switch (value) {
            case null -> "None";
            case Tensor t -> t.getClass().getSimpleName() + t.dtype() + t.shape() + t.stride() + t.storageOffset()
                    + t.requiresGrad() + t.tolist();
            case byte[] bytes -> "bytes" + Arrays.toString(bytes);
            case Double number -> Long.toHexString(Double.doubleToLongBits(number));
            case Size size -> size.toString();
            case Tuple<?> tuple -> "tuple" + tuple.stream().map(SaveAndLoadTest::text).toList();
            case List<?> list -> "list" + list.stream().map(SaveAndLoadTest::text).toList();
            case Set<?> set -> "set" + set.stream().map(SaveAndLoadTest::text).toList();
            case Map<?, ?> map -> (map instanceof StateDict state ? "state" + state.metadata() : "dict")
                    + map.entrySet().stream().map(e -> text(e.getKey()) + "=" + text(e.getValue())).toList();
            default -> value.getClass().getSimpleName() + value;
        };
    }

    @Test
    void what_shares_memory_shares_it_again() {
        var base = Torch.arange(6.0);
        var list = List.of(1L, 2L);
        Torch.save(Map.of("base", base, "view", base.get("2:"), "one", list, "other", list), file("shared.pt"));
        for (var mapped : List.of(false, true)) {
            Map<String, Object> all = Torch.load(file("shared.pt"), o -> o.mmap(mapped));
            assertThat(NativeStorage.identity((Tensor) all.get("view")))
                    .isEqualTo(NativeStorage.identity((Tensor) all.get("base")));
            ((Tensor) all.get("view")).zero_();
            assertThat(all.get("base").toString()).isEqualTo("tensor([0., 1., 0., 0., 0., 0.])");
            assertThat(all.get("one")).isSameAs(all.get("other"));
        }
        Map<String, Tensor> untouched = Torch.load(file("shared.pt"));
        assertThat(untouched.get("base").sum().doubleValue()).isEqualTo(15);
    }

    @Test
    void parameters_and_training_state_come_back() {
        var model = new Sequential(new Linear(3, 2), new Linear(2, 1));
        var optimizer = new SGD(model.parameters(), o -> o.lr(0.1).momentum(0.9));
        model.call(Torch.ones(4, 3)).sum().backward();
        optimizer.step();
        var all = new LinkedHashMap<String, Object>();
        all.put("model", model.stateDict());
        all.put("optimizer", optimizer.stateDict());
        all.put("parameter", model.get(0, Linear.class).weight);
        all.put("epoch", 3);
        all.put("history", new double[] { 1.5, 0.5 });
        Torch.save(all, file("all.pt"));
        Map<String, Object> back = Torch.load(file("all.pt"));
        assertThat(back.get("parameter")).isInstanceOf(Parameter.class);
        assertThat(back.get("epoch")).isEqualTo(3L);
        assertThat(back.get("history")).isEqualTo(List.of(1.5, 0.5));
        @SuppressWarnings("unchecked")
        var state = (Map<String, Object>) back.get("optimizer");
        var fresh = new Sequential(new Linear(3, 2), new Linear(2, 1));
        fresh.loadStateDict((StateDict) back.get("model"));
        var again = new SGD(fresh.parameters(), 1);
        again.loadStateDict(state);
        assertThat(again.stateDict().toString()).isEqualTo(optimizer.stateDict().toString());
        assertThat(((StateDict) back.get("model")).metadata().get("0")).containsEntry("version", 1L);
    }

    @Test
    void loaded_tensors_outlive_their_file() throws IOException {
        Torch.save(Map.of("w", Torch.ones(1000)), file("gone.safetensors"));
        Map<String, Tensor> mapped = Torch.load(file("gone.safetensors"));
        Files.delete(file("gone.safetensors"));
        System.gc();
        assertThat(mapped.get("w").sum().doubleValue()).isEqualTo(1000);
        Torch.save(mapped, file("gone.safetensors"));
        mapped.get("w").zero_();
        Torch.save(Map.of("w", Torch.zeros(3)), file("gone.safetensors"));
        assertThat(mapped.get("w").numel()).isEqualTo(1000);
    }

    @Test
    void tensors_go_where_map_location_says() {
        Torch.save(Map.of("w", Torch.ones(2)), file("w.pt"));
        Torch.save(Map.of("w", Torch.ones(2)), file("w.safetensors"));
        for (var name : List.of("w.pt", "w.safetensors")) {
            Map<String, Tensor> shapes = Torch.load(file(name).toString(), "meta");
            assertThat(shapes.get("w").device()).isEqualTo(Device.META);
            Map<String, Tensor> moved = Torch.load(file(name), o -> o.mapLocation(Map.of("cpu", "meta")));
            assertThat(moved.get("w").shape()).isEqualTo(Torch.size(2));
            assertThatThrownBy(() -> Torch.<Object>load(file(name), o -> o.mapLocation("cuda")))
                    .isInstanceOf(TorchException.class)
                    .hasMessageContaining(
                            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False.");
        }
        assertThatThrownBy(() -> Torch.<Object>load(file("w.pt"), o -> o.weightsOnly(false)))
                .isInstanceOf(TorchException.class);
    }

    @Test
    void a_stream_is_read_like_a_file() throws IOException {
        Torch.save(List.of(Torch.ones(2), "x"), file("s.pt"));
        List<Object> back = Torch.load(new ByteArrayInputStream(Files.readAllBytes(file("s.pt"))));
        assertThat(back).hasToString("[tensor([1., 1.]), x]");
    }

    @Test
    void what_python_would_not_know_is_refused_before_the_file_is_touched() throws IOException {
        Files.writeString(file("old.pt"), "old");
        assertThatThrownBy(() -> Torch.save(new Linear(1, 1), file("old.pt"))).isInstanceOf(TypeError.class)
                .hasMessageContaining("Torch.save(model.stateDict(), ...)");
        assertThatThrownBy(() -> Torch.save(Map.of("a", List.of(1, new Object())), file("old.pt")))
                .isInstanceOf(TypeError.class)
                .hasMessageContaining("at ['a'][1]");
        var itself = new ArrayList<Object>();
        itself.add(itself);
        assertThatThrownBy(() -> Torch.save(itself, file("old.pt"))).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> Torch.save(Map.of("n", 1), file("old.safetensors"))).isInstanceOf(ValueError.class)
                .hasMessageContaining("Key `n` is invalid");
        assertThatThrownBy(() -> Torch.save(Torch.ones(2), file("old.safetensors"))).isInstanceOf(ValueError.class);
        var base = Torch.ones(4);
        assertThatThrownBy(() -> Torch.save(Map.of("a", base, "b", base), file("old.safetensors")))
                .isInstanceOf(TorchException.class).hasMessageStartingWith("Some tensors share memory")
                .hasMessageContaining("{'a', 'b'}");
        assertThatThrownBy(() -> Torch.save(Map.of("t", Torch.ones(2, 3).t()), file("old.safetensors")))
                .hasMessageStartingWith("You are trying to save a non contiguous tensor: `t`");
        assertThat(Files.readString(file("old.pt"))).isEqualTo("old");
        assertThat(Files.list(folder)).containsExactly(file("old.pt"));
    }

    @Test
    void one_storage_is_not_saved_as_two_dtypes() {
        var base = Torch.zeros(4);
        assertThatThrownBy(() -> Torch.save(List.of(base, base.view(DType.int32)), file("two.pt"))).hasMessage(
                "Cannot save multiple tensors or storages that view the same data as different types");
    }

    @Test
    void a_write_that_fails_leaves_the_old_file() throws IOException {
        Torch.save(Map.of("w", Torch.ones(2)), file("kept.pt"));
        var before = Files.readAllBytes(file("kept.pt"));
        assertThatThrownBy(() -> AtomicFile.write(file("kept.pt"), false, channel -> {
            channel.write(java.nio.ByteBuffer.wrap(new byte[100]));
            throw new IOException("No space left on device");
        })).isInstanceOf(CheckpointException.class).hasMessageContaining("kept.pt")
                .hasMessageContaining("No space left on device");
        assertThat(Files.readAllBytes(file("kept.pt"))).isEqualTo(before);
        assertThat(Files.list(folder)).containsExactly(file("kept.pt"));
    }

    @Test
    void a_save_that_waits_for_the_disk_writes_the_same() throws IOException {
        var state = Map.of("w", Torch.ones(2));
        for (var name : List.of("w.pt", "w.safetensors")) {
            Torch.save(state, file(name));
            var bytes = Files.readAllBytes(file(name));
            Torch.save(state, file(name), o -> o.fsync(true));
            assertThat(Files.readAllBytes(file(name))).isEqualTo(bytes);
        }
    }

    @Test
    void an_interrupt_takes_no_bytes_from_a_load() throws IOException {
        var all = new byte[200_000];
        new Random(0).nextBytes(all);
        Files.write(file("bytes"), all);
        var read = new byte[all.length - 1];
        try (var bytes = FileBytes.open(file("bytes"))) {
            Thread.currentThread().interrupt();
            bytes.copy(1, MemorySegment.ofArray(read));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read).isEqualTo(Arrays.copyOfRange(all, 1, all.length));
    }

    @Test
    void files_have_the_rights_that_users_expect() throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) return;
        var ordinary = Files.createFile(file("ordinary"));
        Torch.save(1, file("fresh.pt"));
        assertThat(Files.getPosixFilePermissions(file("fresh.pt"))).isEqualTo(Files.getPosixFilePermissions(ordinary));
        Files.setPosixFilePermissions(file("fresh.pt"), PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(file("link.pt"), file("fresh.pt"));
        Torch.save(2, file("link.pt"));
        assertThat(Files.isSymbolicLink(file("link.pt"))).isTrue();
        assertThat(Torch.<Long>load(file("fresh.pt"))).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("fresh.pt"))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void places_that_are_no_files_are_told_as_python_tells_them() {
        assertThatThrownBy(() -> Torch.<Object>load(file("none.pt")))
                .hasToString("FileNotFoundError: No such file or directory: '"
                        + file("none.pt") + "'");
        assertThatThrownBy(() -> Torch.<Object>load(file("none.safetensors")))
                .hasMessageStartingWith("No such file or directory");
        assertThatThrownBy(() -> Torch.save(1, file("no/such/folder.pt"))).hasToString("RuntimeError: Parent directory "
                + file("no/such") + " does not exist.");
        assertThatThrownBy(() -> Torch.save(1, folder)).hasMessageContaining("Is a directory");
        assertThatThrownBy(() -> Torch.<Object>load(folder)).hasMessageContaining("the folder has none of");
    }

    @Test
    void a_sharded_folder_comes_back_whole() throws IOException {
        var state = new StateDict();
        for (var i = 0; i < 7; i++) state.put("layer" + i, Torch.full(Torch.size(10), (double) i));
        Safetensors.saveSharded(state, folder, 100);
        assertThat(Files.list(folder)).hasSize(5);
        assertThat(Files.readString(file("model.safetensors.index.json"))).contains("\"total_size\": 280",
                "\"layer0\": \"model-00001-of-00004.safetensors\"");
        for (var path : List.of(folder, file("model.safetensors.index.json"))) {
            StateDict back = Torch.load(path);
            assertThat(back.keySet()).containsExactlyElementsOf(state.keySet());
            assertThat(back.tensor("layer6").sum().doubleValue()).isEqualTo(60);
        }
        for (var evil : List.of("../secret.pt", "/etc/passwd", "model.safetensors.index.json", "", ".hidden")) {
            Files.writeString(file("evil.index.json"), "{\"weight_map\": {\"a\": \"" + evil + "\"}}");
            assertThatThrownBy(() -> Torch.<Object>load(file("evil.index.json")))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("is no name of a file beside it");
        }
        Files.delete(file("model-00002-of-00004.safetensors"));
        assertThatThrownBy(() -> Torch.<Object>load(folder)).hasMessageContaining("model-00002-of-00004.safetensors");
    }

    @Test
    void a_broken_file_leaves_the_model_as_it_was() throws IOException {
        var model = new Linear(3, 2);
        var before = model.weight.detach().clone();
        Torch.save(new Linear(3, 2).stateDict(), file("cut.pt"));
        var whole = Files.readAllBytes(file("cut.pt"));
        for (var length : List.of(0, 1, 100, whole.length / 2, whole.length - 1)) {
            Files.write(file("cut.pt"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> model.loadStateDict(Torch.load(file("cut.pt"))))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageStartingWith(file("cut.pt").toString());
            assertThat(Torch.equal(model.weight, before)).isTrue();
        }
    }
}
