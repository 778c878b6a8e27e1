package sconce.kernel.session;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/// What [Weaver] puts into the classes of cells. Public because those classes live in another package; not for users.
public final class Woven {
    private static volatile int stopping;

    private Woven() {}

    /// At every method's start and before every backward branch: ends the cell when it has been interrupted.
    public static void check() {
        if (stopping != 0) {
            checkSlowly();
        }
    }

    private static void checkSlowly() {
        var evaluation = Evaluation.current();
        if (evaluation != null && evaluation.isStopped() && evaluation.runsOn(Thread.currentThread())) {
            throw evaluation.stopping();
        }
    }

    /// In the place of `System.exit`.
    @SuppressWarnings("DoNotCallSuggester") // Only woven code calls it.
    public static void exit(int status) { throw new SessionExit("System.exit", status); }

    /// In the place of the method of the same name on `Runtime`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void exit(Runtime runtime, int status) { throw new SessionExit("Runtime.exit", status); }

    /// In the place of the method of the same name on `Runtime`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void halt(Runtime runtime, int status) { throw new SessionExit("Runtime.halt", status); }

    /// In the place of `IO.readln`: the question shows its prompt, and what an earlier read has left of a line is no answer.
    public static @Nullable String readln(String prompt) { return Interactive.input(prompt); }

    /// In the place of the form without a prompt.
    public static @Nullable String readln() { return Interactive.input(); }

    /// In the place of `System.console()`.
    public static @Nullable Console console() { return CellConsole.INSTANCE; }

    static synchronized void stoppingBegins() { stopping++; }

    static synchronized void stoppingEnds() { stopping--; }
}
