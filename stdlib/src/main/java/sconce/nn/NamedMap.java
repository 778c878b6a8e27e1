package sconce.nn;

import java.util.LinkedHashMap;
import java.util.StringJoiner;
import sconce.Print;

/// What `namedModules`, `namedParameters` and their like give: a map in order that prints an entry a line.
///
/// PyTorch gives iterators, which people print in a loop.
final class NamedMap<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
        if (isEmpty()) return "{}";
        var lines = new StringJoiner("\n");
        forEach((name, value) -> lines.add((name.isEmpty() ? "\"\"" : name) + ": " + Print.repr(value)));
        return lines.toString();
    }
}
