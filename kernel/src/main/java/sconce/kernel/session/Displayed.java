package sconce.kernel.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something shown: its forms by MIME type. `text/plain` is always among them.
///
/// @param data     MIME type to a String, a byte array (binary types) or plain maps and lists (JSON types)
/// @param metadata MIME type, or a front end's own key, to its settings
/// @param ansi     the text in a terminal's colours, or without any; no notebook is given it
public record Displayed(Map<String, Object> data, Map<String, Object> metadata, String ansi) {
    /// Text without colours.
    public Displayed(Map<String, Object> data, Map<String, Object> metadata) { this(data, metadata, text(data)); }

    public Displayed {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// Plain text and nothing else.
    public static Displayed text(String text) { return new Displayed(Map.of("text/plain", text), Map.of()); }

    /// The form every front end can show.
    public String text() { return text(data); }

    private static String text(Map<String, Object> data) {
        return String.valueOf(data.getOrDefault("text/plain", ""));
    }
}
