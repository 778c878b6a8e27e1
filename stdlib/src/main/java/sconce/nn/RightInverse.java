package sconce.nn;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// Finds and calls a parametrization's own `rightInverse(Tensor)`, of any visibility, as its `forward` is found.
final class RightInverse {
    private static final ClassValue<Optional<Method>> METHODS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) { return find(type); }
    };

    private RightInverse() {}

    private static Optional<Method> find(Class<?> type) {
        for (Class<?> c = type; c != null && c != Module.class; c = c.getSuperclass()) {
            for (var method : c.getDeclaredMethods()) {
                var parameters = method.getParameterTypes();
                if (!method.isSynthetic() && method.getName().equals("rightInverse") && parameters.length == 1
                        && parameters[0].isAssignableFrom(Tensor.class)) {
                    method.setAccessible(true);
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }

    static boolean exists(Module parametrization) { return METHODS.get(parametrization.getClass()).isPresent(); }

    /// What `rightInverse` gives: a tensor, a list where it gives several, or something wrong.
    static @Nullable Object apply(Module parametrization, @Nullable Object value) {
        try {
            var result = METHODS.get(parametrization.getClass()).orElseThrow().invoke(parametrization, value);
            return result instanceof Object[] several ? Arrays.asList(several) : result;
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException error) throw error;
            if (thrown.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether a result is a sequence, which Python tells from a tensor.
    static boolean isSequence(@Nullable Object result) { return result instanceof List<?>; }
}
