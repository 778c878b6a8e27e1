package sconce.kernel.jupyter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.ErrorReply;
import sconce.kernel.jupyter.messages.ExecuteReply;
import sconce.kernel.jupyter.messages.NoReply;
import sconce.kernel.jupyter.messages.Reply;
import sconce.kernel.jupyter.messages.Status;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.MalformedMessageException;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.session.CellThread;

/// The requests of one channel, served one after another on a thread of their own: busy, handler, reply, idle. Nothing that
/// a handler throws ends it; a request whose content does not fit its type is answered by an error that says so.
final class Lane {
    private static final String REQUEST = "_request";
    private static final String EXECUTE = "execute" + REQUEST;

    /// Wakes a lane that is to end.
    private static final Message END = new Message(List.of(), new Header("", "", Map.of()), null, Map.of(), Map.of(),
            List.of());

    private final Channel channel;
    private final Handlers handlers;
    private final Sockets sockets;
    private final Iopub iopub;
    private final @Nullable String subshell;
    private final CompletableFuture<CellThread> cells;
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private volatile boolean ending;
    private int toAbort; // so many of the messages that wait next are of before a failure; only the lane's thread looks

    /// @param subshell the subshell whose requests these are (JEP 91), or null
    /// @param cells the thread that cells of this lane run on
    Lane(Channel channel, @Nullable String subshell, CompletableFuture<CellThread> cells, Handlers handlers,
            Sockets sockets,
            Iopub iopub) {
        this.subshell = subshell;
        this.cells = cells;
        this.channel = channel;
        this.handlers = handlers;
        this.sockets = sockets;
        this.iopub = iopub;
    }

    void start() {
        var name = channel.name().toLowerCase(Locale.ROOT) + (subshell == null ? "" : "-" + subshell);
        Thread.ofPlatform().name("jupyter-" + name).daemon().start(this::run);
    }

    /// The thread that cells of this lane run on.
    CellThread cells() { return cells.join(); }

    /// Ends its running cell, if any.
    void interrupt() {
        if (cells.isDone() && !cells.isCompletedExceptionally()) cells.join().interrupt();
    }

    /// Ends the running cell, the lane and its cells' thread, once what has arrived is served.
    void end() {
        interrupt();
        ending = true;
        waiting.add(END);
    }

    void accept(Message message) { waiting.add(message); }

    /// Answers the execute requests that have arrived by now with `aborted`. For handlers of this lane.
    void abortWaiting() {
        sockets.drained().join(); // what a client sent in one go, but is not yet in the queue, counts too
        toAbort = waiting.size();
    }

    private void run() {
        while (!ending || !waiting.isEmpty()) {
            try {
                var message = waiting.take();
                if (message.header().msgType().isEmpty()) continue;
                boolean abort = toAbort > 0;
                if (abort) toAbort--;
                serve(message, abort);
            } catch (InterruptedException e) {
                Debug.log("an interrupt without a cell on " + channel, e); // a lane ends with its process only
            } catch (RuntimeException | Error e) {
                Debug.log("a request on " + channel, e);
            }
        }
        var _ = cells.thenAccept(CellThread::close);
    }

    private void serve(Message message, boolean abort) {
        var type = message.header().msgType();
        Handlers.@Nullable Call call;
        try {
            call = handlers.read(type, message.fields());
        } catch (MalformedMessageException e) {
            Debug.log("refused a " + type, e);
            if (!type.endsWith(REQUEST)) return;
            call = exchange -> new ErrorReply("MalformedMessage", type + ": " + e.getMessage());
        }
        if (call == null) {
            Debug.log("dropped a message", new MalformedMessageException("no handler for " + type));
            return;
        }
        if (channel == Channel.SHELL && !Objects.equals(message.header().subshellId(), subshell)) {
            call = exchange -> new ErrorReply("NoSuchSubshell", "there is no subshell " + message.header().subshellId()
                    + ": it was never created, or has been deleted");
        }
        var exchange = new Exchange(message, iopub, this);
        iopub.publish(Status.BUSY, message.header());
        try {
            var reply = abort && type.equals(EXECUTE) ? new ExecuteReply.Aborted() : answer(call, exchange);
            if (!(reply instanceof NoReply)) reply(message, reply);
        } finally {
            iopub.publish(Status.IDLE, message.header());
        }
        exchange.finish();
    }

    private static Reply answer(Handlers.Call call, Exchange exchange) {
        try {
            return call.serve(exchange);
        } catch (Exception | Error e) {
            Debug.log("a handler", e);
            return new ErrorReply(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    void reply(Message to, Reply reply) {
        var type = to.header().msgType().replace(REQUEST, "_reply");
        sockets.send(channel, new Message(to.identities(), Header.of(type, to.header().username()), to.header(),
                Map.of("status", reply.status()), reply, List.of()));
    }
}
