package sconce.kernel.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Takes the compiler through what first cells do, in small steps and only while no cell waits. Declares nothing.
final class WarmUp {
    private final CellThread thread;
    private final Queue<Runnable> steps;

    WarmUp(CellThread thread, Jshell shell, CellSplitter splitter) {
        this.thread = thread;
        this.steps = new ArrayDeque<>(List.of(
                () -> shell.rehearse("{ $value(() -> 1); }"),
                () -> splitter.split("int a(int x) { return x; }\nvar b = a(1);\nif (b > 0) { a(2); }\nb + 1"),
                () -> shell.rehearse("{ for (var i : List.of(1)) { String.valueOf(i); } }"),
                () -> shell.analysed(a -> a.sourceToSnippets("var $a = new ArrayList<>(List.of(1, 2));"))));
    }

    void start() { thread.execute(() -> thread.whileIdle(this::step)); }

    private boolean step() {
        var step = steps.poll();
        try {
            if (step != null) step.run();
            return !steps.isEmpty();
        } catch (IllegalStateException e) {
            if (thread.isClosed()) return false; // the session was closed meanwhile, and JShell says so
            throw e;
        }
    }
}
