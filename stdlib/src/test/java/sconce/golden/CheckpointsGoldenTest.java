package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sconce.DType;
import sconce.Device;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.Tuple;
import sconce.io.CheckpointException;
import sconce.io.Counter;
import sconce.io.LoadOptions;
import sconce.io.OrderedDict;
import sconce.io.Safetensors;
import sconce.libtorch.NativeData;
import sconce.libtorch.NativeStorage;
import sconce.libtorch.Operators;
import sconce.nn.StateDict;
import tools.jackson.databind.JsonNode;

/// The recorded checkpoints: what Python's PyTorch and safetensors wrote must load with the values they had, and files
/// that are broken or attacks must be refused.
class CheckpointsGoldenTest {
    @TestFactory
    Stream<DynamicTest> checkpoints_load_or_are_refused_as_recorded() { return tests("read at once", false); }

    @TestFactory
    Stream<DynamicTest> mapped_checkpoints_load_or_are_refused_as_recorded() { return tests("mapped", true); }

    private static Stream<DynamicTest> tests(String how, boolean mapped) {
        var expected = Golden.file("checkpoints/expected.json");
        if (expected.isEmpty()) return Stream.of(Golden.lacking("checkpoints"));
        return Golden.some(expected.get().properties().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey() + ", " + how,
                        () -> check(entry.getKey(), entry.getValue(), mapped)))
                .toList(), "checkpoints");
    }

    private static void check(String name, JsonNode fact, boolean mapped) {
        var file = Golden.folder().resolve("checkpoints").resolve(name);
        Consumer<LoadOptions> options = o -> o.mmap(mapped);
        // Python does not look at checksums, and neither does who maps a file.
        var unseen = mapped && name.endsWith(".pt") && fact.get("python").stringValue().equals("loads");
        switch (fact.get("must").stringValue()) {
            case "refuse" -> {
                if (!unseen) refused(file, fact, options);
            }
            case "load" -> compare(file, fact, options);
            default -> {
                try {
                    Torch.<Object>load(file, options);
                } catch (CheckpointException refusal) {
                    refused(file, fact, options);
                    return;
                }
                if (fact.has("value") || fact.has("entries")) compare(file, fact, options);
            }
        }
    }

    private static void refused(Path file, JsonNode fact, Consumer<LoadOptions> options) {
        var processes = ProcessHandle.current().children().count();
        assertThatThrownBy(() -> Torch.<Object>load(file, options)).as(fact.get("what").stringValue())
                .isInstanceOf(CheckpointException.class).hasMessageContaining(file.toString())
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
        assertThat(ProcessHandle.current().children().count()).isEqualTo(processes);
        var forbidden = java.util.regex.Pattern.compile("GLOBAL ([\\w.]+)").matcher(fact.path("message").asString(""));
        if (!forbidden.find()) return;
        assertThatThrownBy(() -> Torch.<Object>load(file, options)).hasMessageContaining(forbidden.group());
    }

    private static void compare(Path file, JsonNode fact, Consumer<LoadOptions> options) {
        var storages = new HashMap<Integer, Long>();
        Object loaded = Torch.load(file, options);
        if (fact.has("value")) {
            compare(fact.get("value"), loaded, "value", storages);
            assertThat(Set.copyOf(storages.values())).as("storages").hasSameSizeAs(storages.values());
            return;
        }
        var tensors = (StateDict) loaded;
        assertThat(new TreeSet<>(tensors.keySet())).containsExactlyElementsOf(fact.get("names").valueStream()
                .map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new)));
        fact.get("entries").properties()
                .forEach(entry -> tensor(entry.getValue(), tensors.get(entry.getKey()), entry.getKey(), storages));
        var metadata = new HashMap<String, String>();
        fact.get("metadata").properties().forEach(text -> metadata.put(text.getKey(), text.getValue().stringValue()));
        assertThat(Safetensors.open(file).metadata()).isEqualTo(metadata);
    }

    private static void compare(JsonNode expected, Object got, String place, Map<Integer, Long> storages) {
        if (!expected.isObject()) {
            assertThat(got).as(place).isEqualTo(expected.isNull() ? null
                    : expected.isBoolean() ? (Object) expected.booleanValue() : expected.stringValue());
            return;
        }
        var kind = expected.propertyNames().iterator().next();
        var content = expected.get(kind);
        switch (kind) {
            case "int" -> assertThat(got instanceof BigInteger big ? big : BigInteger.valueOf((Long) got)).as(place)
                    .isEqualTo(content.isString() ? new BigInteger(content.stringValue()) : content.bigIntegerValue());
            case "float" -> assertThat((Double) got).as(place).isEqualTo((Double) GoldenValues.number(content));
            case "list" -> items(content, (List<?>) ofClass(ArrayList.class, got, place), place, storages);
            case "tuple" -> items(content, (List<?>) ofClass(Tuple.class, got, place), place, storages);
            case "set" -> items(content, new ArrayList<>((Set<?>) got), place, storages);
            case "dict" -> entries(content, (Map<?, ?>) got, place, storages);
            case "Counter" -> entries(content, (Map<?, ?>) ofClass(Counter.class, got, place), place, storages);
            case "OrderedDict" -> {
                assertThat(got).as(place).isInstanceOfAny(StateDict.class, OrderedDict.class);
                entries(content, (Map<?, ?>) got, place, storages);
                if (expected.has("_metadata")) {
                    entries(expected.get("_metadata").get("OrderedDict"), ((StateDict) got).metadata(),
                            place + "._metadata",
                            storages);
                }
            }
            case "Size" -> assertThat(((Size) got).longs()).as(place).isEqualTo(GoldenValues.longs(content));
            case "dtype" -> assertThat(got).as(place).isEqualTo(DType.valueOf(content.stringValue()));
            case "device" -> assertThat(got).as(place).isEqualTo(Device.of(content.stringValue()));
            case "tensor" -> tensor(content, got, place, storages);
            default -> throw new IllegalArgumentException("unknown kind of value: " + expected);
        }
    }

    private static Object ofClass(Class<?> type, Object got, String place) {
        assertThat(got).as(place).isInstanceOf(type);
        return got;
    }

    private static void items(JsonNode expected, List<?> got, String place, Map<Integer, Long> storages) {
        assertThat(got).as(place).hasSize(expected.size());
        for (var i = 0; i < got.size(); i++) compare(expected.get(i), got.get(i), place + "[" + i + "]", storages);
    }

    private static void entries(JsonNode expected, Map<?, ?> got, String place, Map<Integer, Long> storages) {
        assertThat(got).as(place).hasSize(expected.size());
        var next = 0;
        for (var entry : got.entrySet()) {
            var pair = expected.get(next++);
            compare(pair.get(0), entry.getKey(), place + " key " + (next - 1), storages);
            compare(pair.get(1), entry.getValue(), place + "[" + entry.getKey() + "]", storages);
        }
    }

    private static void tensor(JsonNode expected, Object got, String place, Map<Integer, Long> storages) {
        var tensor = (Tensor) got;
        assertThat(tensor.dtype()).as(place).isEqualTo(DType.valueOf(expected.get("dtype").stringValue()));
        assertThat(tensor.shape().longs()).as(place).isEqualTo(GoldenValues.longs(expected.get("shape")));
        assertThat(tensor.requiresGrad()).as(place).isEqualTo(expected.path("requires_grad").asBoolean(false));
        assertThat(tensor instanceof Parameter).as(place).isEqualTo(expected.path("parameter").asBoolean(false));
        if (expected.has("layout")) {
            assertThat(tensor.layout().name()).isEqualTo(expected.get("layout").stringValue());
            values(expected.get("dense"), tensor.toDense(), place);
            return;
        }
        if (expected.has("stride")) {
            assertThat(tensor.stride().longs()).as(place).isEqualTo(GoldenValues.longs(expected.get("stride")));
        } else {
            assertThat(tensor.isContiguous()).as(place).isTrue();
        }
        assertThat(tensor.storageOffset()).as(place).isEqualTo(expected.path("offset").asLong(0));
        if (expected.has("storage")) {
            var identity = NativeStorage.identity(tensor);
            assertThat(storages.merge(expected.get("storage").intValue(), identity, (old, _) -> old))
                    .as(place + " shares")
                    .isEqualTo(identity);
        }
        if (expected.has("sha256"))
            assertThat(sha256(tensor)).as(place).isEqualTo(expected.get("sha256").stringValue());
        else
            values(expected.get("values"), tensor, place);
    }

    private static void values(JsonNode expected, Tensor tensor, String place) {
        assertThat(tensor.numel()).as(place).isEqualTo(expected.size());
        var dtype = tensor.dtype();
        if (dtype.isFloatingPoint() || dtype.isComplex()) {
            var wide = Operators.<Tensor>call("contiguous", Operators.<Tensor>call("to.dtype", tensor.detach(),
                    dtype.isComplex() ? DType.complex128 : DType.float64));
            var numbers = wide.dtype().isComplex() ? Torch.viewAsReal(wide) : wide;
            for (var i = 0; i < expected.size(); i++) {
                var parts = dtype.isComplex() ? List.of(expected.get(i).get(0), expected.get(i).get(1))
                        : List.of(expected.get(i));
                for (var part = 0; part < parts.size(); part++) {
                    assertThat(number(numbers, (long) i * parts.size() + part)).as(place + " number " + i)
                            .isEqualTo((Double) GoldenValues.number(parts.get(part)));
                }
            }
            return;
        }
        Tensor whole = Operators.call("contiguous", Operators.<Tensor>call("to.dtype", tensor, DType.int64));
        NativeData.access(whole, bytes -> {
            for (var i = 0; i < expected.size(); i++) {
                var node = expected.get(i);
                var wanted = node.isBoolean() ? node.booleanValue() ? 1L : 0L : node.bigIntegerValue().longValue();
                assertThat(bytes.getAtIndex(ValueLayout.JAVA_LONG, i)).as(place + " number " + i).isEqualTo(wanted);
            }
        });
    }

    private static double number(Tensor wide, long index) {
        var number = new double[1];
        NativeData.access(wide, bytes -> number[0] = bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, index));
        return number[0];
    }

    private static String sha256(Tensor tensor) {
        var digest = new String[1];
        NativeData.access(tensor.detach().contiguous(), bytes -> digest[0] = sha256(bytes));
        return digest[0];
    }

    private static String sha256(MemorySegment bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.asByteBuffer());
            return HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
