package sconce.kernel.jupyter.wire;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The fields of a JSON object, read by name and type: what is missing or null has its default, what has another type
/// makes the whole message malformed.
public record Fields(Map<String, @Nullable Object> map) {
    public static final Fields NONE = new Fields(Map.of());

    public String text(String name) {
        var text = text(name, null);
        if (text == null) throw new MalformedMessageException("no " + name);
        return text;
    }

    public @Nullable String text(String name, @Nullable String otherwise) {
        return switch (map.get(name)) {
            case null -> otherwise;
            case String text -> text;
            default -> throw wrong(name, "a string");
        };
    }

    public int number(String name, int otherwise) {
        return switch (map.get(name)) {
            case null -> otherwise;
            case Integer number -> number;
            // A position past any text, as some clients send to mean its end.
            case Number number -> (int) Math.clamp(number.doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> throw wrong(name, "a number");
        };
    }

    public boolean flag(String name, boolean otherwise) {
        return switch (map.get(name)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw wrong(name, "true or false");
        };
    }

    public Map<String, @Nullable Object> object(String name) {
        return switch (map.get(name)) {
            case null -> Map.of();
            case Map<?, ?> object -> strings(object);
            default -> throw wrong(name, "an object");
        };
    }

    public List<?> list(String name) {
        return switch (map.get(name)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrong(name, "a list");
        };
    }

    @SuppressWarnings("unchecked") // every object that Json reads has strings for names
    private static Map<String, @Nullable Object> strings(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    private static MalformedMessageException wrong(String name, String wanted) {
        return new MalformedMessageException(name + " is not " + wanted);
    }
}
