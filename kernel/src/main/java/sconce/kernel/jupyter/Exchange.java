package sconce.kernel.jupyter;

import java.util.ArrayList;
import java.util.List;

import sconce.kernel.jupyter.messages.Publication;
import sconce.kernel.jupyter.messages.Reply;
import sconce.kernel.jupyter.wire.Message;

/// A request while it is served: what its handler may do beside returning the reply.
final class Exchange {
    private final Message request;
    private final Iopub iopub;
    private final Lane lane;
    private final List<Runnable> afterwards = new ArrayList<>();

    Exchange(Message request, Iopub iopub, Lane lane) {
        this.request = request;
        this.iopub = iopub;
        this.lane = lane;
    }

    Message request() { return request; }

    /// The requests that wait behind this one.
    Lane lane() { return lane; }

    /// Publishes on iopub, as this request's child.
    void publish(Publication content) { iopub.publish(content, request.header()); }

    /// Replies before the handler has returned: for one that never will.
    void reply(Reply reply) { lane.reply(request, reply); }

    /// Runs `action` when the reply and the idle status are on their way.
    void afterwards(Runnable action) { afterwards.add(action); }

    void finish() { afterwards.forEach(Runnable::run); }
}
