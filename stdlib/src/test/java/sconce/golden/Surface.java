package sconce.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Torch;
import tools.jackson.databind.JsonNode;

/// PyTorch's parameters by name, from `surface.json`.
final class Surface {
    private static final JsonNode SURFACE = Golden.own("surface.json");

    /// What a parameter without a default has.
    static final Object REQUIRED = new Object();

    private Surface() {}

    /// A parameter: its Python name, what it is if left out, and whether it takes all further arguments.
    record Parameter(String name, @Nullable Object byDefault, boolean several) {}

    /// Arguments that a `*parameter` takes, as opposed to one that is a list.
    static final class Collected extends ArrayList<@Nullable Object> {
        private Collected(List<?> arguments) { super(arguments); }

        static Object of(List<?> arguments) {
            return arguments.size() == 1 && arguments.getFirst() instanceof List<?> list ? list
                    : new Collected(arguments);
        }
    }

    /// A signature: positional parameters, then those given by name only.
    record Signature(List<Parameter> positional, List<Parameter> named) {
        List<Parameter> all() {
            var all = new ArrayList<>(positional);
            all.addAll(named);
            return all;
        }

        /// Arguments by parameter name, or null if they do not fit.
        @Nullable
        Map<String, @Nullable Object> bind(List<@Nullable Object> arguments, Map<String, @Nullable Object> keywords) {
            var bound = new LinkedHashMap<String, @Nullable Object>();
            var next = 0;
            for (var parameter : positional) {
                if (next >= arguments.size()) break;
                if (parameter.several) {
                    var rest = arguments.subList(next, arguments.size());
                    bound.put(parameter.name, Collected.of(rest));
                    next = arguments.size();
                } else {
                    bound.put(parameter.name, arguments.get(next++));
                }
            }
            if (next < arguments.size()) return null;
            for (var keyword : keywords.entrySet()) {
                if (bound.containsKey(keyword.getKey())) return null;
                bound.put(keyword.getKey(), keyword.getValue());
            }
            return bound;
        }
    }

    /// The signatures of a name such as `add` in the sections of a module such as `torch`.
    static List<Signature> of(List<String> sections, String name) {
        for (var section : sections) {
            var entry = SURFACE.path(section).path(name);
            if (entry.isMissingNode()) continue;
            var signatures = new ArrayList<Signature>();
            for (var signature : entry.path("signatures")) {
                var parsed = parse(signature.get("params"));
                if (parsed != null) signatures.add(parsed);
            }
            if (!signatures.isEmpty()) return signatures;
        }
        return sections.contains("torch") ? ofMethod(name) : List.of();
    }

    /// A function that is documented as `*args, **kwargs` takes what the method of its name takes, after a tensor.
    private static List<Signature> ofMethod(String name) {
        return of(List.of("torch.Tensor"), name).stream().map(method -> {
            var positional = new ArrayList<>(List.of(new Parameter("input", REQUIRED, false)));
            positional.addAll(method.positional);
            return new Signature(positional, method.named);
        }).toList();
    }

    /// The parameters of a layer's `forward`.
    static List<Signature> forward(String layer) {
        var parameters = SURFACE.path("torch.nn classes").path(layer).path("forward");
        return parameters.isArray() && parse(parameters) instanceof Signature signature ? List.of(signature)
                : List.of();
    }

    private static @Nullable Signature parse(JsonNode parameters) {
        var positional = new ArrayList<Parameter>();
        var named = new ArrayList<Parameter>();
        var into = positional;
        for (var text : parameters) {
            var parameter = text.stringValue();
            if (parameter.equals("*")) into = named;
            else if (parameter.startsWith("**")) return null;
            else if (!parameter.startsWith("out") || !parameter.matches("out\\b.*")) into.add(parameter(parameter));
        }
        return new Signature(positional, named);
    }

    private static Parameter parameter(String text) {
        var equals = text.indexOf('=');
        var name = (equals < 0 ? text : text.substring(0, equals)).replaceFirst(":.*", "").strip();
        var several = name.startsWith("*");
        name = name.substring(Math.max(name.lastIndexOf(' ') + 1, several ? 1 : 0));
        var byDefault = equals >= 0 ? literal(text.substring(equals + 1).strip())
                : text.contains("Optional[") ? null : several ? List.of() : REQUIRED;
        return new Parameter(name, byDefault, several);
    }

    /// A default as Python writes it.
    private static @Nullable Object literal(String text) {
        if (text.equals("None")) return null;
        if (text.equals("True") || text.equals("False")) return text.equals("True");
        if (text.startsWith("'")) return text.substring(1, text.length() - 1);
        if (text.equals("float('inf')")) return Double.POSITIVE_INFINITY;
        if (text.startsWith("(") || text.startsWith("[")) {
            var list = new ArrayList<@Nullable Object>();
            for (var element : text.substring(1, text.length() - 1).split(",")) {
                if (!element.isBlank()) list.add(literal(element.strip()));
            }
            return list;
        }
        if (text.matches("-?\\d+")) return Long.valueOf(text);
        if (text.matches("1\\./\\d+")) return 1.0 / Double.parseDouble(text.substring(3));
        if (text.startsWith("torch.")) return constant(text.substring("torch.".length()));
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException other) {
            return REQUIRED;
        }
    }

    /// A dtype is a constant of Torch; the default layout and memory format are what libtorch does without being told.
    private static @Nullable Object constant(String name) {
        try {
            return Objects.requireNonNull(Torch.class.getField(name.equals("long") ? "int64" : name).get(null));
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }
}
