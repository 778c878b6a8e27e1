package sconce.show;

import java.util.LinkedHashMap;
import java.util.Map;
import sconce.nn.Module;
import sconce.nn.StateDict;

/// The library's own renderer: what was registered, what says for itself how it looks, then the library's classes.
public final class LibraryRenderer implements Renderer {
    /// A module's text is PyTorch's repr; of one that is larger an output keeps the beginning.
    private static final int MOST_TEXT = 100_000;

    /// For [java.util.ServiceLoader].
    public LibraryRenderer() {}

    @Override
    public boolean renders(Object value) {
        return value instanceof Module || value instanceof Displayable || Registrations.know(value)
                || (value instanceof Map<?, ?> map && TableReader.reads(map));
    }

    @Override
    public Map<String, Object> render(Object value) {
        if (Registrations.know(value)) return forms(text(value), Registrations.html(value));
        return switch (value) {
            case Displayable shown -> shown.toMimeBundle();
            case Module module -> forms(text(module), HtmlRenderer.html(ModelReader.read(module)));
            case Map<?, ?> map -> named(map);
            default -> Map.of(TEXT, value.toString());
        };
    }

    // A state dict's text is PyTorch's; other maps have no text of their own worth reading.
    private static Map<String, Object> named(Map<?, ?> map) {
        var table = TableReader.read(map);
        return forms(map instanceof StateDict ? text(map) : TextRenderer.text(table), HtmlRenderer.html(table));
    }

    private static String text(Object value) {
        String text;
        try {
            text = value.toString();
        } catch (RuntimeException | StackOverflowError broken) {
            // A model that lies inside itself, or too deep, has no repr; its tree, which is cut there, can be shown.
            if (!(value instanceof Module module)) throw broken;
            return (broken.getMessage() == null ? "too deep for a repr" : broken.getMessage()) + "\n"
                    + Show.tree(module);
        }
        if (text.length() <= MOST_TEXT) return text;
        var end = text.lastIndexOf('\n', MOST_TEXT);
        return text.substring(0, end < 0 ? MOST_TEXT : end) + "\n… cut here: the whole text has "
                + Words.count(text.length(), "character") + ", print shows it";
    }

    private static Map<String, Object> forms(String text, String html) {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(TEXT, text);
        forms.put(HTML, html);
        return forms;
    }
}
