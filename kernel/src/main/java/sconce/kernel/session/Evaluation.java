package sconce.kernel.session;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One cell's run: whose output goes where, and whether it has been told to stop. Threads that a cell starts inherit it,
/// so what they print later still goes to that cell.
final class Evaluation {
    private static final InheritableThreadLocal<@Nullable Evaluation> OWN = new InheritableThreadLocal<>();
    /// Those that run, the latest last.
    private static final Deque<Evaluation> RUNNING = new ConcurrentLinkedDeque<>();
    private static volatile @Nullable Evaluation latest;

    final CellId cell;
    final Front front;
    final Input input;
    final Comms comms;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean inUserCode;
    private volatile boolean stopped;

    /// The last value handed over by `$value`, when [#hasValue].
    @Nullable
    Object value;

    boolean hasValue;

    /// The id of what was displayed last.
    @Nullable
    String displayed;

    private Evaluation(CellId cell, Front front, Input input, Comms comms) {
        this.cell = cell;
        this.front = front;
        this.input = input;
        this.comms = comms;
        this.thread = Thread.currentThread();
    }

    /// Begins a run on the calling thread.
    static Evaluation begin(CellId cell, Front front, Input input, Comms comms) {
        var evaluation = new Evaluation(cell, front, input, comms);
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
                while (!ended.await(100, TimeUnit.MILLISECONDS)) {
                    interruptUserCode();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Woven.stoppingEnds();
            }
        });
    }

    void end() {
        ended.countDown();
        value = null;
        RUNNING.remove(this);
        var other = RUNNING.peekLast();
        if (other != null) latest = other;
    }
}
