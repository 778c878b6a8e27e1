package sconce.kernel.jupyter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.CommClose;
import sconce.kernel.jupyter.messages.CommInfoReply;
import sconce.kernel.jupyter.messages.CommInfoRequest;
import sconce.kernel.jupyter.messages.CommMsg;
import sconce.kernel.jupyter.messages.CommOpen;
import sconce.kernel.jupyter.messages.NoReply;
import sconce.kernel.session.Comms;
import sconce.kernel.session.Session;

/// The `comm_*` messages: what the front end says goes to the code that a cell has registered, and what that says comes
/// back as the message's child.
final class Conversations {
    private final CompletableFuture<Session> session;
    private final Iopub iopub;
    private final Stdin stdin;

    Conversations(CompletableFuture<Session> session, Iopub iopub, Stdin stdin) {
        this.session = session;
        this.iopub = iopub;
        this.stdin = stdin;
    }

    /// One of a target that nobody knows is closed at once, as the protocol wants it.
    NoReply open(CommOpen request, Exchange exchange) {
        var comms = comms();
        if (comms == null || !comms.opened(exchange.lane().cells(), front(exchange), request.commId(),
                request.targetName(), request.data()))
            exchange.publish(new CommClose(request.commId(), Map.of()));
        return NoReply.NONE;
    }

    NoReply message(CommMsg request, Exchange exchange) {
        var comms = comms();
        if (comms != null) comms.received(exchange.lane().cells(), front(exchange), request.commId(), request.data(),
                exchange.request().buffers());
        return NoReply.NONE;
    }

    NoReply close(CommClose request, Exchange exchange) {
        var comms = comms();
        if (comms != null) comms.closed(exchange.lane().cells(), front(exchange), request.commId(), request.data());
        return NoReply.NONE;
    }

    CommInfoReply info(CommInfoRequest request, Exchange exchange) {
        var open = new LinkedHashMap<String, Object>();
        var comms = comms();
        if (comms != null)
            comms.open(request.targetName()).forEach((id, target) -> open.put(id, Map.of("target_name", target)));
        return new CommInfoReply(open);
    }

    /// Null while the session is not there yet: nothing can be open, and nobody need wait to hear it.
    private @Nullable Comms comms() {
        return session.isDone() && !session.isCompletedExceptionally() ? session.join().comms() : null;
    }

    private CellFront front(Exchange exchange) { return new CellFront(exchange.request(), iopub, stdin, false); }
}
