package sconce.kernel.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something shown: its forms by MIME type. `text/plain` is always among them.
///
/// @param data     MIME type to a String, a byte array (binary types) or plain maps and lists (JSON types)
/// @param metadata MIME type, or a front end's own key, to its settings
public record Displayed(Map<String, Object> data, Map<String, Object> metadata) {
    public Displayed {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// Plain text and nothing else.
    public static Displayed text(String text) { return new Displayed(Map.of("text/plain", text), Map.of()); }

    /// The form every front end can show.
    public String text() { return String.valueOf(data.getOrDefault("text/plain", "")); }
}
