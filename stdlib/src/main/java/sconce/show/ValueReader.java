package sconce.show;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.nn.Contents;
import sconce.nn.Module;
import sconce.show.ValueNode.Leaf;
import sconce.show.ValueNode.Part;
import sconce.show.ValueNode.Several;

/// From values of the JDK and records to nodes. Nothing is consumed, what lies inside itself ends, what fails says so, and
/// what is large or slow is cut.
public final class ValueReader {
    /// How much of a value is read.
    ///
    /// @param elements of one array, collection or map
    /// @param total    of all of them together
    /// @param letters  of what one element says
    /// @param millis   after which no further element is asked
    /// @param brief    whether tensors and modules are told by shape and class
    record Limits(int elements, int total, int letters, long millis, boolean brief) {
        /// For a display: what a front end takes and a reader can use.
        static final Limits DISPLAY = new Limits(1_000, 10_000, 10_000, 3_000, false);
        /// For a cell of a table.
        static final Limits CELL = new Limits(20, 60, 300, 500, true);
        /// For `print`, which leaves nothing out.
        static final Limits ALL = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE,
                false);
    }

    /// A deeper one would end in a stack overflow, where it is read or where it is written.
    private static final int MOST_DEPTH = 500;

    private final Limits limits;
    private final long start = System.nanoTime();
    private final Set<Object> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int left;

    private ValueReader(Limits limits) {
        this.limits = limits;
        left = limits.total;
    }

    static ValueNode read(@Nullable Object value, Limits limits) { return new ValueReader(limits).value(value); }

    /// The whole value as text, as `print` writes it: Java's `toString`, but with what stands in arrays.
    public static String text(@Nullable Object value) { return ValueText.of(read(value, Limits.ALL)); }

    private ValueNode value(@Nullable Object value) {
        if (value == null) return new Leaf("null");
        if (!opens(value)) return new Leaf(said(value));
        if (above.contains(value)) return new Leaf(again(value));
        if (above.size() >= MOST_DEPTH) return new Leaf("(too deep to show)");
        above.add(value);
        try {
            return opened(value);
        } catch (RuntimeException broken) {
            // A collection that somebody else changes at this moment, or a user's own that does not work.
            return new Leaf(failed(value, broken));
        } finally {
            above.remove(value);
        }
    }

    /// What Java says of what lies inside itself, as far as Java ends.
    private static String again(Object value) {
        return value instanceof Collection ? "(this Collection)"
                : value instanceof Map ? "(this Map)" : "(contains itself)";
    }

    /// Whether the value's own text is of the JDK's making, which knows nothing of arrays inside.
    private static boolean opens(Object value) {
        return switch (value) {
            case Object array when array.getClass().isArray() -> true;
            case Collection<?> several -> WhoseText.isTheJdks(value);
            case Map<?, ?> map -> WhoseText.isTheJdks(value);
            case Map.Entry<?, ?> entry -> WhoseText.isTheJdks(value);
            case Optional<?> optional -> true;
            case AtomicReference<?> reference -> true;
            case Future<?> future -> WhoseText.isTheJdks(value);
            case Record record -> WhoseText.isTheCompilers(record);
            default -> false;
        };
    }

    private ValueNode opened(Object value) {
        return switch (value) {
            case Collection<?> several -> several("[", several, several.size(), "]");
            case Map<?, ?> map -> entries(map);
            case Map.Entry<?, ?> entry -> new Several("", List.of(entry(entry)), "", 0);
            case Optional<?> optional -> optional.isEmpty() ? new Leaf("Optional.empty")
                    : new Several("Optional[", List.of(new Part("", value(optional.get()))), "]", 0);
            case AtomicReference<?> reference -> value(reference.get());
            case Future<?> future -> future(future);
            case Record record -> record(record);
            default -> {
                var elements = elements(value);
                yield several("[", elements, elements.size(), "]");
            }
        };
    }

    private ValueNode several(String open, Iterable<?> elements, long size, String close) {
        var parts = new ArrayList<Part>();
        for (Iterator<?> rest = elements.iterator(); rest.hasNext();) {
            if (isFull(parts.size()))
                return new Several(open, parts, close, size > parts.size() ? size - parts.size() : -1);
            left--;
            parts.add(new Part("", value(rest.next())));
        }
        return new Several(open, parts, close, 0);
    }

    private ValueNode entries(Map<?, ?> map) {
        var parts = new ArrayList<Part>();
        for (Iterator<? extends Map.Entry<?, ?>> rest = map.entrySet().iterator(); rest.hasNext();) {
            if (isFull(parts.size())) return new Several("{", parts, "}", map.size() - parts.size());
            left--;
            parts.add(entry(rest.next()));
        }
        return new Several("{", parts, "}", 0);
    }

    private Part entry(Map.Entry<?, ?> entry) {
        return new Part(ValueText.of(value(entry.getKey())) + "=", value(entry.getValue()));
    }

    private ValueNode record(Record record) {
        var parts = new ArrayList<Part>();
        RecordComponents.of(record).forEach((name, value) -> {
            left--;
            parts.add(new Part(name + "=", value(value)));
        });
        return new Several(record.getClass().getSimpleName() + "[", parts, "]", 0);
    }

    private ValueNode future(Future<?> future) {
        var name = future.getClass().getSimpleName();
        return switch (future.state()) {
            case RUNNING -> new Leaf(name + " (not completed)");
            case CANCELLED -> new Leaf(name + " (cancelled)");
            case FAILED -> new Leaf(name + " (failed: " + said(future.exceptionNow()) + ")");
            case SUCCESS -> new Several(name + "[", List.of(new Part("", value(future.resultNow()))), "]", 0);
        };
    }

    private boolean isFull(int shown) {
        return shown >= limits.elements || left <= 0 || (System.nanoTime() - start) / 1_000_000 > limits.millis;
    }

    /// An array of any kind as a list.
    static List<@Nullable Object> elements(Object array) {
        return new AbstractList<>() {
            @Override
            public @Nullable Object get(int index) { return Array.get(array, index); }

            @Override
            public int size() { return Array.getLength(array); }
        };
    }

    /// What to say of a value in a cell of a table where its text would fill the cell; null where it would not.
    private static @Nullable String brief(Object value) {
        return switch (value) {
            case Module module -> module.moduleName();
            case Tensor tensor when Contents.isLazy(tensor) -> "[?] " + tensor.dtype().name();
            case Tensor tensor when tensor.dim() > 1 || tensor.numel() > 8 || tensor.device().type().equals("meta") ->
                List.copyOf(tensor.shape()) + " " + tensor.dtype().name();
            default -> null;
        };
    }

    private String said(Object value) {
        String text;
        try {
            var brief = limits.brief ? brief(value) : null;
            if (brief != null) return brief;
            text = value.toString();
        } catch (Exception | StackOverflowError | AssertionError broken) {
            return failed(value, broken);
        }
        if (text == null) return "null";
        if (text.startsWith(value.getClass().getName() + "@")) {
            text = nameless(value, text.substring(value.getClass().getName().length()));
        }
        if (text.length() <= limits.letters) return text;
        return text.substring(0, limits.letters) + "… " + Words.count(text.length() - limits.letters, "character")
                + " more";
    }

    /// What to say of an object whose class says nothing: Java gives the class's full name and an address.
    private String nameless(Object value, String address) {
        return switch (value) {
            case IntStream stream -> "IntStream (not consumed: its toArray() gives the elements)";
            case LongStream stream -> "LongStream (not consumed: its toArray() gives the elements)";
            case DoubleStream stream -> "DoubleStream (not consumed: its toArray() gives the elements)";
            case BaseStream<?, ?> stream -> "Stream (not consumed: its toList() gives the elements)";
            case Iterator<?> iterator -> "Iterator (not consumed)";
            case Spliterator<?> spliterator -> "Spliterator (not consumed)";
            case Enumeration<?> enumeration -> "Enumeration (not consumed)";
            case Reference<?> reference -> {
                var held = reference.get();
                yield name(value.getClass()) + (held == null ? " (empty)" : "[" + ValueText.of(value(held)) + "]");
            }
            default -> {
                var type = value.getClass();
                var faces = type.getInterfaces();
                if ((type.isHidden() || type.isSynthetic()) && faces.length > 0) {
                    yield faces[0].getSimpleName() + " (a lambda)";
                }
                yield name(type) + address;
            }
        };
    }

    /// A class's simple name; of one without, what it extends or implements.
    static String name(Class<?> type) {
        if (!type.isAnonymousClass()) return type.getSimpleName();
        var faces = type.getInterfaces();
        return faces.length > 0 ? faces[0].getSimpleName() : type.getSuperclass().getSimpleName();
    }

    private static String failed(Object value, Throwable broken) {
        String why;
        try {
            why = broken.toString();
        } catch (RuntimeException silent) {
            why = broken.getClass().getName();
        }
        return value.getClass().getSimpleName() + " (cannot be shown: " + Words.clip(why, 300) + ")";
    }
}
