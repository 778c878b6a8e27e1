package sconce.kernel.session;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// What every cell can call without an import, beside the library's `print`.
///
/// ```java
/// var name = input("Who is there? ");
/// display(name);
/// ```
public final class Interactive {
    private Interactive() {}

    /// Code that gives a value; it may throw what it likes.
    @FunctionalInterface
    public interface Expression {
        /// The value.
        @Nullable
        Object evaluate() throws Throwable;
    }

    /// Code that gives nothing; it may throw what it likes.
    @FunctionalInterface
    public interface Statement {
        /// Runs it.
        void execute() throws Throwable;
    }

    /// Hands a cell's last expression to the session as it is. The session writes the call; users need not.
    public static void $value(Expression expression) throws Throwable {
        var value = expression.evaluate();
        var evaluation = evaluation();
        evaluation.value = value;
        evaluation.hasValue = true;
    }

    /// The form for a call that returns nothing.
    public static void $value(Statement statement) throws Throwable { statement.execute(); }

    /// Evaluates an expression that is not the cell's last.
    public static void $ignore(Expression expression) throws Throwable { expression.evaluate(); }

    /// The form for a call that returns nothing.
    public static void $ignore(Statement statement) throws Throwable { statement.execute(); }

    /// Reads a line from the user, as Python's `input()`; null at the end of input.
    public static @Nullable String input() { return input(""); }

    /// Reads a line from the user after showing a prompt; null at the end of input.
    public static @Nullable String input(String prompt) { return read(prompt, false); }

    /// Reads a line that is not shown while it is typed, as Python's `getpass`.
    public static @Nullable String password(String prompt) { return read(prompt, true); }

    private static @Nullable String read(String prompt, boolean password) {
        try {
            return evaluation().front.readLine(prompt, password);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for input");
        }
    }

    /// Shows a value at once, as the last expression of a cell is shown.
    public static void display(@Nullable Object value) { display(UUID.randomUUID().toString(), value); }

    /// Shows a value under an id of one's own.
    public static void display(String id, @Nullable Object value) {
        evaluation().front.display(Rendering.display(value), id, false);
    }

    /// Shows a value in the place of what is shown under this id.
    public static void updateDisplay(String id, @Nullable Object value) {
        evaluation().front.display(Rendering.display(value), id, true);
    }

    /// Removes what the cell has shown so far.
    public static void clearOutput() { clearOutput(false); }

    /// Removes what the cell has shown so far; with `wait`, when it next shows something.
    public static void clearOutput(boolean wait) { evaluation().front.clearOutput(wait); }

    private static Evaluation evaluation() {
        var evaluation = Evaluation.current();
        if (evaluation == null) {
            throw new IllegalStateException("display and input work in a session's cells only");
        }
        return evaluation;
    }
}
