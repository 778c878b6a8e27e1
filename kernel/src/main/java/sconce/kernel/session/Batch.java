package sconce.kernel.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/// Lets JShell compile several snippets in one round. It can (it does so for the dependents of a changed snippet), but
/// its API offers it one at a time; this calls the method behind the API. Where the JVM was started without
/// `--add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED`, or the JDK is another one inside, there is no batch, and everything
/// goes one by one, to the same effect.
final class Batch {
    private final JShell shell;
    private final Object eval;
    private final Object keys;
    private final Method parse;
    private final Method compile;
    private final Method events;
    private final Method statementKey;
    private final Method statementWrap;
    private final Method syntheticDiagnostics;
    private final Method initialize;
    private final Method wrap;
    private final Object factory;
    private final Field compilers;
    private final Constructor<?> factories;
    private final Constructor<?> unit;
    private final Constructor<?> diagnostics;
    private final Constructor<?> statement;

    private Batch(JShell shell) throws ReflectiveOperationException {
        this.shell = shell;
        eval = field("eval").get(shell);
        keys = field("keyMap").get(shell);
        var snippetType = Snippet.class;
        var unitType = internal("Unit");
        var diagnosticsType = internal("DiagList");
        var wrapType = internal("Wrap");
        parse = method(eval.getClass(), "sourceToSnippets", String.class);
        compile = method(eval.getClass(), "compileAndLoad", Set.class);
        events = method(eval.getClass(), "events", unitType, Collection.class, String.class,
                internal("JShellException"));
        statementKey = method(keys.getClass(), "keyForStatement");
        statementWrap = method(wrapType, "methodWrap", String.class);
        syntheticDiagnostics = method(snippetType, "syntheticDiags");
        initialize = method(unitType, "initialize");
        wrap = method(unitType, "setWrap", Collection.class, Collection.class);
        factory = field("taskFactory").get(shell);
        compilers = factory.getClass().getDeclaredField("javacTaskPool");
        compilers.setAccessible(true);
        factories = constructor(factory.getClass(), JShell.class);
        unit = constructor(unitType, JShell.class, snippetType, snippetType, diagnosticsType);
        diagnostics = constructor(diagnosticsType);
        statement = constructor(internal("StatementSnippet"), statementKey.getReturnType(), String.class, wrapType);
    }

    /// The way in, or null where it is shut.
    static @Nullable Batch of(JShell shell) {
        try {
            return new Batch(shell);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return null;
        }
    }

    /// The snippets of these declarations, or null when one does not parse. Nothing has been declared yet.
    @Nullable
    List<Snippet> parse(List<String> sources) {
        var all = new ArrayList<Snippet>();
        for (var source : sources) {
            for (var each : list(call(parse, eval, source))) {
                var snippet = (Snippet) each;
                if (snippet.kind() == Snippet.Kind.ERRONEOUS) {
                    return null;
                }
                all.add(snippet);
            }
        }
        return all;
    }

    /// A block as a snippet, without JShell's trial of whether it is one: the session has parsed it.
    Snippet statement(String source) {
        return (Snippet) make(statement, call(statementKey, keys), source, call(statementWrap, null, source));
    }

    /// Declares all in one round of the compiler. Does not run them.
    List<SnippetEvent> declare(List<Snippet> snippets) {
        var units = new LinkedHashSet<Object>();
        for (var snippet : snippets) {
            var synthetic = call(syntheticDiagnostics, snippet);
            units.add(make(unit, shell, snippet, null, synthetic == null ? make(diagnostics) : synthetic));
        }
        var own = List.copyOf(units);
        // They import one another, so each must have its class's name before the first is written out.
        for (var each : own) {
            call(initialize, each);
            call(wrap, each, units, List.of());
        }
        var compiled = (Collection<?>) call(compile, eval, units);
        var result = new ArrayList<SnippetEvent>();
        for (int i = 0; i < own.size(); i++) {
            // What else has changed comes once, with the last.
            var others = new LinkedHashSet<Object>(compiled);
            others.removeAll(i == own.size() - 1 ? own : compiled);
            for (var event : list(call(events, eval, own.get(i), others, null, null))) {
                result.add((SnippetEvent) event);
            }
        }
        return result;
    }

    /// Lets go of the compilers that JShell keeps for the next time. One that has met a limit of the class file format (a
    /// text or a method that is too long) meets it in all that it compiles from then on (JDK 25).
    void renewCompilers() {
        try {
            compilers.set(factory, compilers.get(make(factories, shell)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> internal(String name) throws ClassNotFoundException {
        return Class.forName("jdk.jshell." + name);
    }

    private static Field field(String name) throws NoSuchFieldException {
        var field = JShell.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        var method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static Constructor<?> constructor(Class<?> type, Class<?>... parameters) throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }

    private static List<?> list(@Nullable Object returned) { return (List<?>) Objects.requireNonNull(returned); }

    private static @Nullable Object call(Method method, @Nullable Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object... arguments) {
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
