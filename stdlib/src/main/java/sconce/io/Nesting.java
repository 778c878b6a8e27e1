package sconce.io;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.Tuple;

/// Refuses values that are no harm in themselves but for whoever walks through them: nested so deeply that a recursion
/// ends in a stack overflow, containing themselves, or so that few bytes stand for more parts than can ever be visited.
final class Nesting {
    private static final int DEEPEST = 500;
    private static final long MOST_PARTS = 100_000_000;
    private static final int MOST_KEY_PARTS = 1000;

    private Nesting() {}

    /// A container whose parts are being looked at.
    private static final class Open {
        final Object container;
        final Iterator<?> parts;
        long count = 1;
        int depth = 1;

        Open(Object container) {
            this.container = container;
            parts = container instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .flatMap(entry -> Stream.of(new Slot(entry.getKey()), new Slot(entry.getValue())))
                            .iterator()
                    : ((Collection<?>) container).stream().map(Slot::new).iterator();
        }
    }

    /// A part, which may be null.
    private record Slot(@Nullable Object value) {}

    private record Known(long count, int depth) {
        static final Known OPEN = new Known(0, 0);
    }

    @SuppressWarnings("ReferenceEquality") // There is one mark for containers that are being looked at.
    static void check(@Nullable Object root, Function<String, ? extends RuntimeException> error) {
        checkLeaf(root, error);
        if (root == null || !isContainer(root)) return;
        var known = new IdentityHashMap<Object, Known>();
        var path = new ArrayDeque<Open>();
        path.push(new Open(root));
        known.put(root, Known.OPEN);
        while (!path.isEmpty()) {
            var open = path.peek();
            if (!open.parts.hasNext()) {
                path.pop();
                var done = new Known(open.count, open.depth);
                known.put(open.container, done);
                if (!path.isEmpty()) add(path.peek(), done, error);
                continue;
            }
            var part = ((Slot) open.parts.next()).value;
            if (part == null || !isContainer(part)) {
                checkLeaf(part, error);
                open.count++;
                continue;
            }
            var before = known.putIfAbsent(part, Known.OPEN);
            if (before == null) path.push(new Open(part));
            else if (before == Known.OPEN) throw error.apply("a value that contains itself");
            else
                add(open, before, error);
            if (path.size() > DEEPEST) throw error.apply("values nested more than " + DEEPEST + " deep");
        }
    }

    private static void add(Open open, Known part, Function<String, ? extends RuntimeException> error) {
        open.count += part.count;
        open.depth = Math.max(open.depth, part.depth + 1);
        if (open.depth > DEEPEST) throw error.apply("values nested more than " + DEEPEST + " deep");
        if (open.count > MOST_PARTS) throw error.apply("a value of more than " + MOST_PARTS + " parts");
    }

    /// What only serves to build values is no value.
    private static void checkLeaf(@Nullable Object value, Function<String, ? extends RuntimeException> error) {
        if (value instanceof Globals.Function || value instanceof StorageType || value instanceof StoredBytes) {
            throw error.apply(Globals.typeName(value) + " stands alone, where a tensor or another value was expected");
        }
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map<?, ?> || (value instanceof Collection<?> && !(value instanceof Size));
    }

    /// Keys are hashed: they must be small, and must not change.
    static void checkKey(@Nullable Object key, Function<String, ? extends RuntimeException> error) {
        if (!(key instanceof Tuple<?>)) {
            checkHashable(key, error);
            return;
        }
        var rest = new ArrayDeque<Slot>();
        rest.push(new Slot(key));
        for (var count = 0; !rest.isEmpty(); count++) {
            if (count > MOST_KEY_PARTS) throw error.apply("a key of more than " + MOST_KEY_PARTS + " parts");
            var part = rest.pop().value;
            if (part instanceof Tuple<?> tuple) {
                if (tuple.size() > MOST_KEY_PARTS) throw error.apply("a key of " + tuple.size() + " parts");
                for (var each : tuple) rest.push(new Slot(each));
            } else {
                checkHashable(part, error);
            }
        }
    }

    private static void checkHashable(@Nullable Object key, Function<String, ? extends RuntimeException> error) {
        var changes = key instanceof Map<?, ?> || key instanceof byte[]
                || (key instanceof Collection<?> && !(key instanceof Size));
        if (changes && !(key instanceof Tensor)) throw error.apply("unhashable type: '" + Globals.typeName(key) + "'");
    }
}
