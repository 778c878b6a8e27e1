package sconce.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread on which cells run one after another and which lives from cell to cell, so that thread-local state (the grad
/// mode among it) survives. A session has a first one and as many more as it is asked for, Jupyter's subshells: they see
/// the same variables and types, and what they declare they declare one at a time.
public final class CellThread implements AutoCloseable {
    /// Deep enough for long recursions, shallow enough that an endless one ends within a moment.
    private static final long STACK_BYTES = 16L << 20;

    private final ThreadPoolExecutor thread;
    private final CompletableFuture<Jshell> shell;
    private final CompletableFuture<CellSplitter> splitter;
    private final String name;
    private final Comms comms;
    private @Nullable Evaluation running;
    private int coming; // so many wait for the session to be ready, or for their turn
    private boolean interruptedBefore; // while one was coming and none ran

    /// What a front end has a session's thread do beside cells.
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    CellThread(String name, CompletableFuture<Jshell> shell, CompletableFuture<CellSplitter> splitter, Comms comms) {
        this.name = name;
        this.comms = comms;
        this.shell = shell;
        this.splitter = splitter;
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var made = new Thread(null, task, name, STACK_BYTES);
            made.setDaemon(true);
            return made;
        });
    }

    /// Runs a cell and waits for its end. Output goes to the front end while it runs.
    public Result evaluate(String code, CellId cell, Front front) {
        return onThread(() -> evaluateHere(code, cell, front));
    }

    private Result evaluateHere(String code, CellId cell, Front front) {
        return here(cell, front, (ready, evaluation) -> {
            ready.workplace.note(cell, code);
            return new Evaluator(ready, splitter.join(), evaluation, code).evaluate();
        });
    }

    /// Runs code that cells have left behind, as a cell, and waits for its end. What it throws is told on the front end's
    /// `stderr`; false when it threw.
    boolean run(CellId cell, Front front, Action action) {
        return onThread(() -> here(cell, front, (ready, evaluation) -> {
            try {
                evaluation.enterUserCode();
                try {
                    action.run();
                } finally {
                    evaluation.leaveUserCode();
                }
                return true;
            } catch (Throwable thrown) {
                front.stderr(new Traceback(ready, thrown, true).text());
                return false;
            }
        }));
    }

    private <T> T onThread(Supplier<T> work) {
        synchronized (this) {
            coming++;
        }
        try {
            return CompletableFuture.supplyAsync(work, thread).join();
        } finally {
            synchronized (this) {
                coming--;
                interruptedBefore = false;
            }
        }
    }

    private <T> T here(CellId cell, Front front, BiFunction<Jshell, Evaluation, T> work) {
        var ready = shell.join();
        Thread.currentThread().setContextClassLoader(ready.loader());
        StandardStreams.remember();
        var evaluation = Evaluation.begin(cell, front, comms, thrown -> new Traceback(ready, thrown, true).text());
        evaluation.host = new MagicHost(ready, splitter.join(), evaluation, cell);
        begins(evaluation);
        try {
            return work.apply(ready, evaluation);
        } finally {
            begins(null);
            NativeStreams.flush();
            evaluation.end();
            if (StandardStreams.restore()) {
                front.stderr(
                        "System.out, err and in are the cells' own again: this cell had set others, and kept them\n");
            }
        }
    }

    private synchronized void begins(@Nullable Evaluation evaluation) {
        running = evaluation;
        if (evaluation != null && interruptedBefore) evaluation.stop();
    }

    /// Ends the cell that runs, or waits for the session to be ready, if any; returns at once.
    public synchronized void interrupt() {
        if (running != null) running.stop();
        else
            interruptedBefore = coming > 0;
    }

    /// Ends the running cell and the thread.
    @Override
    public void close() {
        interrupt();
        thread.shutdown();
    }

    String name() { return name; }

    boolean isClosed() { return thread.isShutdown(); }

    void execute(Runnable task) { thread.execute(task); }

    /// Whether nothing runs and nothing waits.
    synchronized boolean isIdle() { return coming == 0 && running == null; }

    /// Runs what is no cell and waits for its end.
    void perform(Runnable task) { CompletableFuture.runAsync(task, thread).join(); }
}
