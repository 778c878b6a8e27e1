package sconce.kernel.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;
import sconce.Note;
import sconce.PythonError;

/// An exception for people: what it says, and the user's own lines that led to it. Frames of the JDK, of libraries and
/// of the session are left out, unless there is nothing else.
final class Traceback {
    private static final int MAX_FRAMES = 8;
    private static final int MAX_CAUSES = 4;
    private static final int RAW_FRAMES = 5;
    /// With its message and a last word, ten lines.
    private static final int MAX_CIRCLE = 4;

    /// What the JVM's own messages call the class around a cell's code.
    private static final Pattern SNIPPET_CLASS = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private final Jshell shell;
    private final Throwable thrown;
    private final boolean rawWhenNone;

    /// @param rawWhenNone whether other frames are shown where none is the user's
    Traceback(Jshell shell, Throwable thrown, boolean rawWhenNone) {
        this.shell = shell;
        this.thrown = thrown;
        this.rawWhenNone = rawWhenNone;
    }

    Result failure() {
        if (thrown instanceof SessionExit exit) {
            return new Result.Failure("SystemExit", String.valueOf(exit.getMessage()),
                    List.of(Ansi.red("SystemExit") + ": " + exit.getMessage()), where());
        }
        if (thrown instanceof SPIResolutionException) {
            var unresolved = unresolved();
            if (unresolved != null) {
                return unresolved;
            }
        }
        var lines = new ArrayList<String>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable each = thrown;
        boolean raw = rawWhenNone && !isAnyMine();
        for (int i = 0; each != null && i < MAX_CAUSES && seen.add(each); i++) {
            if (i > 0) {
                lines.add("Caused by:");
            }
            describe(each, lines, raw && i == 0);
            for (var suppressed : each.getSuppressed()) {
                // Notes stand with the error's place already.
                if (!(suppressed instanceof Note) && seen.size() < MAX_CAUSES && seen.add(suppressed)) {
                    lines.add("Suppressed:");
                    describe(suppressed, lines, false);
                }
            }
            each = each.getCause();
        }
        return new Result.Failure(nameOf(thrown), messageOf(thrown), lines, where());
    }

    /// Whether a line of the user's stands in any of the causes: then frames of others say nothing more.
    private boolean isAnyMine() {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var each = thrown; each != null && seen.add(each); each = each.getCause()) {
            if (frames(each).stream().anyMatch(f -> placeOf(f) != null)) {
                return true;
            }
        }
        return false;
    }

    /// All of it as lines of text, for a stream.
    String text() {
        var lines = failure() instanceof Result.Failure failure ? failure.traceback() : List.of(String.valueOf(thrown));
        return String.join("\n", lines) + "\n";
    }

    /// A use of what refers to names that nothing declares: the place of those names, then that of the use.
    private Result.@Nullable Failure unresolved() {
        for (var frame : frames(thrown)) {
            var outer = SnippetLoader.outerOf(frame.getClassName());
            var declared = SnippetLoader.isSnippetClass(frame.getClassName()) ? shell.unresolvedIn(outer) : null;
            if (declared != null && !declared.names().isEmpty()) {
                var failure = CompileErrors.missing(shell, "not declared yet: ", declared.cell(), declared.cellText(),
                        declared.start(), declared.end(), declared.names());
                var lines = new ArrayList<>(failure.traceback());
                addFrames(thrown, lines, false, outer);
                return new Result.Failure(failure.name(), failure.message(), lines, failure.where());
            }
        }
        return null;
    }

    Result interrupted() {
        var lines = new ArrayList<String>();
        lines.add(Ansi.red("Interrupted"));
        addFrames(thrown, lines, false);
        return new Result.Interrupted(lines);
    }

    private void describe(Throwable each, List<String> lines, boolean first) {
        var message = messageOf(each);
        var head = message.lines().toList();
        lines.add(Ansi.red(nameOf(each)) + (head.isEmpty() ? "" : ": " + head.getFirst()));
        head.stream().skip(1).forEach(lines::add);
        var where = each instanceof PythonError error ? error.where() : null;
        if (where != null && !where.isBlank()) {
            lines.add("in " + where);
        }
        lines.addAll(Note.of(each));
        addFrames(each, lines, first);
    }

    private void addFrames(Throwable each, List<String> lines, boolean rawWhenNone) {
        addFrames(each, lines, rawWhenNone, "");
    }

    /// @param but an outer class whose lines are not the user's
    private void addFrames(Throwable each, List<String> lines, boolean rawWhenNone, String but) {
        var frames = frames(each);
        var mine = frames.stream().filter(f -> placeOf(f) != null)
                .filter(f -> !SnippetLoader.outerOf(f.getClassName()).equals(but)).toList();
        if (mine.isEmpty() && rawWhenNone) {
            frames.stream().limit(RAW_FRAMES).forEach(f -> lines.add(Ansi.dim("    at " + f)));
        }
        // A cell's own last expression is a lambda inside the cell's method: one line, not two.
        var shownOnce = new ArrayList<String>();
        for (var frame : mine) {
            var text = describe(frame);
            if (!methodName(frame).isEmpty() || shownOnce.isEmpty() || !text.equals(shownOnce.getLast())) {
                shownOnce.add(text);
            }
        }
        int most = each instanceof StackOverflowError ? MAX_FRAMES / 2 : MAX_FRAMES;
        int shown = 0;
        for (int at = 0; at < shownOnce.size();) {
            int period = period(shownOnce, at);
            if (shown + period > most) {
                lines.add(Ansi.dim("    ... and further up"));
                break;
            }
            lines.addAll(shownOnce.subList(at, at + period));
            shown += period;
            int end = at + period;
            while (end < shownOnce.size() && shownOnce.get(end).equals(shownOnce.get(end - period))) {
                end++;
            }
            int repeats = end - at - period;
            if (repeats > 0) lines.add(Ansi.dim("    ... " + repeats + " more of the same"));
            at = end;
        }
    }

    /// How many frames from here on come again at once: methods that call one another in a circle. 1 when none do.
    private static int period(List<String> frames, int at) {
        for (int period = 1; period <= MAX_CIRCLE && at + 2 * period <= frames.size(); period++) {
            if (frames.subList(at, at + period).equals(frames.subList(at + period, at + 2 * period))) return period;
        }
        return 1;
    }

    private String describe(StackTraceElement frame) {
        var place = placeOf(frame);
        if (place == null) {
            return frame.toString();
        }
        var in = methodName(frame);
        return Ansi.bold(place.cell() + ", line " + frame.getLineNumber()) + (in.isEmpty() ? "" : ", in " + in) + "\n"
                + Ansi.red("--> ") + place.line(frame.getLineNumber()).strip();
    }

    /// `Add.forward`, `helper`, or nothing for a cell's own statements.
    private static String methodName(StackTraceElement frame) {
        var outer = SnippetLoader.outerOf(frame.getClassName());
        var method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            int end = method.lastIndexOf('$');
            method = method.substring("lambda$".length(), Math.max(end, "lambda$".length()));
        }
        if (method.startsWith("do_it$")) {
            return "";
        }
        if (frame.getClassName().length() == outer.length()) {
            return method;
        }
        // An anonymous class has a number for a name.
        var type = frame.getClassName().substring(outer.length() + 1).replace('$', '.').replaceAll("(?:^|\\.)\\d+", "");
        if (type.isEmpty()) {
            return method;
        }
        return method.equals("<init>") ? "new " + type : type + "." + method;
    }

    private @Nullable Place placeOf(StackTraceElement frame) {
        return SnippetLoader.isSnippetClass(frame.getClassName()) && frame.getLineNumber() > 0
                ? shell.placeOf(frame.getClassName())
                : null;
    }

    private static List<StackTraceElement> frames(Throwable each) {
        return List.of(each.getStackTrace()).stream()
                .takeWhile(f -> !f.getClassName().equals(Engine.class.getName())).filter(f -> !isEngine(f)).toList();
    }

    private static boolean isEngine(StackTraceElement frame) {
        return frame.getClassName().startsWith("sconce.kernel.session.")
                || frame.getClassName().startsWith("java.lang.reflect.")
                || frame.getClassName().startsWith("jdk.internal.reflect.")
                || frame.getClassName().startsWith("jdk.jshell.");
    }

    /// `cell 3, line 2` of the first frame that is the user's.
    private @Nullable String where() {
        for (var frame : frames(thrown)) {
            var place = placeOf(frame);
            if (place != null) return place.cell() + ", line " + frame.getLineNumber();
        }
        return null;
    }

    private static String nameOf(Throwable each) {
        if (each instanceof SPIResolutionException) {
            return "CompileError";
        }
        var name = each.getClass().getSimpleName();
        return name.isEmpty() ? each.getClass().getName() : name;
    }

    private String messageOf(Throwable each) {
        if (each instanceof SPIResolutionException) {
            return "this uses something that is not declared yet";
        }
        if (each instanceof StackOverflowError) {
            return "the calls nest too deep: a method that calls itself without end?";
        }
        try {
            return each.getMessage() == null ? "" : SNIPPET_CLASS.matcher(each.getMessage()).replaceAll("");
        } catch (RuntimeException e) {
            return "(its getMessage() threw " + e.getClass().getSimpleName() + ")";
        }
    }
}
