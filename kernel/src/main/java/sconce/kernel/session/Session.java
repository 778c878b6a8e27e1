package sconce.kernel.session;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A live Java session. Cells are evaluated one after another on one thread that lives as long as the session, so that
/// thread-local state (the grad mode among it) survives from cell to cell; [#openThread()] gives another one beside it.
///
/// ```java
/// try (var session = Session.open(SessionOptions.defaults())) {
///     session.evaluate("1 + 1", CellId.of(1), front);   // Value(text/plain: 2)
/// }
/// ```
public final class Session implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "session-" + COUNT.incrementAndGet();
    private final CompletableFuture<Jshell> shell = new CompletableFuture<>();
    private final CompletableFuture<CellSplitter> splitter = new CompletableFuture<>();
    private final CompletableFuture<Documentation> documentation = shell.thenApply(Documentation::new);
    private final Comms comms = new Comms();
    private final CellThread main = new CellThread(name, shell, splitter, comms);
    private final List<CellThread> others = new CopyOnWriteArrayList<>();

    private Session() {}

    /// A session that makes itself ready on its own thread; the first call waits for what it needs.
    public static Session open(SessionOptions options) { return open(options, true); }

    static Session open(SessionOptions options, boolean batches) {
        ClassPathIndex.prepare();
        StandardStreams.install();
        var session = new Session();
        session.main.execute(() -> session.start(options, batches));
        return session;
    }

    private void start(SessionOptions options, boolean batches) {
        try {
            var made = new Jshell(options, batches);
            Thread.currentThread().setContextClassLoader(made.loader());
            made.preload(Preload.source(options.preload(), made.loader()));
            var cells = new CellSplitter(made.analysis());
            splitter.complete(cells);
            shell.complete(made);
            new WarmUp(main, made, cells).start();
        } catch (Throwable e) {
            splitter.completeExceptionally(e);
            shell.completeExceptionally(e);
        }
    }

    /// Runs a cell on the first thread and waits for its end. Output goes to the front end while it runs.
    public Result evaluate(String code, CellId cell, Front front) { return main.evaluate(code, cell, front); }

    /// The thread that cells run on where no other is named.
    public CellThread mainThread() { return main; }

    /// A thread more, for cells that run while another one does.
    public CellThread openThread() {
        others.removeIf(CellThread::isClosed);
        var opened = new CellThread(name + "-" + COUNT.incrementAndGet(), shell, splitter, comms);
        others.add(opened);
        return opened;
    }

    /// The conversations with the front end beside the cells.
    public Comms comms() { return comms; }

    /// The session as a debugger sees it; waits until it is ready.
    public Debuggee debuggee() { return new Debuggee(shell.join(), openThread(), name); }

    /// What could stand at the cursor (in UTF-16 units).
    public Completions complete(String code, int cursor) {
        return new MagicAssist(shell.join(), documentation.join()).complete(code, cursor);
    }

    /// What is known about the name at the cursor, or null; detail 1 adds the whole documentation.
    public @Nullable Inspection inspect(String code, int cursor, int detail) {
        return new MagicAssist(shell.join(), documentation.join()).inspect(code, cursor, detail);
    }

    /// The signatures of the name that the code ends in, as one line each; none for a name that has no documentation.
    public List<String> signatures(String code) { return documentation.join().signatures(code); }

    /// Whether the code could be evaluated as it stands.
    public Completeness isComplete(String code) {
        var ready = shell.join();
        var magics = new MagicAssist(ready, documentation.join());
        var found = magics.completeness(code);
        // JShell asks where code ends, not whether it is any: `int = 7;` ends well.
        return found.status() == Completeness.Status.COMPLETE
                && ready.locked(_ -> magics.java(code).stream().flatMap(java -> splitter.join().split(java).stream()))
                        .anyMatch(p -> p.kind() == Piece.Kind.ERRONEOUS)
                                ? new Completeness(Completeness.Status.INVALID, "")
                                : found;
    }

    /// What has been declared and still stands. Waits for the cell that runs on the first thread.
    public Declarations declarations() { return whenIdle(Jshell::declarations); }

    /// Takes back all that is declared under a name, as soon as no cell runs on the first thread; gives what that was:
    /// `variable x`, `method f`.
    public List<String> drop(String name) {
        return whenIdle(ready -> ready.drop((declared, _) -> declared.equals(name)));
    }

    /// Takes back what a cell has declared and what still stands of it.
    public List<String> drop(CellId cell) { return whenIdle(ready -> ready.drop((_, by) -> by.equals(cell))); }

    private <T> T whenIdle(Function<Jshell, T> task) {
        return CompletableFuture.supplyAsync(() -> task.apply(shell.join()), main::execute).join();
    }

    /// Adds a jar or a folder of classes for the cells that follow.
    public void addToClassPath(Path path) { var _ = shell.join().addToClassPath(List.of(path)); }

    /// What every session has imported: the text after `import`.
    public static List<String> standardImports() { return Preload.names(); }

    /// Whether the first cell need not wait for the session any more.
    public boolean isReady() { return shell.isDone(); }

    /// Runs this once the first cell need not wait any more: not before, since it would only hold that one up.
    public void whenReady(Runnable action) {
        var _ = shell.thenRun(action);
    }

    /// Ends the cells that run, on all threads; returns at once.
    public void interrupt() {
        main.interrupt();
        others.forEach(CellThread::interrupt);
    }

    /// Ends the running cells and the session.
    @Override
    public void close() {
        main.close();
        others.forEach(CellThread::close);
        var _ = shell.thenAccept(Jshell::close);
    }
}
