package sconce.kernel.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way to what is behind JShell's API. All of it throws where the JVM was started without
/// `--add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED`, or where the JDK is another one inside.
final class ShellInternals {
    private ShellInternals() {}

    static Class<?> type(String name) throws ClassNotFoundException { return Class.forName("jdk.jshell." + name); }

    static Field field(Class<?> type, String name) throws NoSuchFieldException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    static Object value(Object of, String field) throws ReflectiveOperationException {
        return Objects.requireNonNull(field(of.getClass(), field).get(of));
    }

    static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        var method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    static Constructor<?> constructor(Class<?> type, Class<?>... parameters) throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }

    static @Nullable Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<?> list(Method method, Object on, @Nullable Object... arguments) {
        return (List<?>) Objects.requireNonNull(call(method, on, arguments));
    }

    static boolean is(Method method, Object on, @Nullable Object... arguments) {
        return (boolean) Objects.requireNonNull(call(method, on, arguments));
    }

    static Object make(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException failure(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getCause());
    }
}
