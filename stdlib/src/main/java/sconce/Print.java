package sconce;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import sconce.show.ValueReader;

/// Python's `print`, which sessions have imported.
///
/// ```java
/// print(Torch.ones(2), "and", null)   // tensor([1., 1.]) and None
/// ```
///
/// Tensors, modules and the library's records print as in PyTorch, also inside lists, maps and arrays; null is `None`;
/// other values print as Java has them.
public final class Print {
    private Print() {}

    /// Prints an empty line.
    public static void print() { System.out.println(); }

    /// Prints a value.
    public static void print(@Nullable Object value) { System.out.println(str(value)); }

    /// Prints values with a space between them.
    public static void print(@Nullable Object first, @Nullable Object second, @Nullable Object... more) {
        var line = new StringBuilder(str(first)).append(' ').append(str(second));
        // A single null after two values arrives as no array at all.
        if (more == null) line.append(" None");
        else
            for (var value : more) line.append(' ').append(str(value));
        System.out.println(line);
    }

    /// What [#print(Object)] prints: Python's `str`.
    public static String str(@Nullable Object value) {
        if (value == null) return "None";
        if (value instanceof Device device) return device.name();
        // A record's text is the compiler's, which knows nothing of arrays.
        if (isOurs(value) && !(value instanceof Record)) return value.toString();
        if (!isContainer(value)) return ValueReader.text(value);
        return holdsOurs(value, new IdentityHashMap<>()) ? repr(value) : ValueReader.text(value);
    }

    /// Python's `repr`, for what stands inside something else.
    public static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> quoted(text);
            case Boolean truth -> truth ? "True" : "False";
            case Double number -> NumberText.shortest(number);
            case Float number -> NumberText.shortest(Double.parseDouble(number.toString()));
            case Object ours when isOurs(ours) -> ours.toString();
            case Map<?, ?> map -> {
                var text = new StringJoiner(", ", "{", "}");
                map.forEach((key, element) -> text.add(repr(key) + ": " + repr(element)));
                yield text.toString();
            }
            case Collection<?> several -> {
                var text = new StringJoiner(", ", "[", "]");
                for (var element : several) text.add(repr(element));
                yield text.toString();
            }
            case Object array when array.getClass().isArray() -> repr(elements(array));
            default -> ValueReader.text(value);
        };
    }

    private static boolean isContainer(Object value) {
        return !isOurs(value)
                && (value instanceof Collection<?> || value instanceof Map<?, ?> || value.getClass().isArray());
    }

    /// Whether the value's class, or one it extends, is of this library, which knows how to print itself.
    private static boolean isOurs(Object value) {
        // An array's package is that of its elements.
        if (value.getClass().isArray()) return false;
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getPackageName().equals("sconce") || type.getPackageName().startsWith("sconce.")) return true;
        }
        return false;
    }

    private static boolean holdsOurs(@Nullable Object value, Map<Object, Object> above) {
        if (value == null) return false;
        if (isOurs(value)) return true;
        if (!isContainer(value) || above.put(value, value) != null) return false;
        var inside = value instanceof Map<?, ?> map ? map.values()
                : value instanceof Collection<?> several ? several : elements(value);
        for (var element : inside) if (holdsOurs(element, above)) return true;
        return false;
    }

    private static List<@Nullable Object> elements(Object array) {
        var elements = new java.util.ArrayList<@Nullable Object>();
        for (var i = 0; i < Array.getLength(array); i++) {
            var element = Array.get(array, i);
            elements.add(element != null && element.getClass().isArray() ? elements(element) : element);
        }
        return elements;
    }

    private static String quoted(String text) {
        var mark = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        var body = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
        return mark + (mark.equals("'") ? body.replace("'", "\\'") : body) + mark;
    }
}
