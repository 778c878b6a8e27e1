package sconce.kernel.session;

import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A session as a debugger sees it: which cell a class came from, what its variables hold, and expressions that are
/// evaluated beside a cell which stands still.
public final class Debuggee implements AutoCloseable {
    /// A value by name, with the name of its declared type.
    public record Variable(String name, String type, @Nullable Object value) {}

    /// How an evaluation ended.
    ///
    /// @param failure why there is no value, or null
    public record Evaluated(@Nullable Object value, @Nullable String failure) {}

    private static final int MOST_CHILDREN = 200;
    private static final int MOST_TEXT = 2000;
    private static final Pattern THIS = Pattern.compile("\\bthis\\b");

    /// Where a debugger of this very JVM puts objects that it has found, for [#slots] to be read here.
    @SuppressWarnings("NullAway") // An array of what may be null.
    private static volatile Object[] slots = {};
    private static volatile List<Variable> locals = List.of();
    private static volatile @Nullable Object given;

    private final Jshell shell;
    private final CellThread thread;
    private final String mainThread;

    Debuggee(Jshell shell, CellThread thread, String mainThread) {
        this.shell = shell;
        this.thread = thread;
        this.mainThread = mainThread;
    }

    /// Makes room for so many objects; the field of that name then is an array that the debugger fills.
    public static void makeSlots(int count) { slots = new Object[count]; }

    /// What the debugger has put there.
    public static @Nullable Object slot(int index) { return slots[index]; }

    /// The name of that field.
    public static String slotsField() { return "slots"; }

    /// For the code of [#evaluate]: a variable of the frame.
    public static @Nullable Object local(int index) { return locals.get(index).value; }

    /// For the code of [#evaluate]: takes its value.
    public static void give(Callable<?> code) throws Exception { given = code.call(); }

    /// The name of the thread that cells run on where no other is named.
    public String mainThread() { return mainThread; }

    /// The name of the thread that [#evaluate] uses.
    public String ownThread() { return thread.name(); }

    /// The text of the cell that a class came from, or null when it came from none.
    public @Nullable String sourceOf(String className) {
        var place = SnippetLoader.isSnippetClass(className) ? shell.placeOf(className) : null;
        return place == null || place.source().isEmpty() ? null : place.source();
    }

    /// How the cell with this text was called when it last ran: `cell 3`.
    public String cellOf(String className) {
        var place = shell.placeOf(className);
        return place == null ? className : place.cell().name();
    }

    /// What the session's variables hold.
    public List<Variable> variables() {
        var all = new ArrayList<Variable>();
        for (var each : shell.definedVariables()) {
            try {
                all.add(new Variable(each.name(), each.typeName(), shell.valueOf(each)));
            } catch (ReflectiveOperationException e) {
                all.add(new Variable(each.name(), each.typeName(), null));
            }
        }
        return all;
    }

    /// The value of an expression, or of statements, in which these variables are known and `this` is the one of that
    /// name. Runs on a thread of its own.
    public synchronized Evaluated evaluate(String expression, List<Variable> frame) {
        var code = THIS.matcher(expression.strip().replaceAll(";+$", "")).replaceAll("\\$this");
        var known = frame.stream()
                .map(v -> v.name.equals("this") ? new Variable("$this", v.type, v.value) : v)
                .filter(v -> Pattern.compile("(?<![\\w$.])" + Pattern.quote(v.name) + "(?![\\w$])").matcher(code)
                        .find())
                .toList();
        var declared = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            var type = sourceName(known.get(i).type);
            declared.append("%s %s = (%s) sconce.kernel.session.Debuggee.local(%d); ".formatted(type,
                    known.get(i).name, type, i));
        }
        locals = known;
        given = null;
        var give = "sconce.kernel.session.Debuggee.give(() -> { " + declared;
        var result = run(give + "return " + code + "; })");
        if (result instanceof Result.Failure failed && failed.name().equals("CompileError")) {
            var again = run(give + code + "; return null; })");
            if (again instanceof Result.Value) result = again;
        }
        return switch (result) {
            case Result.Value _ -> new Evaluated(given, null);
            case Result.Failure failure -> new Evaluated(null, failure.name() + ": " + failure.message());
            case Result.Interrupted _ -> new Evaluated(null, "interrupted");
        };
    }

    /// Makes a variable of the session that holds what this one does; null, or why it cannot.
    public synchronized @Nullable String declare(String name, Variable variable) {
        locals = List.of(variable);
        var type = sourceName(variable.type);
        return run("%s %s = (%s) sconce.kernel.session.Debuggee.local(0);".formatted(type, name,
                type)) instanceof Result.Failure failure ? failure.message() : null;
    }

    private Result run(String code) { return thread.evaluate(code, new CellId("the debugger"), Silent.FRONT); }

    /// `REPL.$JShell$11$Foo` is `Foo` in a cell; what has no name there is an Object.
    private static String sourceName(String type) {
        var name = type.replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "").replace('$', '.');
        return Pattern.compile("(?:^|\\.)\\d|^REPL|/").matcher(name).find() ? "Object" : name;
    }

    /// A value as one line of text.
    public static String text(@Nullable Object value) {
        try {
            var text = value instanceof String s ? '"' + s + '"' : Rendering.display(value).text();
            return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "...";
        } catch (RuntimeException | StackOverflowError e) {
            return "(its toString() threw " + e.getClass().getSimpleName() + ")";
        }
    }

    /// A value as the front end shows it.
    public static Displayed display(@Nullable Object value) { return Rendering.display(value); }

    /// What is in a value: elements, entries, fields; nothing for what is shown whole by its text.
    public static List<Variable> children(@Nullable Object value) {
        var children = new ArrayList<Variable>();
        switch (value) {
            case null -> {
            }
            case String _,Number _,Boolean _,Character _,Enum<?> _,Class<?> _ -> {
            }
            case Map<?, ?> map -> map.entrySet().stream().limit(MOST_CHILDREN)
                    .forEach(e -> children.add(new Variable(String.valueOf(e.getKey()), typeOf(e.getValue()),
                            e.getValue())));
            case Iterable<?> all -> {
                for (var each : all) {
                    if (children.size() == MOST_CHILDREN) break;
                    children.add(new Variable("[" + children.size() + "]", typeOf(each), each));
                }
            }
            case Object array when array.getClass().isArray() -> {
                for (int i = 0; i < Math.min(MOST_CHILDREN, Array.getLength(array)); i++) {
                    children.add(new Variable("[" + i + "]", array.getClass().getComponentType().getTypeName(),
                            Array.get(array, i)));
                }
            }
            default -> fields(value, children);
        }
        return children;
    }

    /// Fields of an object, those of its superclasses first; what another module keeps to itself is left out.
    private static void fields(Object value, List<Variable> into) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            var own = new ArrayList<Variable>();
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) continue;
                try {
                    field.setAccessible(true);
                    own.add(new Variable(field.getName(), field.getType().getTypeName(), field.get(value)));
                } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                    break;
                }
            }
            into.addAll(0, own);
        }
    }

    private static String typeOf(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getTypeName();
    }

    @Override
    public void close() { thread.close(); }

    /// What an evaluated expression prints goes nowhere.
    private static final class Silent implements Front {
        static final Silent FRONT = new Silent();

        @Override
        public void stdout(String text) {}

        @Override
        public void stderr(String text) {}

        @Override
        public void display(Displayed displayed, @Nullable String displayId, boolean update) {}

        @Override
        public void clearOutput(boolean wait) {}

        @Override
        public @Nullable String readLine(String prompt, boolean password) {
            throw new UnsupportedOperationException("the debugger's expressions take no input");
        }
    }
}
