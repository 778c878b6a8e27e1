package org.dflib.jjava.jupyter.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// A value's forms by MIME type, with their settings and the id under which they are shown.
public class DisplayData {
    public static final DisplayData EMPTY = new DisplayData();

    private static final String DISPLAY_ID = "display_id";

    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, Object> transients = new LinkedHashMap<>();

    public DisplayData() {}

    public DisplayData(String text) { putText(text); }

    public DisplayData(DisplayData other) { assign(other); }

    public static DisplayData emptyIfNull(@Nullable DisplayData data) { return data == null ? EMPTY : data; }

    /// All forms.
    public Map<String, Object> data() { return data; }

    /// Their settings.
    public Map<String, Object> metadata() { return metadata; }

    public void putData(String mimeType, Object form) { data.put(mimeType, form); }

    public void putData(MIMEType type, Object form) { data.put(type.toString(), form); }

    public void putData(MIMEType type, Object form, Object settings) {
        putData(type, form);
        putMetaData(type, settings);
    }

    public void putMetaData(String key, Object value) { metadata.put(key, value); }

    public void putMetaData(MIMEType type, Object value) { metadata.put(type.toString(), value); }

    public void putTransientData(String key, Object value) { transients.put(key, value); }

    public @Nullable Object getData(MIMEType type) { return data.get(type.toString()); }

    public boolean hasDataForType(MIMEType type) { return data.containsKey(type.toString()); }

    public final void assign(DisplayData other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
        transients.putAll(other.transients);
    }

    public DisplayData setDisplayId(String id) {
        putTransientData(DISPLAY_ID, id);
        return this;
    }

    public boolean hasDisplayId() { return transients.containsKey(DISPLAY_ID); }

    public @Nullable String getDisplayId() {
        var id = transients.get(DISPLAY_ID);
        return id == null ? null : String.valueOf(id);
    }

    public final void putText(String text) { data.put("text/plain", text); }

    public void putHTML(String html) { data.put("text/html", html); }

    public void putLatex(String latex) { data.put("text/latex", latex); }

    public void putMath(String math) { putLatex("$$" + math + "$$"); }

    public void putMarkdown(String markdown) { data.put("text/markdown", markdown); }

    public void putJavaScript(String javascript) { data.put("application/javascript", javascript); }

    public void putJSON(String json) { data.put("application/json", json); }

    public void putJSON(String json, boolean expanded) {
        putJSON(json);
        putMetaData("expanded", expanded);
    }

    public void putSVG(String svg) { data.put("image/svg+xml", svg); }
}
