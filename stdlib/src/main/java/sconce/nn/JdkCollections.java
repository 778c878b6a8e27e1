package sconce.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/// New collections of the same kind as others: the same class, order and comparator, for copies that must fit where the
/// original stood.
@SuppressWarnings({ "unchecked", "JdkObsolete" }) // Whatever users keep their modules in is copied as it is.
final class JdkCollections {
    private static final Class<?> FIXED_SIZE = Arrays.asList().getClass();

    private JdkCollections() {}

    /// An empty collection of the same kind; null for one that does not change or is unknown. Clones keep the class of
    /// subclasses, and a comparator.
    static @Nullable Collection<@Nullable Object> emptied(Collection<?> original) {
        var copy = (Collection<@Nullable Object>) switch (original) {
            case ArrayList<?> list -> list.clone();
            case LinkedList<?> list -> list.clone();
            case Vector<?> list -> list.clone();
            case CopyOnWriteArrayList<?> list -> list.clone();
            case ArrayDeque<?> queue -> queue.clone();
            case HashSet<?> set -> set.clone();
            case TreeSet<?> set -> set.clone();
            case EnumSet<?> set -> set.clone();
            case ConcurrentSkipListSet<?> set -> set.clone();
            case CopyOnWriteArraySet<?> set when isPlain(set, CopyOnWriteArraySet.class) -> new CopyOnWriteArraySet<>();
            case PriorityQueue<?> queue when isPlain(queue, PriorityQueue.class) -> new PriorityQueue<>(queue);
            case ConcurrentLinkedQueue<?> queue when isPlain(queue, ConcurrentLinkedQueue.class) ->
                new ConcurrentLinkedQueue<>();
            case ConcurrentLinkedDeque<?> queue when isPlain(queue, ConcurrentLinkedDeque.class) ->
                new ConcurrentLinkedDeque<>();
            case ConcurrentHashMap.KeySetView<?, ?> _ -> ConcurrentHashMap.newKeySet();
            default -> null;
        };
        if (copy != null) copy.clear();
        return copy;
    }

    /// An empty map of the same kind; null for one that does not change or is unknown.
    static @Nullable Map<@Nullable Object, @Nullable Object> emptied(Map<?, ?> original) {
        var copy = (Map<@Nullable Object, @Nullable Object>) switch (original) {
            case StateDict state -> new StateDict(state);
            case HashMap<?, ?> map -> map.clone();
            case TreeMap<?, ?> map -> map.clone();
            case IdentityHashMap<?, ?> map -> map.clone();
            case EnumMap<?, ?> map -> map.clone();
            case Hashtable<?, ?> map -> map.clone();
            case ConcurrentSkipListMap<?, ?> map -> map.clone();
            case ConcurrentHashMap<?, ?> map when isPlain(map, ConcurrentHashMap.class) -> new ConcurrentHashMap<>();
            case WeakHashMap<?, ?> map when isPlain(map, WeakHashMap.class) -> new WeakHashMap<>();
            default -> null;
        };
        if (copy != null) copy.clear();
        return copy;
    }

    private static boolean isPlain(Object object, Class<?> type) { return object.getClass() == type; }

    /// A collection that behaves as `original`, one of the JDK's private classes, with these elements; null for others.
    static @Nullable Collection<@Nullable Object> like(Collection<?> original, List<@Nullable Object> elements) {
        if (!isPrivateToJdk(original)) return null;
        var fixed = isImmutable(original);
        return switch (original) {
            case List<?> _ when original.getClass() == FIXED_SIZE -> Arrays.asList(elements.toArray());
            case List<?> _ -> fixed ? Collections.unmodifiableList(elements) : elements;
            case NavigableSet<?> sorted -> {
                var copy = new TreeSet<@Nullable Object>((java.util.Comparator<Object>) sorted.comparator());
                copy.addAll(elements);
                yield fixed ? Collections.unmodifiableNavigableSet(copy) : copy;
            }
            case Set<?> _ -> {
                var copy = new LinkedHashSet<>(elements);
                yield fixed ? Collections.unmodifiableSequencedSet(copy) : copy;
            }
            default -> fixed ? Collections.unmodifiableSequencedCollection(elements) : elements;
        };
    }

    /// A map that behaves as `original`, one of the JDK's private classes, with these entries; null for others.
    static @Nullable Map<@Nullable Object, @Nullable Object> like(Map<?, ?> original,
            SequencedMap<@Nullable Object, @Nullable Object> entries) {
        if (!isPrivateToJdk(original)) return null;
        var fixed = isImmutable(original);
        if (original instanceof NavigableMap<?, ?> sorted) {
            var copy = new TreeMap<@Nullable Object, @Nullable Object>(
                    (java.util.Comparator<Object>) sorted.comparator());
            copy.putAll(entries);
            return fixed ? Collections.unmodifiableNavigableMap(copy) : copy;
        }
        return fixed ? Collections.unmodifiableSequencedMap(entries) : entries;
    }

    private static boolean isPrivateToJdk(Object collection) {
        return collection.getClass().getName().startsWith("java.");
    }

    private static boolean isImmutable(Object collection) {
        var name = collection.getClass().getName();
        return name.contains("Unmodifiable") || name.contains("Immutable") || name.contains("Singleton");
    }
}
