package sconce.kernel.jupyter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.ErrorOutput;
import sconce.kernel.jupyter.messages.ExecuteInput;
import sconce.kernel.jupyter.messages.ExecuteReply;
import sconce.kernel.jupyter.messages.ExecuteRequest;
import sconce.kernel.jupyter.messages.ExecuteResult;
import sconce.kernel.jupyter.messages.Status;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Inspection;
import sconce.kernel.session.Result;
import sconce.kernel.session.Session;

/// Runs cells: `execute_request` from its input on iopub to its reply.
final class Execution {
    /// `?name` and `name?`, which is no Java, but Jupyter's way to ask for a page of documentation.
    private static final Pattern QUESTION = Pattern.compile("\\?+\\s*([\\w.$]+)|([\\w.$]+)\\s*\\?+");

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final Supplier<Session> session;
    private final Iopub iopub;
    private final Stdin stdin;
    private final History history;
    private final Runnable afterwards;
    private final Map<Exchange, Integer> running = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private int unanswered;

    Execution(Supplier<Session> session, Iopub iopub, Stdin stdin, History history, Runnable afterwards) {
        this.afterwards = afterwards;
        this.session = session;
        this.iopub = iopub;
        this.stdin = stdin;
        this.history = history;
    }

    ExecuteReply execute(ExecuteRequest request, Exchange exchange) {
        begins();
        exchange.afterwards(this::answered);
        int number = request.storeHistory() ? count.incrementAndGet() : count.get();
        if (!request.silent()) exchange.publish(new ExecuteInput(request.code(), number));
        var question = QUESTION.matcher(request.code().strip());
        if (question.matches()) return page(number, question.group(1) != null ? question.group(1) : question.group(2));

        var front = request.silent() ? CellFront.SILENT
                : new CellFront(exchange.request(), iopub, stdin, request.allowStdin());
        running.put(exchange, number);
        Result result;
        try {
            result = exchange.lane().cells().evaluate(request.code(), cell(request, number), front);
        } finally {
            running.remove(exchange);
        }
        afterwards.run();
        if (request.storeHistory()) history.add(number, request.code(), text(result));
        if (result instanceof Result.Value(var value)) {
            if (value != null && !request.silent())
                exchange.publish(new ExecuteResult(number, CellFront.mimeBundle(value), value.metadata()));
            return new ExecuteReply.Ok(number, List.of(), evaluate(request.userExpressions(), exchange));
        }
        var failed = failed(number, result);
        if (!request.silent()) exchange.publish(new ErrorOutput(failed.ename(), failed.evalue(), failed.traceback()));
        if (request.stopOnError()) exchange.lane().abortWaiting();
        return failed;
    }

    /// Waits a moment for the cells that run, which have been told to end, and tells those who wait for the others that the
    /// kernel was shut down.
    void awaitEnd() throws InterruptedException {
        awaitAnswers();
        lastWords("the kernel was shut down while the cell ran");
    }

    private synchronized void begins() { unanswered++; }

    private synchronized void answered() {
        unanswered--;
        notifyAll();
    }

    private synchronized void awaitAnswers() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toNanos(); unanswered > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /// Tells those whose cells run that the process ends under them: code that the session could not hold back has called
    /// `System.exit`, or somebody has sent a signal.
    void lastWords() {
        var culprit = exiting();
        lastWords((culprit == null ? "the process was told to end" : "System.exit was called by " + culprit)
                + ": the kernel ends here, and all variables with it; restart it");
    }

    /// Tells those whose cells run that native code has broken the JVM.
    void crashed() {
        lastWords("KernelCrash",
                "native code has broken the Java virtual machine, as its report above says: the kernel "
                        + "ends here, and all variables with it; restart it");
    }

    private void lastWords(String why) { lastWords("SystemExit", why); }

    private void lastWords(String name, String why) {
        running.forEach((exchange, number) -> {
            var error = new ErrorOutput(name, why, List.of(name + ": " + why));
            exchange.publish(error);
            exchange.reply(new ExecuteReply.Failed(number, error.ename(), error.evalue(), error.traceback()));
            exchange.publish(Status.IDLE);
        });
    }

    /// Who has called `System.exit`, as the first frame that is not the JDK's.
    private static @Nullable String exiting() {
        for (var frames : Thread.getAllStackTraces().values()) {
            var all = List.of(frames);
            if (all.stream().noneMatch(f -> f.getClassName().equals("java.lang.Runtime")
                    && f.getMethodName().equals("exit")))
                continue;
            return all.stream().filter(f -> !f.getClassName().matches("(?:java|jdk|sun)\\..*")).findFirst()
                    .map(f -> f.getClassName().startsWith("REPL.") ? f.getFileName() + ", line " + f.getLineNumber()
                            : f.toString())
                    .orElse(null);
        }
        return null;
    }

    private static CellId cell(ExecuteRequest request, int number) {
        return request.storeHistory() ? CellId.of(number) : new CellId("a cell without a number");
    }

    private static @Nullable String text(Result result) {
        return result instanceof Result.Value(var value) && value != null ? value.text() : null;
    }

    private static ExecuteReply.Failed failed(int number, Result result) {
        return switch (result) {
            case Result.Failure failure ->
                new ExecuteReply.Failed(number, failure.name(), failure.message(), failure.traceback());
            case Result.Interrupted interrupted ->
                new ExecuteReply.Failed(number, "Interrupted", "the cell was interrupted", interrupted.traceback());
            case Result.Value _ -> throw new IllegalArgumentException("a value is no failure");
        };
    }

    private ExecuteReply page(int number, String name) {
        var inspection = session.get().inspect(name, name.length(), 0);
        Map<String, Object> data = inspection == null ? Map.of("text/plain", "Nothing is known about " + name + ".")
                : mimeBundle(inspection);
        return new ExecuteReply.Ok(number, List.of(new ExecuteReply.Page(data)), Map.of());
    }

    static Map<String, Object> mimeBundle(Inspection inspection) {
        return Map.of("text/plain", inspection.text(), "text/markdown", inspection.markdown());
    }

    private Map<String, Object> evaluate(Map<String, @Nullable Object> expressions, Exchange exchange) {
        var values = new LinkedHashMap<String, Object>();
        expressions.forEach((name, expression) -> values.put(name, value(name, String.valueOf(expression), exchange)));
        return values;
    }

    private Map<String, Object> value(String name, String expression, Exchange exchange) {
        var result = exchange.lane().cells().evaluate(expression, new CellId("expression " + name), CellFront.SILENT);
        if (!(result instanceof Result.Value(var value))) {
            var failed = failed(0, result);
            return Map.of("status", "error", "ename", failed.ename(), "evalue", failed.evalue(), "traceback",
                    failed.traceback());
        }
        Map<String, Object> data = value == null ? Map.of("text/plain", "") : CellFront.mimeBundle(value);
        Map<String, Object> metadata = value == null ? Map.of() : value.metadata();
        return Map.of("status", "ok", "data", data, "metadata", metadata);
    }
}
