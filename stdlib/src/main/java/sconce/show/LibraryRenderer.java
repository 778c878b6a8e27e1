package sconce.show;

import java.util.LinkedHashMap;
import java.util.Map;

/// The library's own renderer: what was registered, what says for itself how it looks, then the library's classes.
public final class LibraryRenderer implements Renderer {
    /// For [java.util.ServiceLoader].
    public LibraryRenderer() {}

    @Override
    public boolean renders(Object value) { return value instanceof Displayable || Registrations.know(value); }

    @Override
    public Map<String, Object> render(Object value) {
        if (!Registrations.know(value) && value instanceof Displayable shown) return shown.toMimeBundle();
        return forms(value.toString(), Registrations.html(value));
    }

    private static Map<String, Object> forms(String text, String html) {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(TEXT, text);
        forms.put(HTML, html);
        return forms;
    }
}
