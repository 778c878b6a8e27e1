package sconce.kernel.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/// Takes the compiler through what first cells do, in small steps and only while nobody asks for anything. Declares
/// nothing.
///
/// The JIT compiler learns from repetition, and a cell's compiler is fast from the hundredth cell on: while somebody reads
/// and types, there is time for these hundred.
final class WarmUp {
    private static final int TIMES = 50;
    private static final Duration PAUSE = Duration.ofMillis(300);
    /// By then JShell's index is made, whoever is busy.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> BLOCKS = List.of("{ $value(() -> 1 + 1); }",
            "{ for (var i : List.of(1)) { System.out.println(String.valueOf(i)); } }");

    private final CellThread thread;
    private final Jshell shell;
    private final Queue<Runnable> first;
    private final Queue<Runnable> again = new ArrayDeque<>();

    WarmUp(CellThread thread, Jshell shell, CellSplitter splitter) {
        this.thread = thread;
        this.shell = shell;
        first = new ArrayDeque<>(List.of(() -> shell.rehearse(BLOCKS.getFirst()),
                () -> splitter.split("int a(int x) { return x; }\nvar b = a(1);\nif (b > 0) { a(2); }\nb + 1"),
                () -> shell.rehearse(BLOCKS.getLast()),
                () -> shell.analysed(a -> a.sourceToSnippets("var $a = new ArrayList<>(List.of(1, 2));"))));
        for (int i = 0; i < TIMES; i++) {
            for (var block : BLOCKS) again.add(() -> shell.rehearse(block));
        }
    }

    void start() { Thread.ofPlatform().daemon().name("session-warm-up").start(this::run); }

    private void run() {
        long start = System.nanoTime();
        try {
            while (!again.isEmpty() && !thread.isClosed()) {
                boolean quiet = thread.isIdle() && shell.isQuietFor(PAUSE);
                if (quiet || System.nanoTime() - start > PATIENCE.toNanos()) shell.openIndex();
                if (!first.isEmpty() && thread.isIdle()) thread.perform(first.remove());
                else if (quiet) thread.perform(again.remove());
                else
                    Thread.sleep(PAUSE.dividedBy(4));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException | CompletionException e) {
            if (!thread.isClosed()) throw e; // the session was closed meanwhile, and the step says so
        } finally {
            shell.openIndex();
        }
    }
}
