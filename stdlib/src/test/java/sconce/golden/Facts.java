package sconce.golden;

import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Device;
import sconce.GradFn;
import sconce.Layout;
import sconce.Parameter;
import sconce.PythonError;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.Metadata;
import tools.jackson.databind.JsonNode;

/// Compares what Java computed with what PyTorch had written down, and says where the first difference is.
public final class Facts {
    private final double looseness;

    private Facts(double looseness) { this.looseness = looseness; }

    /// Compares with the tolerance of the format.
    public static Facts exactly() { return new Facts(1); }

    /// Compares with a multiple of the tolerance, for the last of many steps.
    public static Facts loosely(double times) { return new Facts(times); }

    /// Fails with case, place, expected and got unless the value is the expected one.
    public static void check(String id, JsonNode expected, @Nullable Object actual) {
        exactly().verify(id, expected, actual);
    }

    /// Fails with case, place, expected and got unless the value is the expected one.
    public void verify(String id, JsonNode expected, @Nullable Object actual) {
        var difference = difference(expected, actual, "result");
        if (difference != null) fail(id + ": " + difference);
    }

    /// Fails unless `body` throws the error that the entry tells of: its Python class and the first line of its message.
    public static void checkError(String id, JsonNode error, Runnable body) {
        var type = error.get("type").stringValue();
        var message = error.get("message").stringValue();
        var thrown = thrown(body);
        if (PythonTexts.reason(type, message) != null) {
            if (thrown == null) fail(id + ": nothing was thrown, but PyTorch says " + type + ": " + message);
            return;
        }
        if (thrown == null) fail(id + ": expected " + type + ": " + message + "\n but nothing was thrown");
        if (thrown instanceof AssertionError unbound) throw unbound;
        var kind = thrown instanceof PythonError python ? python.pythonName() : thrown.getClass().getName();
        var text = thrown.getMessage() == null ? "" : thrown.getMessage().lines().findFirst().orElse("");
        // PyTorch raises torch._C._LinAlgError, which users know as torch.linalg.LinAlgError.
        var expected = type.startsWith("_") ? type.substring(1) : type;
        if (!kind.equals(expected) || !text.equals(message)) {
            var failure = new AssertionError(
                    id + ": expected " + expected + ": " + message + "\n but got " + kind + ": " + text);
            failure.initCause(thrown);
            throw failure;
        }
    }

    // On one thread: of several mistakes in one input, the thread that meets one first names it.
    private static @Nullable Throwable thrown(Runnable body) {
        var threads = Torch.getNumThreads();
        Torch.setNumThreads(1);
        try {
            body.run();
            return null;
        } catch (RuntimeException | AssertionError thrown) {
            return thrown;
        } finally {
            Torch.setNumThreads(threads);
        }
    }

    /// The first difference, or null.
    public @Nullable String difference(JsonNode expected, @Nullable Object actual, String place) {
        if (expected.isNull()) return actual == null ? null : differs(place, "None", actual);
        if (expected.isArray()) return list(expected, actual, place);
        if (expected.isObject()) return object(expected, actual, place);
        if (actual instanceof Tensor) return differs(place, expected, actual);
        if (expected.isString()) {
            return actual != null && expected.stringValue().equals(actual.toString()) ? null
                    : differs(place, expected, actual);
        }
        if (expected.isBoolean()) {
            var truth = actual instanceof Number number ? (Object) (number.longValue() != 0) : actual;
            return Objects.equals(expected.booleanValue(), truth) ? null : differs(place, expected, actual);
        }
        if (expected.isIntegralNumber()) {
            var whole = actual instanceof Long || actual instanceof Integer;
            return whole && expected.bigIntegerValue().longValue() == ((Number) actual).longValue() ? null
                    : differs(place, expected, actual);
        }
        return actual instanceof Double || actual instanceof Float
                ? near(expected.doubleValue(), ((Number) actual).doubleValue(), DType.float32, place)
                : differs(place, expected, actual);
    }

    private @Nullable String object(JsonNode expected, @Nullable Object actual, String place) {
        var kind = expected.propertyNames().iterator().next();
        var content = expected.get(kind);
        return switch (kind) {
            case "tensor" -> tensor(expected, actual, place);
            case "parameter" -> actual instanceof Parameter p
                    ? p.requiresGrad() == expected.path("requires_grad").asBoolean(true)
                            ? tensor(content, p, place)
                            : differs(place + ".requires_grad", expected.get("requires_grad"), p.requiresGrad())
                    : differs(place, "a Parameter", actual);
            case "buffer" -> actual instanceof Buffer b ? tensor(content, b, place)
                    : differs(place, "a Buffer", actual);
            case "dtype" -> same(actual instanceof DType d ? d.name() : actual, content, place);
            case "device" -> same(actual instanceof Device d ? d.name() : actual, content, place);
            case "layout" -> same(actual instanceof Layout l ? l.name() : actual, content, place);
            case "memory_format", "function" -> same(actual instanceof Enum<?> e ? e.name() : actual, content, place);
            case "size" -> actual instanceof Size size && Arrays.equals(size.longs(), GoldenValues.longs(content))
                    ? null
                    : differs(place, "torch.Size(" + content + ")", actual);
            case "float" -> actual instanceof Number n
                    ? near(GoldenValues.number(content), n.doubleValue(), DType.float32, place)
                    : differs(place, expected, actual);
            case "complex" -> actual instanceof ComplexNumber c
                    ? complex(GoldenValues.number(content.get(0)), GoldenValues.number(content.get(1)), c.real(),
                            c.imaginary(), DType.complex64, place)
                    : differs(place, expected, actual);
            case "dict" -> dict(content, actual, place);
            case "record" -> record(expected.get("fields"), actual, place);
            default -> throw new IllegalArgumentException("unknown kind of value: " + expected);
        };
    }

    private static @Nullable String same(@Nullable Object actual, JsonNode expected, String place) {
        return expected.stringValue().equals(actual) ? null : differs(place, expected, actual);
    }

    private @Nullable String list(JsonNode expected, @Nullable Object actual, String place) {
        var elements = elements(actual);
        if (elements == null && expected.size() == 1) elements = List.of(Objects.requireNonNull(actual));
        if (elements == null) return differs(place, expected, actual);
        if (actual instanceof Record record && elements.size() < expected.size()) elements = components(record);
        if (elements.size() != expected.size()) {
            return differs(place + ".length", expected.size(), elements.size());
        }
        for (var i = 0; i < expected.size(); i++) {
            var difference = difference(expected.get(i), elements.get(i), place + "[" + i + "]");
            if (difference != null) return difference;
        }
        return null;
    }

    /// The elements of a list, an array, or a record that stands for a tuple (without those that are not there).
    static @Nullable List<@Nullable Object> elements(@Nullable Object value) {
        if (value instanceof List<?> list) return new ArrayList<>(list);
        if (value instanceof GradFn || value instanceof Device || value instanceof ComplexNumber) return null;
        var elements = new ArrayList<@Nullable Object>();
        if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                var element = component(record, component.getName());
                if (element != null) elements.add(element);
            }
            return elements;
        }
        if (value == null || !value.getClass().isArray()) return null;
        for (var i = 0; i < Array.getLength(value); i++) elements.add(Array.get(value, i));
        return elements;
    }

    private static List<@Nullable Object> components(Record record) {
        var all = new ArrayList<@Nullable Object>();
        for (var component : record.getClass().getRecordComponents()) all.add(component(record, component.getName()));
        return all;
    }

    /// A record's component by its Java name.
    static @Nullable Object component(Record record, String name) {
        try {
            var accessor = record.getClass().getMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException missing) {
            throw new AssertionError(record.getClass().getSimpleName() + " has no " + name, missing);
        }
    }

    private @Nullable String record(JsonNode fields, @Nullable Object actual, String place) {
        if (!(actual instanceof Record record)) return differs(place, "a record of " + fields.propertyNames(), actual);
        for (var field : fields.properties()) {
            var value = component(record, Names.camel(field.getKey()));
            var difference = difference(field.getValue(), value, place + "." + field.getKey());
            if (difference != null) return difference;
        }
        return null;
    }

    private @Nullable String dict(JsonNode entries, @Nullable Object actual, String place) {
        if (!(actual instanceof Map<?, ?> map)) return differs(place, "a dict", actual);
        var keys = new ArrayList<@Nullable Object>();
        for (var entry : entries) keys.add(GoldenValues.read(entry.get(0)));
        var got = new ArrayList<@Nullable Object>(map.keySet());
        if (!texts(keys).equals(texts(got)) && (map instanceof SequencedMap || keys.size() != got.size())) {
            return differs(place + ".keys", keys, got);
        }
        for (var entry : entries) {
            var key = GoldenValues.read(entry.get(0));
            var value = map.containsKey(key) ? map.get(key)
                    : map.get(key instanceof Long n ? (Object) n.intValue() : key);
            var difference = difference(entry.get(1), value, place + "[" + key + "]");
            if (difference != null) return difference;
        }
        return null;
    }

    private static List<String> texts(List<@Nullable Object> keys) {
        return keys.stream().map(String::valueOf).toList();
    }

    private @Nullable String tensor(JsonNode expected, @Nullable Object actual, String place) {
        if (actual instanceof Record && elements(actual) instanceof List<?> parts && parts.size() == 1) {
            actual = parts.getFirst(); // Where Python leaves the tuple off.
        }
        if (!(actual instanceof Tensor tensor)) return differs(place, "a tensor", actual);
        if (!tensor.dtype().name().equals(expected.get("tensor").stringValue())) {
            return differs(place + ".dtype", expected.get("tensor"), tensor.dtype());
        }
        var shape = GoldenValues.longs(expected.get("shape"));
        if (!Arrays.equals(shape, tensor.shape().longs())) {
            return differs(place + ".shape", Arrays.toString(shape), tensor.shape());
        }
        var gradFn = tensor.gradFn() == null ? null : tensor.gradFn().name();
        var expectedGradFn = expected.path("grad_fn").asString("");
        if (!expectedGradFn.equals(gradFn == null ? "" : gradFn)) {
            return differs(place + ".grad_fn", expectedGradFn, gradFn);
        }
        if (expected.path("grad").asBoolean(false) && !tensor.requiresGrad()) {
            return differs(place + ".requires_grad", true, false);
        }
        if (expected.has("layout")) return sparse(expected, tensor, place);
        if (expected.path("device").asString("").equals("meta")) {
            return tensor.device().equals(Device.META) ? null : differs(place + ".device", "meta", tensor.device());
        }
        if (tensor.layout() != Layout.strided) return differs(place + ".layout", "strided", tensor.layout());
        var stride = strideDifference(expected, tensor, place);
        return stride != null ? stride : data(expected, tensor, place);
    }

    private static @Nullable String strideDifference(JsonNode expected, Tensor tensor, String place) {
        if (expected.has("stride")) {
            var stride = GoldenValues.longs(expected.get("stride"));
            return Arrays.equals(stride, Metadata.strides(tensor)) ? null
                    : differs(place + ".stride", Arrays.toString(stride), tensor.stride());
        }
        return Metadata.isContiguous(tensor) ? null : differs(place + ".stride", "contiguous", tensor.stride());
    }

    private @Nullable String sparse(JsonNode expected, Tensor tensor, String place) {
        if (tensor.layout() != Layout.valueOf(expected.get("layout").stringValue())) {
            return differs(place + ".layout", expected.get("layout"), tensor.layout());
        }
        if (Metadata.isCoalesced(tensor) != expected.path("coalesced").asBoolean(false)) {
            return differs(place + ".coalesced", expected.get("coalesced"), Metadata.isCoalesced(tensor));
        }
        var parts = GoldenValues.sparseParts(tensor);
        var indices = GoldenValues.wholes(parts.getFirst());
        var rows = expected.get("indices");
        var flat = new ArrayList<Long>();
        for (var row : rows) for (var index : row) flat.add(index.longValue());
        if (!flat.equals(Arrays.stream(indices).boxed().toList())) {
            return differs(place + ".indices", flat, Arrays.toString(indices));
        }
        return data(expected.get("values"), parts.getLast(), place + ".values");
    }

    private @Nullable String data(JsonNode expected, Tensor tensor, String place) {
        var data = expected.get("data");
        var dtype = tensor.dtype();
        if (data == null) return null;
        if (dtype.isComplex() || dtype.isFloatingPoint()) {
            var values = GoldenValues.doubles(tensor);
            for (var i = 0; i < data.size(); i++) {
                var element = data.get(i);
                var at = place + ".data[" + i + "]";
                var difference = dtype.isComplex()
                        ? complex(GoldenValues.number(element.get(0)), GoldenValues.number(element.get(1)),
                                values[2 * i], values[2 * i + 1], dtype, at)
                        : near(GoldenValues.number(element), values[i], dtype, at);
                if (difference != null) return difference;
            }
            return null;
        }
        var values = GoldenValues.wholes(tensor);
        for (var i = 0; i < data.size(); i++) {
            var element = data.get(i);
            var whole = element.isBoolean() ? (element.booleanValue() ? 1 : 0)
                    : element.bigIntegerValue().longValue();
            if (whole != values[i]) return differs(place + ".data[" + i + "]", element, values[i]);
        }
        return null;
    }

    private @Nullable String complex(double real, double imaginary, double gotReal, double gotImaginary, DType dtype,
            String place) {
        if (same(real, gotReal) && same(imaginary, gotImaginary)) return null;
        var bound = tolerance(dtype, Math.hypot(real, imaginary));
        var near = Math.hypot(same(real, gotReal) ? 0 : real - gotReal,
                same(imaginary, gotImaginary) ? 0 : imaginary - gotImaginary) <= bound;
        return near ? null
                : differs(place, new ComplexNumber(real, imaginary), new ComplexNumber(gotReal, gotImaginary));
    }

    private @Nullable String near(double expected, double actual, DType dtype, String place) {
        if (same(expected, actual)) return null;
        if (Double.isInfinite(expected) || Double.isInfinite(actual)) return differs(place, expected, actual);
        var near = Math.abs(expected - actual) <= tolerance(dtype, Math.abs(expected));
        return near ? null : differs(place, expected, actual);
    }

    private static boolean same(double expected, double actual) { return Double.compare(expected, actual) == 0; }

    private double tolerance(DType dtype, double size) {
        return looseness * switch (dtype) {
            case float64, complex128 -> 2e-12 + 2e-10 * size;
            case float16, complex32 -> 1e-5 + 2e-3 * size;
            case bfloat16 -> 1e-5 + 1.6e-2 * size;
            case float32, complex64 -> 2e-6 + 2e-5 * size;
            default -> 1e-3 + 0.25 * size;
        };
    }

    private static String differs(String place, @Nullable Object expected, @Nullable Object actual) {
        return "at " + place + ": expected " + expected + ", got " + actual;
    }
}
