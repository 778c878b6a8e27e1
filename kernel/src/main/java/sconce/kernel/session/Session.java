package sconce.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    /// Deep enough for long recursions, shallow enough that an endless one ends within a moment.
    private static final long STACK_BYTES = 16L << 20;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ThreadPoolExecutor thread;
    private final CompletableFuture<Jshell> shell = new CompletableFuture<>();
    private final CompletableFuture<CellSplitter> splitter = new CompletableFuture<>();
    private final Input input = new Input();
    private volatile @Nullable Evaluation running;

    private Session() {
        var name = "session-" + COUNT.incrementAndGet();
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var made = new Thread(null, task, name, STACK_BYTES);
            made.setDaemon(true);
            return made;
        });
    }

    /// A session that makes itself ready on its own thread; the first call waits for what it needs.
    public static Session open(SessionOptions options) { return open(options, true); }

    static Session open(SessionOptions options, boolean batches) {
        StandardStreams.install();
        var session = new Session();
        session.thread.execute(() -> session.start(options, batches));
        return session;
    }

    private void start(SessionOptions options, boolean batches) {
        try {
            var made = new Jshell(options, batches);
            Thread.currentThread().setContextClassLoader(made.loader());
            made.declare(new CellId("preload"), "",
                    new SnippetSource().insert(Preload.source(options.preload(), made.loader()), 0));
            var cells = new CellSplitter(made.analysis());
            splitter.complete(cells);
            shell.complete(made);
            thread.execute(new WarmUp(thread, made, cells)::next);
        } catch (Throwable e) {
            splitter.completeExceptionally(e);
            shell.completeExceptionally(e);
        }
    }

    /// Runs a cell and waits for its end. Output goes to the front end while it runs.
    public Result evaluate(String code, CellId cell, Front front) {
        return CompletableFuture.supplyAsync(() -> evaluateHere(code, cell, front), thread).join();
    }

    private Result evaluateHere(String code, CellId cell, Front front) {
        StandardStreams.repair();
        var evaluation = Evaluation.begin(cell, front, input);
        running = evaluation;
        try {
            return new Evaluator(shell.join(), splitter.join(), evaluation, code).evaluate();
        } finally {
            running = null;
            evaluation.end();
        }
    }

    /// What could stand at the cursor (in UTF-16 units).
    public Completions complete(String code, int cursor) { return new Completion(shell.join()).at(code, cursor); }

    /// What is known about the name at the cursor, or null; detail 1 adds the whole documentation.
    public @Nullable Inspection inspect(String code, int cursor, int detail) {
        return new Documentation(shell.join()).at(code, cursor, detail);
    }

    /// Whether the code could be evaluated as it stands.
    public Completeness isComplete(String code) {
        var found = new Completion(shell.join()).completeness(code);
        // JShell asks where code ends, not whether it is any: `int = 7;` ends well.
        return found.status() == Completeness.Status.COMPLETE
                && splitter.join().split(code).stream().anyMatch(p -> p.kind() == Piece.Kind.ERRONEOUS)
                        ? new Completeness(Completeness.Status.INVALID, "")
                        : found;
    }

    /// Ends the running cell, if any; returns at once.
    public void interrupt() {
        var evaluation = running;
        if (evaluation != null) {
            evaluation.stop();
        }
    }

    /// Ends the running cell and the session.
    @Override
    public void close() {
        interrupt();
        thread.shutdown();
        var _ = shell.thenAccept(Jshell::close);
    }
}
