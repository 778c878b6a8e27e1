package sconce.kernel.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cell ended.
public sealed interface Result {
    /// The cell ran to its end.
    ///
    /// @param value the last expression's value, or null when the cell ends in no value to show
    record Value(@Nullable Displayed value) implements Result {}

    /// The cell did not compile, threw, or asked the JVM to end.
    ///
    /// @param name      the exception's simple class name; `CompileError`, `SystemExit`
    /// @param message   its message, one line where possible
    /// @param traceback lines for people, with ANSI colours; the message and place are among them
    /// @param where     `cell 3, line 2`, or null when no line of the user's is to blame
    record Failure(String name, String message, List<String> traceback, @Nullable String where) implements Result {
        public Failure {
            traceback = List.copyOf(traceback);
        }
    }

    /// The cell was interrupted.
    ///
    /// @param traceback where it was, for people
    record Interrupted(List<String> traceback) implements Result {
        public Interrupted {
            traceback = List.copyOf(traceback);
        }
    }
}
