package sconce.kernel.session;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One cell's run: whose output goes where, and whether it has been told to stop. Threads that a cell starts inherit it,
/// so what they print later still goes to that cell.
final class Evaluation {
    private static final InheritableThreadLocal<@Nullable Evaluation> OWN = new InheritableThreadLocal<>();
    /// Those that run, the latest last.
    private static final Deque<Evaluation> RUNNING = new ConcurrentLinkedDeque<>();
    private static volatile @Nullable Evaluation latest;

    private static final int PATIENCE = 30; // tenths of a second

    final CellId cell;
    final Front front;
    final Input input = new Input();
    final Comms comms;
    private final Function<Throwable, String> traceback;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean inUserCode;
    private @Nullable CellStopped stopSignal;
    private volatile boolean stopped;
    private @Nullable List<Runnable> lastActions = new ArrayList<>();

    /// The last value handed over by `$value`, when [#hasValue].
    @Nullable
    Object value;

    boolean hasValue;

    /// The session as the cell's own code reaches it.
    volatile @Nullable MagicHost host;

    /// What the magic that ran last gave, for `$magic()`.
    @Nullable
    Object ofMagic;

    /// How often the code of `%timeit` runs the next time.
    long loops;

    /// The id of what was displayed last.
    @Nullable
    String displayed;

    private Evaluation(CellId cell, Front front, Comms comms, Function<Throwable, String> traceback) {
        this.cell = cell;
        this.front = front;
        this.comms = comms;
        this.traceback = traceback;
        this.thread = Thread.currentThread();
    }

    /// Begins a run on the calling thread.
    ///
    /// @param traceback what is told of an exception that ends one of the cell's own threads
    static Evaluation begin(CellId cell, Front front, Comms comms, Function<Throwable, String> traceback) {
        var evaluation = new Evaluation(cell, front, comms, traceback);
        OWN.set(evaluation);
        RUNNING.add(evaluation);
        latest = evaluation;
        return evaluation;
    }

    /// The run that the calling thread belongs to, or null on a thread that no cell started.
    static @Nullable Evaluation current() {
        // Workers of the common pool live on from cell to cell: what they do now is the running cell's.
        return isSharedWorker(Thread.currentThread()) ? latest : OWN.get();
    }

    /// The run that the calling thread belongs to.
    ///
    /// @param what what cannot be done without one
    static Evaluation require(String what) {
        var evaluation = current();
        if (evaluation == null) throw new IllegalStateException(what + " in a session's cells only");
        return evaluation;
    }

    /// The run that began last and goes on, else the last one; null before the first.
    static @Nullable Evaluation latest() { return latest; }

    static boolean isAnyRunning() { return !RUNNING.isEmpty(); }

    /// Tells, where its cell's output goes, of an exception that has ended a thread; false for a thread of no cell.
    static boolean tell(Thread thread, Throwable thrown) {
        var evaluation = current();
        if (evaluation == null) return false;
        evaluation.front.stderr("In thread " + thread.getName() + ": " + evaluation.traceback.apply(thrown));
        return true;
    }

    void giveValue(@Nullable Object given) {
        value = given;
        hasValue = true;
    }

    /// The value, for code that does something with it other than to show it.
    @Nullable
    Object takeValue() {
        var taken = hasValue ? value : null;
        value = null;
        hasValue = false;
        return taken;
    }

    boolean isStopped() { return stopped && ended.getCount() > 0; }

    /// Whether the cell's own code runs on this thread, or a part of it that the cell waits for.
    @SuppressWarnings("ReferenceEquality") // A thread, a pool is itself alone.
    boolean runsOn(Thread other) { return other == thread || isSharedWorker(other); }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSharedWorker(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /// From here to [#leaveUserCode] the thread may be interrupted; outside, an interrupt would close the compiler's files.
    synchronized void enterUserCode() {
        if (stopped) {
            throw new CellStopped();
        }
        inUserCode = true;
    }

    synchronized void leaveUserCode() {
        inUserCode = false;
        var _ = Thread.interrupted();
    }

    private synchronized void interruptUserCode() {
        if (inUserCode) {
            thread.interrupt();
        }
    }

    /// Tells the cell to stop, again and again until it has: code that swallows one interrupt meets the next.
    void stop() {
        synchronized (this) {
            if (stopped || ended.getCount() == 0) {
                return;
            }
            stopped = true;
        }
        Woven.stoppingBegins();
        interruptUserCode();
        Thread.ofPlatform().daemon().name("cell-interrupter").start(() -> {
            try {
                for (int times = 0; !ended.await(100, TimeUnit.MILLISECONDS); times++) {
                    interruptUserCode();
                    if (times == PATIENCE) front.stderr(doesNotStop());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Woven.stoppingEnds();
            }
        });
    }

    /// What cannot be stopped from outside: native code, and methods of the JDK that take no interrupt.
    private String doesNotStop() {
        var inner = "";
        for (var frame : thread.getStackTrace()) {
            if (SnippetLoader.isSnippetClass(frame.getClassName())) break;
            inner = frame.getClassName() + "." + frame.getMethodName();
        }
        return "The cell goes on: " + (inner.isEmpty() ? "it" : inner)
                + " does not let itself be interrupted. Wait for its end, or restart.\n";
    }

    /// That of the first time, since code that catches it and goes on meets it again and again.
    synchronized CellStopped stopping() {
        if (stopSignal == null) stopSignal = new CellStopped();
        return stopSignal;
    }

    /// Runs an action when the cell's code has ended and its end has not been told; false if that has passed.
    synchronized boolean beforeEnd(Runnable action) { return lastActions != null && lastActions.add(action); }

    private void runLastActions() {
        List<Runnable> actions;
        synchronized (this) {
            actions = lastActions == null ? List.of() : lastActions;
            lastActions = null;
        }
        for (var action : actions) {
            try {
                action.run();
            } catch (RuntimeException | LinkageError broken) {
                front.stderr("what the cell showed last could not be shown: " + broken + "\n");
            }
        }
    }

    void end() {
        runLastActions();
        ended.countDown();
        value = null;
        ofMagic = null;
        RUNNING.remove(this);
        var other = RUNNING.peekLast();
        if (other != null) latest = other;
    }
}
