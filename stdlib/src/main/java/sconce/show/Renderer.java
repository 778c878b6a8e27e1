package sconce.show;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Knows how to show some kinds of values. Found through [ServiceLoader]; the library offers one for its own classes.
///
/// For a class of one's own there are two shorter ways: the class implements [Displayable], or one line says how:
///
/// ```java
/// record Money(int amount) {}
/// Renderer.register(Money.class, money -> "<b>" + money.amount() + "</b>");
/// ```
public interface Renderer {
    /// The MIME type that every value has.
    String TEXT = "text/plain";

    /// The MIME type of HTML that needs no JavaScript and no style sheet.
    String HTML = "text/html";

    /// Whether this renderer shows such a value. Must be quick and must not throw.
    boolean renders(Object value);

    /// The value's forms by MIME type, in order of growing richness; `text/plain` is always among them. Text types are
    /// Strings, binary types byte arrays.
    Map<String, Object> render(Object value);

    /// Smaller ones are asked first; the library's own answers 0, so a negative number overrides it.
    default int order() { return 0; }

    /// All renderers there are, in the order in which they are asked.
    static List<Renderer> all() { return Found.RENDERERS; }

    /// The value's forms by the first renderer that shows it, else its `toString` as text. A renderer that throws costs
    /// only its own forms.
    static Map<String, Object> show(@Nullable Object value) {
        if (value == null) return Map.of(TEXT, "null");
        for (var renderer : all()) {
            try {
                if (renderer.renders(value)) return renderer.render(value);
            } catch (RuntimeException | LinkageError broken) {
                var frames = broken.getStackTrace();
                System.err.println(value.getClass().getSimpleName() + " is shown as text, since its display failed: "
                        + broken + (frames.length == 0 ? ""
                                : ", at " + frames[0].getFileName() + ", line "
                                        + frames[0].getLineNumber()));
            }
        }
        return Map.of(TEXT, ValueText.of(ValueReader.read(value, ValueReader.Limits.DISPLAY)));
    }

    /// Shows values of a class, its subclasses included, as the HTML that the function makes of them; their text stays
    /// `toString`. The last registration that fits wins, over the library's own displays too.
    static <T> void register(Class<T> type, Function<? super T, String> html) { Registrations.add(type, html); }

    /// The renderers of the class path, looked up once.
    final class Found {
        private static final List<Renderer> RENDERERS = ServiceLoader
                .load(Renderer.class, Renderer.class.getClassLoader())
                .stream().map(ServiceLoader.Provider::get).sorted(Comparator.comparingInt(Renderer::order)).toList();

        private Found() {}
    }
}
