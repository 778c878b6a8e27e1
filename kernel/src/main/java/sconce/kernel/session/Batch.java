package sconce.kernel.session;

import static sconce.kernel.session.ShellInternals.call;
import static sconce.kernel.session.ShellInternals.constructor;
import static sconce.kernel.session.ShellInternals.field;
import static sconce.kernel.session.ShellInternals.list;
import static sconce.kernel.session.ShellInternals.make;
import static sconce.kernel.session.ShellInternals.method;
import static sconce.kernel.session.ShellInternals.type;
import static sconce.kernel.session.ShellInternals.value;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Lets JShell compile several snippets in one round. It can (it does so for the dependents of a changed snippet), but
/// its API offers it one at a time; this calls the method behind the API. Where the way there is shut, there is no
/// batch, and everything goes one by one, to the same effect.
final class Batch {
    private static final int ANALYSES = 400;

    private static final Pattern WORD = Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

    private final JShell shell;
    private final Object eval;
    private final Object keys;
    private final Object maps;
    private final OnePass onePass;
    private final Method parse;
    private final Method imports;
    private final Method compile;
    private final Method declare;
    private final Method events;
    private final Method statementKey;
    private final Method statementWrap;
    private final Method syntheticDiagnostics;
    private final Method dependents;
    private final Method initialize;
    private final Method wrap;
    private final Method renew;
    private final Field isNew;
    private final Object factory;
    private final Field compilers;
    private final Constructor<?> factories;
    private final Constructor<?> unit;
    private final Constructor<?> diagnostics;
    private final Constructor<?> statement;
    /// JShell's own tables: snippets by their keys, all that there ever were, and what was compiled of them.
    private final List<@Nullable Snippet> byKey;
    private final Map<String, ?> wraps;
    private final Set<?> all;
    private final Map<String, ?> classFiles;
    private final Map<String, ?> classBytes;
    private int analyses;

    @SuppressWarnings("unchecked") // what JDK 25 keeps there
    private Batch(JShell shell) throws ReflectiveOperationException {
        this.shell = shell;
        eval = value(shell, "eval");
        keys = value(shell, "keyMap");
        maps = value(shell, "maps");
        factory = value(shell, "taskFactory");
        onePass = new OnePass(eval, factory);
        byKey = (List<@Nullable Snippet>) value(maps, "keyIndexToSnippet");
        all = (Set<?>) value(maps, "snippets");
        wraps = (Map<String, ?>) value(value(shell, "outerMap"), "classOuters");
        classFiles = (Map<String, ?>) value(value(factory, "fileManager"), "classObjects");
        classBytes = (Map<String, ?>) value(value(shell, "classTracker"), "map");
        var unitType = type("Unit");
        var wrapType = type("Wrap");
        parse = method(eval.getClass(), "sourceToSnippets", String.class);
        imports = method(eval.getClass(), "processImport", String.class, String.class);
        compile = method(eval.getClass(), "compileAndLoad", Set.class);
        declare = method(eval.getClass(), "declare", Snippet.class, type("DiagList"));
        events = method(eval.getClass(), "events", unitType, Collection.class, String.class, type("JShellException"));
        statementKey = method(keys.getClass(), "keyForStatement");
        statementWrap = method(wrapType, "methodWrap", String.class);
        syntheticDiagnostics = method(Snippet.class, "syntheticDiags");
        dependents = method(maps.getClass(), "getDependents", Snippet.class);
        initialize = method(unitType, "initialize");
        wrap = method(unitType, "setWrap", Collection.class, Collection.class);
        renew = method(unitType, "markForReplacement");
        isNew = field(unitType, "isNew");
        compilers = field(factory.getClass(), "javacTaskPool");
        factories = constructor(factory.getClass(), JShell.class);
        unit = constructor(unitType, JShell.class, Snippet.class, Snippet.class, type("DiagList"));
        diagnostics = constructor(type("DiagList"));
        statement = constructor(type("StatementSnippet"), statementKey.getReturnType(), String.class, wrapType);
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
        var parsed = new ArrayList<Snippet>();
        for (var source : sources) {
            for (var each : list(parse, eval, source)) {
                var snippet = (Snippet) each;
                if (snippet.kind() == Snippet.Kind.ERRONEOUS) {
                    return null;
                }
                parsed.add(snippet);
            }
        }
        return parsed;
    }

    /// A block as a snippet, without JShell's trial of whether it is one: the session has parsed it.
    Snippet statement(String source) {
        return (Snippet) make(statement, call(statementKey, keys), source, call(statementWrap, null, source));
    }

    /// Declares all in one round of the compiler. Does not run them.
    List<SnippetEvent> declare(List<Snippet> snippets) {
        // What depends on them is compiled with them, and may mention any variable; an escape may hide a name.
        boolean isSimple = snippets.stream()
                .allMatch(s -> list(dependents, maps, s).isEmpty() && !s.source().contains("\\u"));
        if (!isSimple) return declare(snippets, false);
        var hidden = hideUnmentioned(snippets);
        try {
            return declare(snippets, true);
        } finally {
            show(hidden);
        }
    }

    /// Notes that the compiler looks at something without making classes of it: in JDK 25 it keeps the trees of all that it
    /// has looked at so, some ten kilobytes each, for as long as JShell keeps the compiler.
    void countAnalysis() {
        analyses++;
        if (analyses % ANALYSES == 0) renewCompilers();
    }

    /// Declares them one by one, as JShell does what it has parsed.
    List<SnippetEvent> declareSingly(List<Snippet> snippets) {
        countAnalysis();
        var result = new ArrayList<SnippetEvent>();
        for (var snippet : snippets) {
            for (var event : list(declare, eval, snippet, call(syntheticDiagnostics, snippet))) {
                result.add((SnippetEvent) event);
            }
        }
        return result;
    }

    /// Declares imports that are known to be right, without the compiler.
    List<SnippetEvent> declareImports(String source) {
        var snippet = (Snippet) Objects.requireNonNull(list(imports, eval, source, source).getFirst());
        var alone = unit(snippet);
        call(initialize, alone);
        call(wrap, alone, Set.of(alone), List.of());
        onePass.accept(alone);
        return events(alone, List.of());
    }

    /// Declares a statement where it compiles; else there are no events, and nothing has happened.
    List<SnippetEvent> declareAtOnce(Snippet statement) {
        var hidden = hideUnmentioned(List.of(statement));
        try {
            var alone = unit(statement);
            call(initialize, alone);
            call(wrap, alone, Set.of(alone), List.of());
            return onePass.compile(List.of(alone)) ? events(alone, List.of()) : List.of();
        } finally {
            show(hidden);
        }
    }

    private Object unit(Snippet snippet) {
        var synthetic = call(syntheticDiagnostics, snippet);
        return make(unit, shell, snippet, null, synthetic == null ? make(diagnostics) : synthetic);
    }

    private List<SnippetEvent> events(Object of, Collection<?> others) {
        return list(events, eval, of, others, null, null).stream().map(SnippetEvent.class::cast).toList();
    }

    private void show(Map<Integer, Snippet> hidden) {
        hidden.forEach((key, variable) -> {
            if (byKey.get(key) == null) byKey.set(key, variable);
        });
    }

    private List<SnippetEvent> declare(List<Snippet> snippets, boolean isAlone) {
        var units = new LinkedHashSet<Object>();
        for (var snippet : snippets) units.add(unit(snippet));
        var own = List.copyOf(units);
        boolean inOnePass = isAlone && canPassAtOnce(own, snippets);
        // They import one another, so each must have its class's name before the first is written out.
        for (var each : own) {
            call(initialize, each);
            // A class cannot be loaded twice: JShell finds that out when it has compiled it.
            if (inOnePass && !isNew(each)) call(renew, each);
        }
        for (var each : own) {
            call(wrap, each, units, List.of());
        }
        if (inOnePass) importWhatIsMentioned(own, snippets);
        var compiled = inOnePass && onePass.compile(own) ? own : compile(units);
        var result = new ArrayList<SnippetEvent>();
        for (int i = 0; i < own.size(); i++) {
            // What else has changed comes once, with the last.
            var others = new LinkedHashSet<Object>(compiled);
            others.removeAll(i == own.size() - 1 ? own : compiled);
            result.addAll(events(own.get(i), others));
        }
        return result;
    }

    private Collection<?> compile(Set<Object> units) {
        countAnalysis();
        return (Collection<?>) Objects.requireNonNull(call(compile, eval, units));
    }

    private void importWhatIsMentioned(List<Object> units, List<Snippet> snippets) {
        for (int i = 0; i < units.size(); i++) {
            var words = words(snippets.get(i));
            var mentioned = new ArrayList<Object>();
            for (int j = 0; j < units.size(); j++) {
                var isMentioned = !(snippets.get(j) instanceof PersistentSnippet other) || words.contains(other.name());
                if (i != j && isMentioned) mentioned.add(units.get(j));
            }
            if (!mentioned.isEmpty()) call(wrap, units.get(i), units, mentioned);
        }
    }

    private static Set<String> words(Snippet snippet) {
        return WORD.matcher(snippet.source()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /// Of methods JShell must know what they overload, and of an import whether it is right; a type that is replaced
    /// takes its time anyway.
    private boolean canPassAtOnce(List<Object> units, List<Snippet> snippets) {
        for (int i = 0; i < units.size(); i++) {
            boolean can = switch (snippets.get(i).kind()) {
                case VAR, STATEMENT -> true;
                case TYPE_DECL -> isNew(units.get(i));
                case IMPORT, METHOD, EXPRESSION, ERRONEOUS -> false;
            };
            if (!can) return false;
        }
        return true;
    }

    private boolean isNew(Object of) {
        try {
            return isNew.getBoolean(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes those variables from JShell's sight that these snippets do not mention: it imports each one that there is
    /// into each class that it compiles, so that a cell would slow down with the variables declared before it.
    private Map<Integer, Snippet> hideUnmentioned(List<Snippet> snippets) {
        var mentioned = new HashSet<String>();
        for (var snippet : snippets) mentioned.addAll(words(snippet));
        var hidden = new HashMap<Integer, Snippet>();
        for (int key = 0; key < byKey.size(); key++) {
            if (byKey.get(key) instanceof VarSnippet variable && !mentioned.contains(variable.name())) {
                hidden.put(key, variable);
                byKey.set(key, null);
            }
        }
        return hidden;
    }

    /// Lets JShell forget a statement that is loaded: nothing can refer to it, yet JShell would keep it for ever, and
    /// show its class to the compiler in each round.
    void forget(Snippet snippet, String className) {
        all.remove(snippet);
        int key = byKey.indexOf(snippet);
        if (key >= 0) byKey.set(key, null);
        wraps.remove(className.substring(className.lastIndexOf('.') + 1));
        for (var classes : List.of(classFiles, classBytes)) {
            classes.keySet().removeIf(name -> name.equals(className) || name.startsWith(className + "$"));
        }
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
}
