package sconce.show;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The displays that [Renderer#register] was told of, newest first.
final class Registrations {
    private record Registration<T>(Class<T> type, Function<? super T, String> html) {
        String apply(Object value) { return html.apply(type.cast(value)); }
    }

    private static final List<Registration<?>> ALL = new CopyOnWriteArrayList<>();

    private Registrations() {}

    static synchronized <T> void add(Class<T> type, Function<? super T, String> html) {
        ALL.removeIf(known -> known.type == type);
        ALL.addFirst(new Registration<>(type, html));
    }

    static boolean know(Object value) { return find(value).isPresent(); }

    static String html(Object value) { return find(value).orElseThrow().apply(value); }

    private static Optional<Registration<?>> find(Object value) {
        return ALL.stream().filter(known -> known.type.isInstance(value)).findFirst();
    }
}
