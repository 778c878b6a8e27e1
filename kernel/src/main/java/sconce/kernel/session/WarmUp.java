package sconce.kernel.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadPoolExecutor;

/// Takes the compiler through what first cells do, in small steps and only while no cell waits. Declares nothing.
final class WarmUp {
    private final ThreadPoolExecutor thread;
    private final Queue<Runnable> steps;

    WarmUp(ThreadPoolExecutor thread, Jshell shell, CellSplitter splitter) {
        this.thread = thread;
        this.steps = new ArrayDeque<>(List.of(
                () -> splitter.split("int a(int x) { return x; }\nvar b = a(1);\nif (b > 0) { a(2); }\nb + 1"),
                () -> shell.locked(a -> a.sourceToSnippets("{ for (var i : List.of(1)) { String.valueOf(i); } }")),
                () -> shell.locked(a -> a.sourceToSnippets("var $a = new ArrayList<>(List.of(1, 2));"))));
    }

    void next() {
        var step = thread.getQueue().isEmpty() ? steps.poll() : null;
        if (step != null) {
            step.run();
            if (!thread.isShutdown()) {
                thread.execute(this::next);
            }
        }
    }
}
