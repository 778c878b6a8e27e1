package sconce.kernel.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A session for a test class, and short ways to ask it.
final class Cells implements AutoCloseable {
    private final boolean batches;
    private @Nullable Session session;
    private final AtomicInteger count = new AtomicInteger();
    Recorder front = new Recorder();

    Cells() { this(true); }

    Cells(boolean batches) { this.batches = batches; }

    /// Opened when it is first wanted, and anew for a test that is run again after all others.
    synchronized Session session() {
        var open = session;
        if (open == null) open = session = Session.open(SessionOptions.defaults(), batches);
        return open;
    }

    Result run(String code) {
        front = new Recorder();
        return run(code, front);
    }

    Result run(String code, Front to) { return session().evaluate(code, CellId.of(count.incrementAndGet()), to); }

    /// The text of the cell's value, or of whatever else it ended in.
    String value(String code) {
        return switch (run(code)) {
            case Result.Value(var value) -> value == null ? "" : value.text();
            case Result.Failure failure -> "FAILED " + plain(failure);
            case Result.Interrupted _ -> "INTERRUPTED";
        };
    }

    Result.Failure failure(String code) {
        var result = run(code);
        if (result instanceof Result.Failure failure) {
            return failure;
        }
        throw new AssertionError(code + " should fail, but gave " + result);
    }

    int number() { return count.get(); }

    /// The traceback without colours.
    static String plain(Result.Failure failure) {
        return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Override
    public synchronized void close() {
        if (session != null) session.close();
        session = null;
    }
}
