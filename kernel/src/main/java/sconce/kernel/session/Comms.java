package sconce.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The comms of a session and the targets that its cells have registered: what a front end hands its side of a
/// conversation to. The code of cells runs on one of the session's threads, like a cell.
public final class Comms {
    final Map<String, Comm.Target> targets = new ConcurrentHashMap<>();
    final Map<String, Comm> open = new ConcurrentHashMap<>();

    Comms() {}

    /// The front end has opened a comm; false when there is no such target or its code failed: then it is to be closed.
    public boolean opened(CellThread thread, Front front, String id, String target,
            Map<String, @Nullable Object> data) {
        var handler = targets.get(target);
        if (handler == null) return false;
        var comm = new Comm(this, front, id, target);
        open.put(id, comm);
        boolean ran = thread.run(new CellId("comm " + target), front, () -> handler.opened(comm, data));
        if (!ran) open.remove(id);
        return ran;
    }

    /// The front end has said something in a comm; what is said in one that there is not goes nowhere.
    public void received(CellThread thread, Front front, String id, Map<String, @Nullable Object> data,
            List<byte[]> buffers) {
        var comm = open.get(id);
        if (comm != null) thread.run(new CellId("comm " + comm.target()), front, () -> comm.received(data, buffers));
    }

    /// The front end has closed a comm.
    public void closed(CellThread thread, Front front, String id, Map<String, @Nullable Object> data) {
        var comm = open.remove(id);
        if (comm != null) thread.run(new CellId("comm " + comm.target()), front, () -> comm.closed(data));
    }

    /// The targets of the open comms by id; with a target's name, of those alone.
    public Map<String, String> open(@Nullable String target) {
        var found = new TreeMap<String, String>();
        open.forEach((id, comm) -> {
            if (target == null || target.equals(comm.target())) found.put(id, comm.target());
        });
        return found;
    }
}
