package sconce.data;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Threads that make batches. One that has had nothing to do for a while ends, so that a loop which was left early leaves
/// none behind.
final class Workers {
    private static final long IDLE_SECONDS = 5;
    private final List<ThreadPoolExecutor> threads;

    Workers(int count) { threads = IntStream.range(0, count).mapToObj(Workers::thread).toList(); }

    private static ThreadPoolExecutor thread(int id) {
        var thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> Thread.ofPlatform().name("DataLoader worker " + id).daemon().unstarted(task));
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    int count() { return threads.size(); }

    <R> Future<R> submit(int worker, Callable<R> task) { return threads.get(worker).submit(task); }
}
