package sconce;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Arguments given by the names of `forward`'s parameters: Python's `**kwargs`. Made by [Torch#kwargs].
///
/// ```java
/// Torch.kwargs("factor", 10)   // {'factor': 10}
/// ```
public final class Kwargs extends AbstractMap<String, @Nullable Object> {
    /// No arguments at all.
    public static final Kwargs NONE = new Kwargs(Map.of());
    private final Map<String, @Nullable Object> values;

    private Kwargs(Map<String, @Nullable Object> values) { this.values = values; }

    static Kwargs of(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) throw new TypeError("kwargs takes names and values by turns");
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new TypeError(
                        "kwargs takes names and values by turns, but got " + namesAndValues[i] + " as a name");
            }
            values.put(name, namesAndValues[i + 1]);
        }
        return new Kwargs(Collections.unmodifiableMap(values));
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() { return values.entrySet(); }

    @Override
    public @Nullable Object get(@Nullable Object name) { return values.get(name); }

    @Override
    public boolean containsKey(@Nullable Object name) { return values.containsKey(name); }

    /// Python's `repr` of a dict.
    @Override
    public String toString() {
        return values.entrySet().stream().map(entry -> "'" + entry.getKey() + "': " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String string -> "'" + string + "'";
            case Boolean truth -> truth ? "True" : "False";
            default -> value.toString();
        };
    }
}
