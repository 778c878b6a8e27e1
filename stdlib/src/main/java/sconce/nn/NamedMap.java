package sconce.nn;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import sconce.Print;

/// What `namedModules`, `namedParameters` and their like give: a map in order that prints an entry a line.
///
/// PyTorch gives iterators, which people print in a loop. Trees can be large and most are only walked through, so names
/// and values stand in two lists until somebody looks one up.
final class NamedMap<T> extends AbstractMap<String, T> implements SequencedMap<String, T> {
    private final ArrayList<String> names;
    private final ArrayList<T> values;
    /// Takes the place of the lists once a name is looked up or changed.
    private @Nullable SequencedMap<String, T> index;

    NamedMap() { this(16); }

    /// @param expected how many entries are likely to come
    NamedMap(int expected) {
        names = new ArrayList<>(expected);
        values = new ArrayList<>(expected);
    }

    /// Adds a name that is not there yet, while nobody has looked.
    void append(String name, T value) {
        names.add(name);
        values.add(value);
    }

    private synchronized SequencedMap<String, T> index() {
        if (index != null) return index;
        var built = LinkedHashMap.<String, T>newLinkedHashMap(names.size());
        for (var i = 0; i < names.size(); i++) built.put(names.get(i), values.get(i));
        index = built;
        return built;
    }

    private synchronized @Nullable SequencedMap<String, T> known() { return index; }

    @Override
    public int size() {
        var known = known();
        return known == null ? names.size() : known.size();
    }

    @Override
    public boolean containsKey(Object name) { return index().containsKey(name); }

    @Override
    public @Nullable T get(Object name) { return index().get(name); }

    @Override
    public @Nullable T put(String name, T value) { return index().put(name, value); }

    @Override
    public @Nullable T remove(Object name) { return index().remove(name); }

    @Override
    public void clear() { index().clear(); }

    @Override
    public SequencedMap<String, T> reversed() { return index().reversed(); }

    @Override
    public Set<Map.Entry<String, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, T>> iterator() {
                var known = known();
                return known == null ? new Walk<>(names, values) : known.entrySet().iterator();
            }

            @Override
            public int size() { return NamedMap.this.size(); }
        };
    }

    /// The entries while nothing is looked up; who removes one by it is refused.
    private static final class Walk<T> implements Iterator<Map.Entry<String, T>> {
        private final List<String> names;
        private final List<T> values;
        private int next;

        Walk(List<String> names, List<T> values) {
            this.names = names;
            this.values = values;
        }

        @Override
        public boolean hasNext() { return next < names.size(); }

        @Override
        public Map.Entry<String, T> next() {
            if (!hasNext()) throw new NoSuchElementException();
            var place = next++;
            return Map.entry(names.get(place), values.get(place));
        }
    }

    @Override
    public String toString() {
        if (isEmpty()) return "{}";
        var lines = new StringJoiner("\n");
        forEach((name, value) -> lines.add((name.isEmpty() ? "\"\"" : name) + ": " + Print.repr(value)));
        return lines.toString();
    }
}
