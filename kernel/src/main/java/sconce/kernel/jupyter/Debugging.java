package sconce.kernel.jupyter;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.debug.DebugAdapter;
import sconce.kernel.jupyter.messages.DebugEvent;
import sconce.kernel.jupyter.messages.DebugReply;
import sconce.kernel.jupyter.messages.DebugRequest;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.session.Session;

/// `debug_request` and `debug_event`. The normal kernel has no debugger, since a JVM that can be debugged refuses the
/// cache that makes it start fast: it says so, as the Debug Adapter Protocol does, and names the kernel that has one.
final class Debugging {
    private static final String NONE = "This kernel has no debugger: choose the kernel \"Sconce (debug)\", which starts "
            + "slower and has one. (sconce install installs both.)";

    private final Iopub iopub;
    private final @Nullable DebugAdapter adapter;
    private final AtomicInteger seq = new AtomicInteger();
    private volatile @Nullable Header latest;

    Debugging(CompletableFuture<Session> session, Iopub iopub) {
        this.iopub = iopub;
        adapter = DebugAdapter.ofThisJvm(session, this::publish);
    }

    boolean isThere() { return adapter != null; }

    DebugReply answer(DebugRequest request, Exchange exchange) {
        if (adapter == null) return DebugReply.refused(request, seq.incrementAndGet(), NONE);
        latest = exchange.request().header();
        try {
            return new DebugReply(request, seq.incrementAndGet(),
                    adapter.answer(request.command(), request.arguments()));
        } catch (RuntimeException e) {
            Debug.log("a debug_request", e);
            return DebugReply.refused(request, seq.incrementAndGet(),
                    e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    void cellEnded() {
        if (adapter != null) adapter.cellEnded();
    }

    /// Before an interrupt: a thread that stands still would not hear of it.
    void letGo() {
        if (adapter != null) adapter.letGo();
    }

    private void publish(String event, Map<String, Object> body) {
        iopub.publish(new DebugEvent(seq.incrementAndGet(), event, body), latest);
    }
}
