package sconce.kernel.session;

import org.jspecify.annotations.Nullable;

/// A live Java session. Cells are evaluated one after another on one thread that lives as long as the session, so that
/// thread-local state (the grad mode among it) survives from cell to cell.
///
/// ```java
/// try (var session = Session.open(SessionOptions.defaults())) {
///     session.evaluate("1 + 1", CellId.of(1), front);   // Value(text/plain: 2)
/// }
/// ```
public final class Session implements AutoCloseable {
    private Session() {}

    /// A session that makes itself ready on background threads; the first call waits for what it needs.
    public static Session open(SessionOptions options) { return new Session(); }

    /// Runs a cell and waits for its end. Output goes to the front end while it runs.
    public Result evaluate(String code, CellId cell, Front front) { throw new UnsupportedOperationException(); }

    /// What could stand at the cursor (in UTF-16 units).
    public Completions complete(String code, int cursor) { throw new UnsupportedOperationException(); }

    /// What is known about the name at the cursor, or null; detail 1 adds sources where they are known.
    public @Nullable Inspection inspect(String code, int cursor, int detail) {
        throw new UnsupportedOperationException();
    }

    /// Whether the code could be evaluated as it stands.
    public Completeness isComplete(String code) { throw new UnsupportedOperationException(); }

    /// Ends the running cell, if any; returns at once.
    public void interrupt() {}

    /// Ends the running cell and the session.
    @Override
    public void close() {}
}
