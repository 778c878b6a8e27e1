package sconce.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.show.Displayable;
import sconce.show.Renderer;

/// Turns a value into what a front end shows: by the renderers of the class path.
final class Rendering {
    private static final Pattern MIME_TYPE = Pattern
            .compile("(?:text|image|application|audio|video|model|font|message|multipart)/[\\w.+-]+(?:\\s*;.*)?");

    private Rendering() {}

    /// Whether a text names a MIME type: `text/html`.
    static boolean isMimeType(@Nullable Object text) {
        return text instanceof String s && MIME_TYPE.matcher(s).matches();
    }

    /// Whether this is a MIME bundle as Jupyter has it: a map whose keys are all MIME types.
    static boolean isMimeBundle(@Nullable Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty()
                && map.keySet().stream().allMatch(Rendering::isMimeType);
    }

    /// The bundle as it is, with a text for front ends that show nothing else.
    static Displayed bundle(Map<?, ?> bundle) {
        var data = new LinkedHashMap<String, Object>();
        bundle.forEach((type, form) -> data.put(String.valueOf(type), form == null ? "null" : form));
        if (!data.containsKey(Renderer.TEXT)) data.put(Renderer.TEXT, "<" + String.join(", ", data.keySet()) + ">");
        return new Displayed(data, Map.of());
    }

    /// The value with this form beside (or instead of) its own: a text as HTML, bytes as a picture.
    static Displayed as(@Nullable Object value, String mimeType) {
        var own = display(value).data();
        if (own.containsKey(mimeType)) {
            return new Displayed(Map.of(mimeType, own.get(mimeType), Renderer.TEXT, display(value).text()), Map.of());
        }
        Object form = value instanceof byte[] || value instanceof Map || value instanceof Iterable
                ? value
                : String.valueOf(value);
        return bundle(Map.of(mimeType, form, Renderer.TEXT, display(value).text()));
    }

    /// The value as the last expression of a cell: null is nothing to show.
    static @Nullable Displayed result(@Nullable Object value) { return value == null ? null : display(value); }

    /// The value as `display(value)` shows it; null is shown too.
    static Displayed display(@Nullable Object value) {
        if (value instanceof Displayed displayed) {
            return displayed;
        }
        var forms = Renderer.show(value);
        // The library says in the text why there is none; of a cell's own class its author wants the trace.
        if (value != null && SnippetLoader.isSnippetClass(value.getClass().getName())
                && forms.get(Renderer.TEXT) instanceof String text
                && text.startsWith(value.getClass().getSimpleName() + " (cannot be shown: ")) {
            var _ = value.toString();
        }
        var ansi = value instanceof Displayable shown ? shown.toAnsi() : "";
        return ansi.isEmpty() ? new Displayed(forms, Map.of()) : new Displayed(forms, Map.of(), ansi);
    }
}
