package sconce.kernel.jupyter;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.CreateSubshellReply;
import sconce.kernel.jupyter.messages.CreateSubshellRequest;
import sconce.kernel.jupyter.messages.DeleteSubshellReply;
import sconce.kernel.jupyter.messages.DeleteSubshellRequest;
import sconce.kernel.jupyter.messages.ListSubshellReply;
import sconce.kernel.jupyter.messages.ListSubshellRequest;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.session.CellThread;
import sconce.kernel.session.Session;

/// The lanes of the shell channel: the main one, and one for each subshell (JEP 91), on which a cell runs or a completion
/// is answered while the main one is busy. Each has a thread for its cells; the variables are the session's.
final class Subshells {
    /// Makes a lane of the shell channel, not started yet.
    @FunctionalInterface
    interface Lanes {
        Lane make(@Nullable String subshell, CompletableFuture<CellThread> cells);
    }

    private final CompletableFuture<Session> session;
    private final Lanes lanes;
    private final Lane main;
    private final Map<String, Lane> subshells = new ConcurrentHashMap<>();
    private final Lane strays; // requests for subshells that there are not: its name is nobody's, so it refuses each

    Subshells(CompletableFuture<Session> session, Lanes lanes) {
        this.session = session;
        this.lanes = lanes;
        main = lanes.make(null, session.thenApply(Session::mainThread));
        strays = lanes.make("strays", session.thenApply(Session::mainThread));
    }

    void start() {
        main.start();
        strays.start();
    }

    /// Hands a request over to the lane that its header names.
    void accept(Message message) {
        var id = message.header().subshellId();
        var lane = id == null ? main : subshells.getOrDefault(id, strays);
        lane.accept(message);
    }

    CreateSubshellReply create(CreateSubshellRequest request, Exchange exchange) {
        var id = UUID.randomUUID().toString();
        var lane = lanes.make(id, session.thenApply(Session::openThread));
        subshells.put(id, lane);
        lane.start();
        return new CreateSubshellReply(id);
    }

    /// What runs there is interrupted, and what waits is answered before the lane's end.
    DeleteSubshellReply delete(DeleteSubshellRequest request, Exchange exchange) {
        var lane = subshells.remove(request.subshellId());
        if (lane == null) throw new NoSuchElementException("there is no subshell " + request.subshellId());
        lane.end();
        return new DeleteSubshellReply();
    }

    ListSubshellReply list(ListSubshellRequest request, Exchange exchange) {
        return new ListSubshellReply(List.copyOf(subshells.keySet()));
    }

    /// Ends the cell of that subshell; false when there is no such subshell.
    boolean interrupt(String id) {
        var lane = subshells.get(id);
        if (lane == null) return false;
        lane.interrupt();
        return true;
    }
}
