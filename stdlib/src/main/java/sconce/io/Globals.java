package sconce.io;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Device;
import sconce.Layout;
import sconce.Parameter;
import sconce.Size;
import sconce.Tensor;
import sconce.Tuple;
import sconce.libtorch.ComplexNumber;
import sconce.nn.StateDict;

/// All that a pickle of weights may name, by PyTorch's list of what `weights_only` allows. Nothing is looked up but here,
/// so that a file can run no code.
final class Globals {
    private static final Set<String> BLOCKED = Set.of("sys", "os", "posix", "nt");
    /// Packages of Python's own library whose values get into checkpoints.
    private static final Set<String> STANDARD = Set.of("builtins", "argparse", "collections", "datetime", "decimal",
            "enum", "fractions", "functools", "pathlib", "random", "re", "string", "time", "types", "uuid");
    private static final int LONGEST_BYTES = 1 << 28;
    private final Rebuilding rebuilding;
    private final Map<String, Object> known = new LinkedHashMap<>();

    Globals(Rebuilding rebuilding) {
        this.rebuilding = rebuilding;
        for (var dtype : DType.values()) known.put(dtype.toString(), dtype);
        type("collections.OrderedDict", arguments -> ordered(arguments));
        type("collections.Counter", arguments -> counter(arguments));
        type("torch.Size", arguments -> new Size(longs(only(arguments))));
        type("torch.device", Globals::device);
        type("torch.nn.parameter.Parameter", arguments -> parameter(arguments));
        type("builtins.set", arguments -> set(arguments));
        type("builtins.bytearray", Globals::bytes);
        type("builtins.complex", arguments -> new ComplexNumber(real(arguments, 0), real(arguments, 1)));
        function("_codecs.encode", Globals::bytes);
        function("torch.serialization._get_layout", Globals::layout);
        function("torch._utils._rebuild_tensor", rebuilding::tensor);
        function("torch._utils._rebuild_tensor_v2", rebuilding::tensor);
        function("torch._utils._rebuild_tensor_v3", rebuilding::tensorOfDType);
        function("torch._utils._rebuild_parameter", arguments -> parameter(arguments));
        function("torch._utils._rebuild_parameter_with_state", arguments -> parameter(arguments));
        function("torch._utils._rebuild_sparse_tensor", rebuilding::sparse);
        function("torch._utils._rebuild_meta_tensor_no_storage", rebuilding::meta);
        function("torch._utils._rebuild_device_tensor_from_cpu_tensor", rebuilding::ofOtherDevice);
        function("torch._tensor._rebuild_from_type_v2", this::fromType);
        type("torch.Tensor", _ -> {
            throw new Refusal("a torch.Tensor that is made anew is not read: only weights are");
        });
        for (var what : List.of("_rebuild_qtensor", "_rebuild_nested_tensor", "_rebuild_wrapper_subclass",
                "_rebuild_device_tensor_from_numpy")) {
            function("torch._utils." + what, _ -> {
                throw new Refusal("torch._utils." + what + ": quantized, nested and wrapped tensors are not read");
            });
        }
    }

    /// Something to call, with arguments from the file.
    @FunctionalInterface
    interface Call {
        Object with(Tuple<?> arguments);
    }

    /// A function or class that a pickle may call.
    record Function(String name, boolean isType, Call call) {
        Object call(Tuple<?> arguments) {
            try {
                return call.with(arguments);
            } catch (IndexOutOfBoundsException missing) {
                throw new Refusal(name + " with " + arguments.size() + " arguments");
            }
        }
    }

    private void type(String name, Call call) { known.put(name, new Function(name, true, call)); }

    private void function(String name, Call call) { known.put(name, new Function(name, false, call)); }

    /// What a pickle names.
    ///
    /// @throws Refusal if it is not allowed, with PyTorch's words
    Object find(String module, String name) {
        var python3 = module.equals("__builtin__") ? "builtins" : module;
        var path = python3 + "." + name;
        if (BLOCKED.contains(python3)) {
            throw new Refusal(
                    "Trying to load unsupported GLOBAL " + path + " whose module " + python3 + " is blocked.");
        }
        var found = known.get(path);
        if (found != null) return found;
        var storage = StorageType.find(path);
        if (storage != null) return storage;
        throw new Refusal("Weights only load failed. Unsupported global: GLOBAL " + shown(path)
                + " was not an allowed global by default. " + advice(path));
    }

    private static String shown(String path) {
        return path.startsWith("builtins.") ? path.substring("builtins.".length()) : path;
    }

    private static String advice(String path) {
        if (path.startsWith("numpy.")) {
            return "It is a number or array of NumPy: save float(x), x.item() or torch.from_numpy(x) instead.";
        }
        if (path.matches("torch\\.QU?Int.*Storage")) return "Quantized tensors are not read: save x.dequantize().";
        if (path.startsWith("torch.nn.")) {
            return "Only weights are read, never a whole module: in Python, torch.save(model.state_dict(), ...) writes a "
                    + "file of them.";
        }
        var values = "Only weights are read: tensors, numbers, texts, lists, tuples, dicts. ";
        if (path.startsWith("__main__.") || !STANDARD.contains(path.substring(0, path.indexOf('.')))) {
            return values
                    + "In Python, save a module's weights, torch.save(model.state_dict(), ...), and of other objects "
                    + "the fields, vars(x).";
        }
        return values + "Save it as one of those: str(path), float(x), dict(x), vars(args).";
    }

    static String typeName(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Boolean _ -> "bool";
            case Number _ when value instanceof Double -> "float";
            case ComplexNumber _ -> "complex";
            case Number _ -> "int";
            case String _ -> "str";
            case byte[] _ -> "bytes";
            case Size _ -> "torch.Size";
            case Tuple<?> _ -> "tuple";
            case List<?> _ -> "list";
            case StateDict _,OrderedDict _ -> "OrderedDict";
            case Counter _ -> "Counter";
            case Map<?, ?> _ -> "dict";
            case Set<?> _ -> "set";
            case Parameter _ -> "Parameter";
            case Tensor _ -> "Tensor";
            case DType _ -> "torch.dtype";
            case Device _ -> "torch.device";
            case Layout _ -> "torch.layout";
            case Function function -> function.name;
            case StoredBytes _,StorageType _ -> "storage";
            default -> value.getClass().getSimpleName();
        };
    }

    private static Object only(Tuple<?> arguments) {
        var value = arguments.get(0);
        if (arguments.size() != 1 || value == null) throw new Refusal("one argument was expected");
        return value;
    }

    private static Object ordered(Tuple<?> arguments) {
        var dict = new StateDict();
        if (arguments.isEmpty()) return dict;
        // Python 2 wrote the entries as a list of pairs.
        if (!(only(arguments) instanceof List<?> pairs)) throw new Refusal("OrderedDict of something else than pairs");
        for (var pair : pairs) {
            if (!(pair instanceof List<?> entry) || entry.size() != 2 || !(entry.get(0) instanceof String key)) {
                throw new Refusal("OrderedDict of something else than pairs");
            }
            dict.put(key, entry.get(1));
        }
        return dict;
    }

    private static Object counter(Tuple<?> arguments) {
        if (arguments.isEmpty()) return new Counter();
        if (!(only(arguments) instanceof Map<?, ?> counts)) throw new Refusal("Counter of something else than a dict");
        return new Counter(counts);
    }

    private static Object set(Tuple<?> arguments) {
        if (arguments.isEmpty()) return new LinkedHashSet<@Nullable Object>();
        if (!(only(arguments) instanceof Collection<?> items)) throw new Refusal("set of something else than a list");
        for (var item : items) Nesting.checkKey(item, Refusal::new);
        return new LinkedHashSet<@Nullable Object>(items);
    }

    private static Object device(Tuple<?> arguments) {
        var index = arguments.size() > 1 && arguments.get(1) instanceof Long number ? ":" + number : "";
        if (!(arguments.get(0) instanceof String name)) throw new Refusal("torch.device of something else than a text");
        try {
            return Device.of(name + index);
        } catch (RuntimeException unknown) {
            throw new Refusal(String.valueOf(unknown.getMessage()));
        }
    }

    private static Object layout(Tuple<?> arguments) {
        for (var layout : Layout.values()) if (layout.toString().equals(arguments.get(0))) return layout;
        throw new Refusal("the layout " + arguments.get(0) + " is not known");
    }

    /// Protocol 2 has no bytes of its own: they come as text, a letter for each.
    private static Object bytes(Tuple<?> arguments) {
        if (arguments.isEmpty()) return new byte[0];
        if (arguments.get(0) instanceof byte[] bytes) return bytes.clone();
        if (!(arguments.get(0) instanceof String text)) throw new Refusal("bytes of something else than a text");
        var encoding = arguments.size() > 1 ? arguments.get(1) : "utf-8";
        if (text.length() > LONGEST_BYTES) throw new Refusal(text.length() + " bytes in one value");
        if (!"latin1".equals(encoding) && !"latin-1".equals(encoding)) {
            throw new Refusal("bytes in the encoding " + encoding + ": latin1 is read");
        }
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) > 0xff) throw new Refusal("bytes above 255");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static double real(Tuple<?> arguments, int index) {
        if (arguments.get(index) instanceof Double real) return real;
        if (arguments.get(index) instanceof Long whole) return whole;
        throw new Refusal("complex of something else than numbers");
    }

    private static Parameter parameter(Tuple<?> arguments) {
        var requiresGrad = arguments.size() < 2 || Boolean.TRUE.equals(arguments.get(1));
        if (!(arguments.get(0) instanceof Tensor data)) throw new Refusal("Parameter of something else than a tensor");
        try {
            return new Parameter(data, requiresGrad);
        } catch (RuntimeException refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    /// A tensor with attributes, which are Python's alone.
    private Object fromType(Tuple<?> arguments) {
        if (!(arguments.get(0) instanceof Function rebuild) || rebuild.isType
                || !(arguments.get(2) instanceof Tuple<?> inner) || rebuild.name.endsWith("_rebuild_from_type_v2")) {
            throw new Refusal("_rebuild_from_type_v2 of something else than a tensor");
        }
        return rebuild.call(inner);
    }

    static long[] longs(@Nullable Object numbers) {
        if (!(numbers instanceof List<?> list)) throw new Refusal("sizes were expected, but got " + typeName(numbers));
        var longs = new long[list.size()];
        for (var i = 0; i < longs.length; i++) {
            if (!(list.get(i) instanceof Long number)) {
                throw new Refusal("a size that is no whole number of 64 bits");
            }
            longs[i] = number;
        }
        return longs;
    }

}
