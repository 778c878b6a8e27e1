package sconce.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import tools.jackson.databind.JsonNode;

/// A short Python program of the golden files, run step by step on the Java API.
public final class Program {
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final JsonNode entry;

    /// The program of an entry.
    public Program(JsonNode entry) { this.entry = entry; }

    /// Gives the program a variable.
    public Program with(String name, @Nullable Object value) {
        variables.put(name, value);
        return this;
    }

    /// Gives the program a fresh copy of each input that the entry names.
    public Program withInputs(JsonNode inputs) {
        for (var name : entry.path("inputs"))
            with(name.stringValue(), GoldenValues.read(inputs.get(name.stringValue())));
        return this;
    }

    /// Seeds if the entry says so, runs all steps, and returns what the entry shows: a value, or a list of them.
    public @Nullable Object run() {
        if (entry.has("seed")) Calls.call("torch.manual_seed", List.of(entry.get("seed").longValue()), Map.of());
        run(entry.get("steps"));
        return entry.has("show") ? read(entry.get("show")) : null;
    }

    private void run(JsonNode steps) {
        for (var step : steps) {
            if (step.has("with")) inside(step);
            else if (step.has("call")) store(step, call(step));
            else
                store(step, read(step.get("value")));
        }
    }

    private void store(JsonNode step, @Nullable Object value) {
        if (step.has("to")) variables.put(step.get("to").stringValue(), value);
    }

    private @Nullable Object read(JsonNode json) { return GoldenValues.read(json, variables); }

    private void inside(JsonNode step) {
        var context = Calls.call(step.get("with").stringValue(), arguments(step), keywords(step));
        if (!(context instanceof AutoCloseable closing)) {
            throw new AssertionError(step.get("with") + " gives nothing to close: " + context);
        }
        RuntimeException failure = null;
        try {
            run(step.get("steps"));
        } catch (RuntimeException thrown) {
            failure = thrown;
        }
        try {
            closing.close();
        } catch (Exception thrown) {
            throw new AssertionError("closing " + step.get("with"), thrown);
        }
        if (failure != null) throw failure;
    }

    private @Nullable Object call(JsonNode step) {
        var name = step.get("call").stringValue();
        if (name.equals("operator.getitem") || name.equals("operator.setitem")) return index(step);
        var arguments = arguments(step);
        if (name.startsWith("operator.")) return PythonOperators.apply(name.substring(9), arguments);
        return switch (name) {
            case "getattr" -> attribute(Objects.requireNonNull(arguments.getFirst()), (String) arguments.get(1));
            case "setattr" -> setAttribute(Objects.requireNonNull(arguments.getFirst()), (String) arguments.get(1),
                    arguments.get(2));
            case "()" -> invoke(arguments);
            default -> name.contains(".") ? Calls.call(name, arguments, keywords(step))
                    : PythonOperators.builtin(name, arguments);
        };
    }

    private List<@Nullable Object> arguments(JsonNode step) {
        var arguments = new ArrayList<@Nullable Object>();
        for (var argument : step.path("args")) arguments.add(read(argument));
        return arguments;
    }

    private Map<String, @Nullable Object> keywords(JsonNode step) {
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        step.path("kwargs").properties().forEach(entry -> keywords.put(entry.getKey(), read(entry.getValue())));
        return keywords;
    }

    private @Nullable Object index(JsonNode step) {
        var arguments = step.get("args");
        var owner = Objects.requireNonNull(read(arguments.get(0)));
        var index = new ArrayList<@Nullable Object>();
        var written = arguments.get(1);
        var elements = written.has("index") ? written.get("index") : List.of(written);
        for (var element : elements) index.add(read((JsonNode) element));
        return arguments.size() == 2 ? PythonOperators.get(owner, index)
                : PythonOperators.set(owner, index, read(arguments.get(2)));
    }

    private static @Nullable Object invoke(List<@Nullable Object> arguments) {
        var callee = Objects.requireNonNull(arguments.getFirst());
        var inputs = arguments.subList(1, arguments.size());
        if (callee instanceof GoldenValues.FunctionName function) return Calls.call(function.name(), inputs, Map.of());
        return Calls.method(callee, "call", inputs, Map.of());
    }

    private static @Nullable Object attribute(Object owner, String name) {
        if (owner instanceof Map<?, ?> map && map.containsKey(name)) return map.get(name);
        return Calls.property(owner, owner.getClass(), name);
    }

    private static @Nullable Object setAttribute(Object owner, String name, @Nullable Object value) {
        var arguments = java.util.Collections.singletonList(value);
        var setter = "set_" + name;
        if (owner instanceof Tensor && name.equals("requires_grad")) setter = "requires_grad_";
        if (!(owner instanceof Tensor)) {
            for (var field : owner.getClass().getFields()) {
                if (!field.getName().equals(name) && !field.getName().equals(Names.camel(name))) continue;
                try {
                    field.set(owner, value);
                    return null;
                } catch (IllegalAccessException | IllegalArgumentException hidden) {
                    throw new AssertionError(hidden);
                }
            }
        }
        Calls.method(owner, setter, arguments, Map.of());
        return null;
    }
}
