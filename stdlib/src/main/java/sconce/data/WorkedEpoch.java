package sconce.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import sconce.Generator;
import sconce.TorchException;

/// The batches of an epoch, made ahead by workers in turn.
final class WorkedEpoch<B> implements Iterator<B> {
    private record Waiting<B>(int worker, Future<Optional<B>> batch) {}

    private final Iterator<List<Integer>> order;
    private final Supplier<Fetch<B>> fetches;
    private final LoaderOptions options;
    private final Workers workers;
    private final Deque<Waiting<B>> waiting = new ArrayDeque<>();
    private final Map<Integer, Fetch<B>> fetchOfWorker = new ConcurrentHashMap<>();
    private final Map<Integer, WorkerInfo> infos = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private int turn;
    private Optional<B> next = Optional.empty();

    WorkedEpoch(Iterator<List<Integer>> order, Supplier<Fetch<B>> fetches, LoaderOptions options, Dataset<?> dataset,
            long seed, Workers workers) {
        this.order = order;
        this.fetches = fetches;
        this.options = options;
        this.workers = workers;
        for (var id = 0; id < workers.count(); id++) {
            var own = seed + id;
            infos.put(id, new WorkerInfo(id, workers.count(), own, dataset, new Generator().manualSeed(own)));
        }
        for (var i = 0; i < options.ahead(); i++) ask();
    }

    /// Asks the worker whose turn it is for one more batch.
    private void ask() {
        if (ended.size() == workers.count() || !order.hasNext()) return;
        while (ended.contains(turn)) turn = (turn + 1) % workers.count();
        var worker = turn;
        turn = (turn + 1) % workers.count();
        var indices = order.next();
        waiting.add(new Waiting<>(worker, workers.submit(worker, () -> work(worker, indices))));
    }

    private Optional<B> work(int worker, List<Integer> indices) {
        WorkerInfo.CURRENT.set(infos.get(worker));
        try {
            var fetch = fetchOfWorker.computeIfAbsent(worker, id -> {
                if (options.workerInitFn != null) options.workerInitFn.accept(id);
                return fetches.get();
            });
            return fetch.fetch(indices);
        } finally {
            WorkerInfo.CURRENT.remove();
        }
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !waiting.isEmpty()) {
            var first = take();
            next = result(first);
            if (next.isEmpty()) ended.add(first.worker);
            ask();
        }
        return next.isPresent();
    }

    private Waiting<B> take() {
        if (!options.inOrder) {
            for (var each : waiting) {
                if (each.batch.isDone()) {
                    waiting.remove(each);
                    return each;
                }
            }
        }
        return waiting.remove();
    }

    private Optional<B> result(Waiting<B> asked) {
        try {
            return options.timeout > 0 ? asked.batch.get((long) (options.timeout * 1000), TimeUnit.MILLISECONDS)
                    : asked.batch.get();
        } catch (ExecutionException failed) {
            stop();
            throw unwrapped(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException late) {
            stop();
            throw new TorchException("DataLoader timed out after " + number(options.timeout) + " seconds");
        } catch (InterruptedException stopped) {
            stop();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a batch");
        }
    }

    private static String number(double seconds) {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }

    /// The worker's own error, which the loop throws as if it had made the batch itself.
    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) throw error;
        return cause instanceof RuntimeException plain ? plain : new TorchException(String.valueOf(cause));
    }

    private void stop() {
        waiting.forEach(each -> each.batch.cancel(true));
        waiting.clear();
        for (var id = 0; id < workers.count(); id++) ended.add(id);
    }

    @Override
    public B next() {
        if (!hasNext()) throw new NoSuchElementException("the epoch has no more batches");
        var batch = next.orElseThrow();
        next = Optional.empty();
        return batch;
    }
}
