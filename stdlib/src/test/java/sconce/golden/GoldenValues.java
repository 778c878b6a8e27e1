package sconce.golden;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.DType;
import sconce.Device;
import sconce.Layout;
import sconce.MemoryFormat;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Torch;
import sconce.libtorch.ComplexNumber;
import sconce.libtorch.NativeData;
import sconce.libtorch.Operators;
import tools.jackson.databind.JsonNode;

/// Values of the golden files as Java's. Tensors are made with nothing but libtorch's operators, so that a mistake in a
/// factory of the library cannot hide itself.
public final class GoldenValues {
    static {
        Torch.size(); // The class initialiser announces Tensor to the binding.
    }

    private GoldenValues() {}

    /// A function by its name: `relu` is of `torch.nn.functional`, `torch.exp` as written.
    public record FunctionName(String name) {}

    /// A value: number, boolean, string, list, tensor, parameter, dtype, size, map ... or null.
    public static @Nullable Object read(JsonNode json) { return read(json, Map.of()); }

    /// The same; `{"var": name}` is looked up.
    public static @Nullable Object read(JsonNode json, Map<String, @Nullable Object> variables) {
        if (json.isNull()) return null;
        if (json.isBoolean()) return json.booleanValue();
        if (json.isString()) return json.stringValue();
        if (json.isIntegralNumber()) return json.bigIntegerValue().longValue();
        if (json.isNumber()) return json.doubleValue();
        if (json.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            for (var element : json) list.add(read(element, variables));
            return list;
        }
        return object(json, variables);
    }

    private static @Nullable Object object(JsonNode json, Map<String, @Nullable Object> variables) {
        var kind = json.propertyNames().iterator().next();
        var content = json.get(kind);
        return switch (kind) {
            case "var" -> variable(content.stringValue(), variables);
            case "tensor" -> tensor(json);
            case "parameter" -> new Parameter(tensor(content), json.path("requires_grad").asBoolean(true));
            case "buffer" -> new Buffer(tensor(content), json.path("persistent").asBoolean(true));
            case "dtype" -> DType.valueOf(content.stringValue());
            case "device" -> Device.of(content.stringValue());
            case "layout" -> Layout.valueOf(content.stringValue());
            case "memory_format" -> MemoryFormat.valueOf(content.stringValue());
            case "size" -> new Size(longs(content));
            case "float" -> number(content);
            case "complex" -> new ComplexNumber(number(content.get(0)), number(content.get(1)));
            case "function" -> new FunctionName(content.stringValue());
            case "dict" -> map(content, variables);
            case "record" -> map(json.get("fields"), variables);
            case "slice", "ellipsis" -> new IndexText(json);
            default -> throw new IllegalArgumentException("unknown kind of value: " + json);
        };
    }

    /// A slice or an ellipsis in the text of Python's index: `1:3`, `...`.
    record IndexText(String text) {
        IndexText(JsonNode json) { this(json.has("ellipsis") ? "..." : slice(json.get("slice"))); }

        private static String slice(JsonNode bounds) {
            var text = bound(bounds.get(0)) + ":" + bound(bounds.get(1));
            return bounds.get(2).isNull() ? text : text + ":" + bound(bounds.get(2));
        }

        private static String bound(JsonNode bound) { return bound.isNull() ? "" : bound.toString(); }
    }

    private static @Nullable Object variable(String name, Map<String, @Nullable Object> variables) {
        if (!variables.containsKey(name)) throw new IllegalArgumentException("no variable named " + name);
        return variables.get(name);
    }

    private static Map<@Nullable Object, @Nullable Object> map(JsonNode json,
            Map<String, @Nullable Object> variables) {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (json.isArray())
            for (var entry : json) map.put(read(entry.get(0), variables), read(entry.get(1), variables));
        else
            json.properties().forEach(entry -> map.put(entry.getKey(), read(entry.getValue(), variables)));
        return map;
    }

    static long[] longs(JsonNode list) {
        var longs = new long[list.size()];
        for (var i = 0; i < longs.length; i++) longs[i] = list.get(i).bigIntegerValue().longValue();
        return longs;
    }

    static double number(JsonNode json) {
        if (json.isNumber()) return json.doubleValue();
        return switch (json.isString() ? json.stringValue() : json.get("float").stringValue()) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw new IllegalArgumentException("not a number: " + json);
        };
    }

    /// A tensor as the files write it: a fresh one, never a view.
    public static Tensor tensor(JsonNode json) {
        var dtype = DType.valueOf(json.get("tensor").stringValue());
        var shape = longs(json.get("shape"));
        var tensor = json.has("layout") ? sparse(json, shape)
                : json.path("device").asString("").equals("meta") ? empty(shape, dtype, Device.META)
                        : filled(json.get("data"), shape, dtype);
        return json.path("grad").asBoolean(false) ? tensor.requiresGrad_() : tensor;
    }

    private static Tensor empty(long[] shape, DType dtype, Device device) {
        return Operators.call("empty.memory_format", shape, dtype, null, device);
    }

    private static Tensor filled(JsonNode data, long[] shape, DType dtype) {
        var wide = dtype.isComplex() ? DType.complex128
                : dtype.isFloatingPoint() ? DType.float64
                        : dtype == DType.bool ? DType.uint8 : DType.int64;
        var tensor = empty(shape, wide, Device.CPU);
        NativeData.access(tensor, bytes -> {
            for (var i = 0; i < data.size(); i++) {
                var element = data.get(i);
                switch (wide) {
                    case complex128 -> {
                        bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * i, number(element.get(0)));
                        bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, 2L * i + 1, number(element.get(1)));
                    }
                    case float64 -> bytes.setAtIndex(ValueLayout.JAVA_DOUBLE, i, number(element));
                    case uint8 -> bytes.set(ValueLayout.JAVA_BYTE, i, (byte) (element.booleanValue() ? 1 : 0));
                    default ->
                        bytes.setAtIndex(ValueLayout.JAVA_LONG, i, element.bigIntegerValue().longValue());
                }
            }
        });
        return wide == dtype ? tensor : Operators.call("to.dtype", tensor, dtype);
    }

    private static Tensor sparse(JsonNode json, long[] shape) {
        var rows = json.get("indices");
        var values = tensor(json.get("values"));
        var columns = values.size(0);
        var indices = empty(new long[] { rows.size(), columns }, DType.int64, Device.CPU);
        NativeData.access(indices, bytes -> {
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < columns; column++) {
                    bytes.setAtIndex(ValueLayout.JAVA_LONG, row * columns + column,
                            rows.get(row).get(column).longValue());
                }
            }
        });
        return Operators.call("sparse_coo_tensor.indices_size", indices, values, shape, null, null, null, null,
                json.path("coalesced").asBoolean(false));
    }

    /// The elements in row-major order as doubles, a complex one as two.
    static double[] doubles(Tensor tensor) {
        var complex = tensor.dtype().isComplex();
        var wide = plain(tensor, complex ? DType.complex128 : DType.float64);
        var values = new double[Math.toIntExact(wide.numel()) * (complex ? 2 : 1)];
        NativeData.access(wide, bytes -> {
            for (var i = 0; i < values.length; i++) values[i] = bytes.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
        });
        return values;
    }

    /// The elements in row-major order as whole numbers; those of uint64 as their bits.
    static long[] wholes(Tensor tensor) {
        var wide = plain(tensor, DType.int64);
        var values = new long[Math.toIntExact(wide.numel())];
        NativeData.access(wide, bytes -> {
            for (var i = 0; i < values.length; i++) values[i] = bytes.getAtIndex(ValueLayout.JAVA_LONG, i);
        });
        return values;
    }

    private static Tensor plain(Tensor tensor, DType dtype) {
        Tensor resolved = Operators.call("resolve_neg", Operators.<Tensor>call("resolve_conj", tensor.detach()));
        return Operators.call("contiguous", Operators.<Tensor>call("to.dtype", resolved, dtype));
    }

    static List<Tensor> sparseParts(Tensor tensor) {
        return List.of(Operators.call("_indices", tensor), Operators.call("_values", tensor));
    }
}
