package org.dflib.jjava.jupyter.kernel.display;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// Which forms of a value are wanted, and where they are put.
public class RenderContext {
    private static final Map<String, MIMEType> SUFFIXES = Map.of("xml", MIMEType.APPLICATION_XML, "json",
            MIMEType.APPLICATION_JSON);

    private final Set<MIMEType> wanted;
    private final Renderer renderer;
    private final Map<String, Object> parameters;
    private final DisplayData out;

    protected RenderContext(Set<MIMEType> wanted, Renderer renderer, Map<String, Object> parameters, DisplayData out) {
        this.wanted = wanted;
        this.renderer = renderer;
        this.parameters = parameters;
        this.out = out;
    }

    public Renderer getRenderer() { return renderer; }

    public DisplayData getOutputContainer() { return out; }

    public Map<String, Object> getParams() { return Map.copyOf(parameters); }

    public @Nullable Object getParameter(String key) { return parameters.get(key); }

    public @Nullable Object getParameter(String key, @Nullable Object otherwise) {
        return parameters.getOrDefault(key, otherwise);
    }

    public @Nullable String getParameterAsString(String key) { return getParameterAsString(key, null); }

    public @Nullable String getParameterAsString(String key, @Nullable String otherwise) {
        var value = parameters.get(key);
        return value == null ? otherwise : String.valueOf(value);
    }

    public @Nullable Integer getParameterAsInt(String key) { return getParameterAsInt(key, null); }

    public @Nullable Integer getParameterAsInt(String key, @Nullable Integer otherwise) {
        var value = getParameterAsString(key);
        return value == null ? otherwise : Integer.valueOf(value);
    }

    public @Nullable Double getParameterAsDouble(String key) { return getParameterAsDouble(key, null); }

    public @Nullable Double getParameterAsDouble(String key, @Nullable Double otherwise) {
        var value = getParameterAsString(key);
        return value == null ? otherwise : Double.valueOf(value);
    }

    public @Nullable Boolean getParameterAsBoolean(String key) { return getParameterAsBoolean(key, null); }

    public @Nullable Boolean getParameterAsBoolean(String key, @Nullable Boolean otherwise) {
        var value = getParameterAsString(key);
        return value == null ? otherwise : Boolean.valueOf(value);
    }

    public boolean wantsDataRenderedAs(MIMEType type) { return resolveRequestedType(type) != null; }

    /// The wanted type that a form of this type answers, or null: `image/svg+xml` answers `application/xml` too.
    public @Nullable MIMEType resolveRequestedType(MIMEType supported) {
        for (var type : wanted) {
            if (type.isWildcard() || type.equals(supported) || (type.getGroup().equals(supported.getGroup())
                    && (!type.hasSubtype() || type.subtypeIsWildcard()))) {
                return supported;
            }
        }
        if (!supported.hasSuffix()) return null;
        if (wanted.contains(supported.withoutSuffix())) return supported.withoutSuffix();
        var of = SUFFIXES.get(supported.getSuffix());
        return of != null && wanted.contains(of) ? of : null;
    }

    public boolean renderIfRequested(MIMEType supported, BiConsumer<MIMEType, DisplayData> render) {
        var type = resolveRequestedType(supported);
        if (type != null) render.accept(type, out);
        return type != null;
    }

    public boolean renderIfRequested(MIMEType supported, Function<MIMEType, Object> render) {
        return renderIfRequested(supported, (type, data) -> data.putData(type, render.apply(type)));
    }

    public boolean renderIfRequested(MIMEType supported, Supplier<Object> render) {
        return renderIfRequested(supported, (type, data) -> data.putData(type, render.get()));
    }
}
