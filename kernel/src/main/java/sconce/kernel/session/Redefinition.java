package sconce.kernel.session;

import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import sconce.nn.Module;

/// Keeps the values of variables while classes and methods are declared anew. JShell compiles again whatever refers to
/// such a class or method: a variable whose type or initialiser does so comes back empty, or not at all.
///
/// A variable made by `new C(..)` of a changed class is made again, with the old one's parameters; any other value stays
/// what it was, under a type that still holds it.
final class Redefinition {
    private static final Pattern WORD = Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");
    private static final Pattern CREATION = Pattern.compile("(?s)=\\s*new\\s+(\\w+)\\s*(?:<[^()]*>)?\\s*\\(");

    /// A variable as it was; `source` is what the user declared it by.
    private record Kept(VarSnippet snippet, String className, String source) {}

    /// Runs a snippet's code as the cell's own.
    @FunctionalInterface
    interface Runner {
        void run(Jshell.Declared declared) throws Throwable;
    }

    private final Jshell shell;
    private final Evaluation evaluation;
    private final Runner runner;
    private final Map<String, Kept> variables = new LinkedHashMap<>();
    private final Map<String, String> types;
    /// The classes that have changed, by name, as they were.
    private final Map<String, @Nullable Class<?>> changed = new HashMap<>();
    /// Those that compile now and did not before.
    private final Set<String> appeared = new HashSet<>();
    private final List<String> told = new ArrayList<>();

    /// Looks at the variables as they are before a declaration.
    Redefinition(Jshell shell, Evaluation evaluation, Runner runner) {
        this.shell = shell;
        this.evaluation = evaluation;
        this.runner = runner;
        types = shell.typeClasses();
        for (var variable : shell.definedVariables()) {
            var source = shell.creations.getOrDefault(variable.name(), variable.source());
            variables.put(variable.name(), new Kept(variable, shell.className(variable), source));
        }
    }

    /// Gives back what the declaration took.
    ///
    /// @param own   variables that have been declared themselves
    /// @param again variables that the rest of the cell declares: not worth making anew
    void restore(Set<String> own, Set<String> again) throws Throwable {
        var now = shell.typeClasses();
        types.forEach((name, className) -> {
            if (!className.equals(now.get(name))) {
                changed.put(name, shell.classOf(className + "$" + name));
            }
        });
        appeared.addAll(now.keySet());
        appeared.removeAll(types.keySet());
        boolean isSameTypes = changed.isEmpty() && appeared.isEmpty();
        var touched = isSameTypes ? touched() : variables.keySet();
        for (var entry : variables.entrySet()) {
            if (!own.contains(entry.getKey()) && touched.contains(entry.getKey())) {
                restore(entry.getKey(), entry.getValue(), again.contains(entry.getKey()));
            }
        }
        if (!told.isEmpty()) {
            evaluation.front.stderr(String.join("; ", told) + System.lineSeparator());
        }
    }

    /// The variables that are no longer in the class where they were.
    private Set<String> touched() {
        var touched = new HashSet<>(variables.keySet());
        for (var now : shell.definedVariables()) {
            var kept = variables.get(now.name());
            if (kept != null && shell.className(now).equals(kept.className)) touched.remove(now.name());
        }
        return touched;
    }

    private @Nullable Object old(Kept kept) throws ReflectiveOperationException {
        return shell.valueIn(kept.className, kept.snippet.name());
    }

    private void restore(String name, Kept kept, boolean again) throws Throwable {
        var now = shell.variable(name).filter(shell::isDefined).orElse(null);
        var old = old(kept);
        var creation = created(kept);
        if (creation != null && !again && shell.isComplete(creation) && make(name, kept, creation)) {
            return;
        }
        if (now != null && shell.className(now).equals(kept.className)) {
            return;
        }
        // A list of a changed class's objects is one of that class's no longer.
        var type = surviving(kept.snippet.typeName());
        boolean same = type.equals(kept.snippet.typeName());
        if (now != null && (same || old == null) && holds(now, old)) {
            shell.setValue(now, old);
            return;
        }
        if (!declare(name, type, old) && !declare(name, surviving(old), old)) {
            declare(name, "Object", old);
        }
        if (old != null && !same) {
            if (creation != null) {
                shell.creations.put(name, kept.source);
            }
            if (!again) {
                var shown = type.replaceAll("\\b(?:\\w+\\.)+(?=\\w)", "");
                told.add("%s keeps what it held, of the old class, as %s: %s".formatted(name, shown, creation != null
                        ? "it is made anew when the class compiles"
                        : "run its declaration again to make it anew"));
            }
        }
    }

    private static boolean isOld(@Nullable Object value, String type) {
        return value != null && SnippetLoader.isSnippetClass(value.getClass().getName())
                && value.getClass().getSimpleName().equals(type);
    }

    /// The changed class that the variable was made from, if `new` of it is its whole initialiser and it still holds one.
    private @Nullable String created(Kept kept) throws ReflectiveOperationException {
        var source = Comments.blank(kept.source);
        var creation = CREATION.matcher(source);
        if (!creation.find()) {
            return null;
        }
        var type = creation.group(1);
        if ((!changed.containsKey(type) && !appeared.contains(type)) || !isOld(old(kept), type)
                || !WORD.matcher(source.substring(0, creation.start())).results().map(MatchResult::group).toList()
                        .contains(kept.snippet.name())) {
            return null;
        }
        int depth = 1;
        int at = creation.end();
        boolean quoted = false;
        for (; at < source.length() && depth > 0; at++) {
            char c = source.charAt(at);
            if (c == '\\' && quoted) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return depth == 0 && source.substring(at).replace(";", "").isBlank() ? type : null;
    }

    /// Runs the initialiser again; what it made before gives its parameters.
    private boolean make(String name, Kept kept, String type) throws Throwable {
        var declared = shell.declare(evaluation.cell, kept.source, new SnippetSource().take(kept.source, 0,
                kept.source.length()));
        try {
            if (declared.isRejected() || shell.variable(name).filter(shell::isDefined).isEmpty()) {
                return false;
            }
            runner.run(declared);
        } catch (CellStopped stopped) {
            throw stopped;
        } catch (Throwable thrown) {
            told.add(name + " could not be made anew (" + thrown + ")");
            return false;
        }
        shell.creations.remove(name);
        var variable = shell.variable(name);
        var fresh = variable.isPresent() ? shell.valueOf(variable.get()) : null;
        told.add(name + " is made anew from the changed " + type + ": "
                + (old(kept) instanceof Module from && fresh instanceof Module to
                        ? ModuleState.move(from, to)
                        : "its fields begin as the class says"));
        return true;
    }

    private boolean declare(String name, String type, @Nullable Object value) throws ReflectiveOperationException {
        var declared = shell.declare(evaluation.cell, "", new SnippetSource().insert(type + " " + name + ";", 0));
        var made = declared.isRejected() ? null : shell.variable(name).filter(shell::isDefined).orElse(null);
        if (made == null || !holds(made, value)) {
            return false;
        }
        shell.setValue(made, value);
        return true;
    }

    private boolean holds(VarSnippet variable, @Nullable Object value) throws ReflectiveOperationException {
        var type = shell.typeOf(variable);
        return type.isPrimitive()
                ? value != null && MethodType.methodType(type).wrap().returnType().isInstance(value)
                : value == null || type.isInstance(value);
    }

    /// A type's text with each changed class in it replaced by what it extended.
    private String surviving(String type) {
        return WORD.matcher(type).replaceAll(m -> changed.containsKey(m.group())
                ? Matcher.quoteReplacement(above(changed.get(m.group())))
                : m.group());
    }

    private String surviving(@Nullable Object value) { return value == null ? "Object" : above(value.getClass()); }

    private String above(@Nullable Class<?> type) {
        for (var up = type == null ? null : type.getSuperclass(); up != null; up = up.getSuperclass()) {
            boolean cell = SnippetLoader.isSnippetClass(up.getName());
            if (cell && Objects.equals(shell.typeClasses().get(up.getSimpleName()), SnippetLoader.outerOf(up.getName()))
                    && !changed.containsKey(up.getSimpleName())) {
                return up.getSimpleName();
            }
            if (!cell && Modifier.isPublic(up.getModifiers()) && up.getCanonicalName() != null) {
                return up.getCanonicalName();
            }
        }
        return "Object";
    }
}
