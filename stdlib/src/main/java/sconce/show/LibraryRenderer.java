package sconce.show;

import java.util.LinkedHashMap;
import java.util.Map;
import sconce.nn.Module;

/// The library's own renderer: what was registered, what says for itself how it looks, then the library's classes.
public final class LibraryRenderer implements Renderer {
    /// A module's text is PyTorch's repr; of one that is larger an output keeps the beginning.
    private static final int MOST_TEXT = 100_000;

    /// For [java.util.ServiceLoader].
    public LibraryRenderer() {}

    @Override
    public boolean renders(Object value) {
        return value instanceof Module || value instanceof Displayable || Registrations.know(value);
    }

    @Override
    public Map<String, Object> render(Object value) {
        if (Registrations.know(value)) return forms(text(value), Registrations.html(value));
        return switch (value) {
            case Displayable shown -> shown.toMimeBundle();
            case Module module -> forms(text(module), HtmlRenderer.html(ModelReader.read(module)));
            default -> Map.of(TEXT, value.toString());
        };
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
                + Words.count(text.length(), "character") + ", print(model) shows it";
    }

    private static Map<String, Object> forms(String text, String html) {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(TEXT, text);
        forms.put(HTML, html);
        return forms;
    }
}
