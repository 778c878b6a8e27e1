package org.dflib.jjava.jupyter.kernel.display;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// How values of some classes are shown in this session; all others are shown as the session shows them.
public class Renderer {
    private record Registered(Set<Class<?>> types, Set<MIMEType> supported, Set<MIMEType> preferred,
            RenderFunction<Object> function) {}

    private final List<Registered> registered = new CopyOnWriteArrayList<>();

    /// Says in steps how a class is shown.
    public class RenderRegistration<T> {
        private final Set<MIMEType> supported = new LinkedHashSet<>();
        private final Set<MIMEType> preferred = new LinkedHashSet<>();
        private final Set<Class<? extends T>> types = new LinkedHashSet<>();

        public RenderRegistration(Class<? extends T> type) { types.add(type); }

        public RenderRegistration<T> supporting(MIMEType... more) {
            supported.addAll(List.of(more));
            return this;
        }

        public RenderRegistration<T> preferring(MIMEType... more) {
            preferred.addAll(List.of(more));
            return supporting(more);
        }

        public RenderRegistration<T> supporting(String... more) { return supporting(parsed(more)); }

        public RenderRegistration<T> preferring(String... more) { return preferring(parsed(more)); }

        private static MIMEType[] parsed(String[] types) {
            return Arrays.stream(types).map(MIMEType::parse).toArray(MIMEType[]::new);
        }

        public RenderRegistration<T> onType(Class<? extends T> type) {
            types.add(type);
            return this;
        }

        public void register(RenderFunction<T> function) {
            var all = supported.isEmpty() ? DisplayDataRenderable.ANY : supported;
            Renderer.this.register(all, preferred.isEmpty() ? all : preferred, types, function);
        }
    }

    public <T> RenderRegistration<T> createRegistration(Class<T> type) { return new RenderRegistration<>(type); }

    @SuppressWarnings("unchecked") // Called only with what is of one of the types.
    public <T> void register(Set<MIMEType> supported, Set<MIMEType> preferred, Set<Class<? extends T>> types,
            RenderFunction<T> function) {
        registered.add(new Registered(Set.copyOf(types), Set.copyOf(supported), Set.copyOf(preferred),
                (RenderFunction<Object>) function));
    }

    /// Whether a value is shown otherwise than the session would show it.
    public boolean renders(Object value) {
        return value instanceof DisplayData || value instanceof DisplayDataRenderable || !fitting(value).isEmpty();
    }

    public DisplayData render(Object value) { return render(value, Map.of()); }

    public DisplayData render(Object value, Map<String, Object> parameters) {
        if (value instanceof DisplayData data) return data;
        var out = new DisplayData();
        if (value instanceof DisplayDataRenderable renderable) {
            renderable.render(context(renderable.getPreferredRenderTypes(), parameters, out));
        } else {
            fitting(value)
                    .forEach(each -> each.function.render(value, context(each.preferred, parameters, out)));
            own(value).forEach(out::putData);
        }
        return finished(out, value);
    }

    public DisplayData renderAs(Object value, String... types) { return renderAs(value, Map.of(), types); }

    public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
        var wanted = Arrays.stream(types).map(MIMEType::parse)
                .collect(Collectors.toCollection(LinkedHashSet<MIMEType>::new));
        var out = new DisplayData();
        var context = context(wanted, parameters, out);
        if (value instanceof DisplayDataRenderable renderable) renderable.render(context);
        else fitting(value).forEach(each -> each.function.render(value, context));
        var own = own(value);
        for (var type : wanted) {
            if (out.hasDataForType(type) || type.isWildcard() || type.subtypeIsWildcard()) continue;
            if (own.containsKey(type.toString())) out.putData(type, own.get(type.toString()));
            // A text is taken for what the caller says it is.
            else if (value instanceof CharSequence) out.putData(type, value.toString());
        }
        return finished(out, value);
    }

    /// The session's own forms of what is registered nowhere here.
    private Map<String, Object> own(Object value) {
        return renders(value) ? Map.of() : sconce.show.Renderer.show(value);
    }

    private RenderContext context(Set<MIMEType> types, Map<String, Object> parameters, DisplayData out) {
        var wanted = new LinkedHashSet<>(types);
        wanted.add(MIMEType.TEXT_PLAIN);
        return new RenderContext(wanted, this, parameters, out);
    }

    private static DisplayData finished(DisplayData out, Object value) {
        if (!out.hasDataForType(MIMEType.TEXT_PLAIN)) out.putText(String.valueOf(value));
        return out;
    }

    /// The registrations of the nearest class or interface that has any.
    private List<Registered> fitting(Object value) {
        if (registered.isEmpty()) return List.of();
        var waiting = new ArrayDeque<Class<?>>(List.of(value.getClass()));
        var seen = new LinkedHashSet<Class<?>>();
        while (!waiting.isEmpty()) {
            var type = waiting.removeFirst();
            if (!seen.add(type)) continue;
            var found = registered.stream().filter(each -> each.types.contains(type)).toList();
            if (!found.isEmpty()) return found;
            if (type.getSuperclass() != null) waiting.add(type.getSuperclass());
            waiting.addAll(List.of(type.getInterfaces()));
        }
        return new ArrayList<>();
    }
}
