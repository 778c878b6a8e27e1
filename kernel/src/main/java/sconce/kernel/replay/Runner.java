package sconce.kernel.replay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.Output;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Front;
import sconce.kernel.session.Result;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

/// A session that runs the cells of one tutorial, each within a time.
final class Runner implements AutoCloseable {
    /// How long an interrupted cell may take to end before the session is given up.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A cell that has run.
    ///
    /// @param count its execution count
    record Run(int count, CellOutputs gathered, Duration time) {
        List<Output> outputs() { return gathered.outputs(); }

        boolean isFailed() { return gathered.isFailed(); }

        /// Whether it ended by itself: what it put out is all its own.
        boolean isWhole() { return !gathered.isTimedOut(); }
    }

    private final Session session = Session.open(SessionOptions.defaults());
    private final CellOutputs.Displays displays = new CellOutputs.Displays();
    private int count;
    private boolean lost;

    Session session() { return session; }

    /// The number of the cell that runs next.
    int next() { return count + 1; }

    /// Numbers that a prompt in between has used up.
    void skipTo(int next) { count = Math.max(count, next - 1); }

    /// Whether a cell could not be ended: nothing more can run here.
    boolean isLost() { return lost; }

    void interrupt() { session.interrupt(); }

    /// Runs code and waits for its end.
    ///
    /// @param timeout how long it may take; null for ever
    Run run(String code, Front screen, @Nullable Duration timeout) {
        // The time is the cell's own: it starts when the session has.
        if (count == 0) session.isComplete("");
        int number = ++count;
        var outputs = new CellOutputs(displays, screen);
        long start = System.nanoTime();
        var result = new CompletableFuture<Result>();
        Thread.ofPlatform().daemon().name("replay-cell").start(() -> {
            try {
                result.complete(session.evaluate(code, CellId.of(number), outputs));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            outputs.ended(timeout == null ? result.get() : result.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            outputs.ended(timedOut(result, timeout == null ? Duration.ZERO : timeout));
        } catch (ExecutionException e) {
            lost = true;
            outputs.ended(failed("SessionFailed", "the session cannot run: " + e.getCause()));
        } catch (InterruptedException e) {
            session.interrupt();
            Thread.currentThread().interrupt();
            outputs.ended(failed("Interrupted", "the cell was interrupted"));
        }
        return new Run(number, outputs, Duration.ofNanos(System.nanoTime() - start));
    }

    private Output.Failed timedOut(CompletableFuture<Result> result, Duration timeout) {
        session.interrupt();
        var message = "the cell took longer than %s s and was interrupted".formatted(seconds(timeout));
        try {
            if (result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) instanceof Result.Interrupted interrupted) {
                var lines = new java.util.ArrayList<>(interrupted.traceback());
                lines.set(0, CellOutputs.TIMEOUT + ": " + message);
                return new Output.Failed(CellOutputs.TIMEOUT, message, lines);
            }
        } catch (TimeoutException e) {
            lost = true;
            message = "the cell took longer than %s s and could not be interrupted".formatted(seconds(timeout));
        } catch (ExecutionException e) {
            lost = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failed(CellOutputs.TIMEOUT, message);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? "" + time.toSeconds() : "" + time.toMillis() / 1000.0;
    }

    private static Output.Failed failed(String name, String message) {
        return new Output.Failed(name, message, List.of(name + ": " + message));
    }

    @Override
    public void close() { session.close(); }
}
