package sconce.kernel.session;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import sconce.show.Renderer;

/// Turns a value into what a front end shows: by the renderers of the class path, the JDK's values by ourselves.
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
        if (value != null && value.getClass().isArray()) {
            return Displayed.text(text(value));
        }
        if (value instanceof RenderedImage image) {
            return picture(image);
        }
        var forms = Renderer.show(value);
        // A class of a cell without a toString of its own: people know it without what JShell wraps around it.
        if (value != null && SnippetLoader.isSnippetClass(value.getClass().getName())
                && forms.get(Renderer.TEXT) instanceof String text && text.startsWith(value.getClass().getName())) {
            forms = new LinkedHashMap<>(forms);
            forms.put(Renderer.TEXT, text.substring(SnippetLoader.outerOf(text).length() + 1));
        }
        return new Displayed(forms, Map.of());
    }

    /// An array's elements, to any depth: Java's own text for it is an address.
    private static String text(Object array) {
        var nested = Arrays.deepToString(new Object[] { array });
        return nested.substring(1, nested.length() - 1);
    }

    private static Displayed picture(RenderedImage image) {
        var text = "%s(%d x %d)".formatted(image.getClass().getSimpleName(), image.getWidth(), image.getHeight());
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) return Displayed.text(text);
        } catch (IOException e) {
            return Displayed.text(text + ": " + e.getMessage());
        }
        return new Displayed(Map.of(Renderer.TEXT, text, "image/png", bytes.toByteArray()), Map.of());
    }
}
