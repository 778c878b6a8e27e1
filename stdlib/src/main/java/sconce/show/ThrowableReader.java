package sconce.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.show.TableNode.Column;

/// From an exception that is shown as a value to the table of where it came from, causes below it.
final class ThrowableReader {
    private static final int MOST_FRAMES = 30;
    private static final int MOST_CAUSES = 8;

    private ThrowableReader() {}

    static TableNode read(Throwable thrown) {
        var rows = new ArrayList<List<String>>();
        var more = frames(thrown, rows);
        for (var cause : causes(thrown)) {
            rows.add(List.of("caused by", said(cause)));
            more += frames(cause, rows);
        }
        return new TableNode(thrown.getClass().getSimpleName(),
                thrown.getMessage() == null ? List.of() : List.of(thrown.getMessage()),
                List.of(new Column("where", false), new Column("at", false)), rows, more);
    }

    /// The exception and what caused it, a line each.
    static String text(Throwable thrown) {
        var text = new StringBuilder(said(thrown));
        for (var cause : causes(thrown)) text.append("\ncaused by ").append(said(cause));
        return text.toString();
    }

    private static String said(Throwable thrown) {
        return ValueText.of(ValueReader.read(thrown, ValueReader.Limits.DISPLAY));
    }

    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        seen.add(thrown);
        for (@Nullable
        Throwable cause = thrown.getCause(); cause != null && causes.size() < MOST_CAUSES
                && seen.add(cause); cause = cause.getCause())
            causes.add(cause);
        return causes;
    }

    private static int frames(Throwable thrown, List<List<String>> rows) {
        var shown = 0;
        var frames = thrown.getStackTrace();
        for (var frame : frames) {
            if (shown == MOST_FRAMES) break;
            if (isPlumbing(frame.getClassName())) continue;
            // JShell wraps a cell into classes of its own, which nobody has written.
            var type = frame.getClassName().replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$?", "");
            var method = type.isEmpty() && frame.getMethodName().equals("do_it$") ? "cell" : frame.getMethodName();
            rows.add(List.of((type.isEmpty() ? "" : type + ".") + method,
                    frame.getFileName() == null ? "" : frame.getFileName() + ":" + frame.getLineNumber()));
            shown++;
        }
        return shown == MOST_FRAMES ? frames.length - shown : 0;
    }

    private static boolean isPlumbing(String type) {
        return type.startsWith("jdk.internal.") || type.startsWith("java.lang.reflect.")
                || type.startsWith("java.lang.invoke.") || type.startsWith("jdk.jshell.")
                || type.startsWith("java.util.concurrent.") || type.equals("java.lang.Thread")
                || type.startsWith("sconce.kernel.");
    }
}
