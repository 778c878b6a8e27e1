package sconce.kernel.session;

import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `System.console()` of a cell: its questions go to the front end, passwords hidden. [Console] is sealed, and the JDK
/// has a class of it that hands everything to an interface; both are reached by `--add-opens java.base/java.io`. Without
/// that a cell sees the console of the process, if it has one.
final class CellConsole {
    static final @Nullable Console INSTANCE = make();

    private CellConsole() {}

    private static @Nullable Console make() {
        try {
            var delegate = Class.forName("jdk.internal.io.JdkConsole");
            var console = Class.forName("java.io.ProxyingConsole").getDeclaredConstructor(delegate);
            console.setAccessible(true);
            return (Console) console.newInstance(Proxy.newProxyInstance(CellConsole.class.getClassLoader(),
                    new Class<?>[] { delegate }, CellConsole::answer));
        } catch (ReflectiveOperationException | InaccessibleObjectException | IllegalArgumentException e) {
            return System.console();
        }
    }

    private static @Nullable Object answer(Object self, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "readLine" -> Interactive.input(text(arguments));
            case "readPassword" -> {
                var typed = Interactive.password(text(arguments));
                yield typed == null ? null : typed.toCharArray();
            }
            case "format", "print", "println" -> {
                System.out.print(text(arguments) + (method.getName().equals("println") ? System.lineSeparator() : ""));
                yield self;
            }
            case "writer" -> new PrintWriter(new Unbuffered());
            case "reader" -> new InputStreamReader(System.in, StandardCharsets.UTF_8);
            case "charset" -> StandardCharsets.UTF_8;
            case "flush" -> {
                System.out.flush();
                yield null;
            }
            case "toString" -> "the console of a session";
            case "hashCode" -> System.identityHashCode(self);
            case "equals" ->
                arguments != null && System.identityHashCode(self) == System.identityHashCode(arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName() + " does not work in a session");
        };
    }

    /// `System.out` as characters: what is written there is there, as on a terminal.
    private static final class Unbuffered extends Writer {
        @Override
        public void write(char[] text, int offset, int length) {
            System.out.print(new String(text, offset, length));
        }

        @Override
        public void flush() { System.out.flush(); }

        @Override
        public void close() { flush(); }
    }

    /// Nothing, one thing, or a locale, a format and what it takes.
    private static String text(Object @Nullable [] arguments) {
        if (arguments == null) return "";
        if (arguments.length == 3 && arguments[0] instanceof Locale locale) {
            return String.format(locale, String.valueOf(arguments[1]), (Object[]) arguments[2]);
        }
        return arguments.length == 1 ? String.valueOf(arguments[0]) : "";
    }
}
