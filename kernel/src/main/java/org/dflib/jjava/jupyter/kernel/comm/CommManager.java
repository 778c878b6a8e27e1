package org.dflib.jjava.jupyter.kernel.comm;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.jspecify.annotations.Nullable;

/// The comms of a notebook and the targets it has registered.
public class CommManager implements Iterable<Comm> {
    /// One side as JJava's notebooks know it, the other as the session does.
    private record Pair(Comm theirs, sconce.kernel.session.Comm ours) {}

    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, Pair> comms = new ConcurrentHashMap<>();

    public void registerTarget(String targetName, CommTarget target) {
        targets.put(targetName, target);
        sconce.kernel.session.Comm.register(targetName, (comm, data) -> {
            var message = new Message<>(new CommOpenCommand(comm.id(), targetName, data), List.of());
            join(target.createComm(this, comm.id(), targetName, message), comm);
        });
    }

    public void unregisterTarget(String targetName) {
        targets.remove(targetName);
        sconce.kernel.session.Comm.unregister(targetName);
    }

    public @Nullable CommTarget getTarget(String targetName) { return targets.get(targetName); }

    public <T extends Comm> T openComm(String targetName, CommFactory<T> factory) {
        var id = UUID.randomUUID().toString();
        var message = new Message<>(new CommOpenCommand(id, targetName, new LinkedHashMap<>()), List.of());
        var theirs = factory.produce(this, id, targetName, message);
        join(theirs, sconce.kernel.session.Comm.open(id, targetName, message.getContent().getData()));
        return theirs;
    }

    private void join(Comm theirs, sconce.kernel.session.Comm ours) {
        comms.put(ours.id(), new Pair(theirs, ours));
        ours.onRawMessage((data, blobs) -> theirs.onMessage(new Message<>(new CommMsgCommand(ours.id(), data), blobs)));
        ours.onClose(data -> {
            comms.remove(ours.id());
            theirs.closed(new Message<>(new CommCloseCommand(ours.id(), data), List.of()), false);
        });
    }

    public void messageComm(String id, Map<String, ?> data) { messageComm(id, data, null, null); }

    /// @param metadata is not sent: no front end reads it
    public void messageComm(String id, Map<String, ?> data, @Nullable Map<String, Object> metadata,
            @Nullable List<byte[]> blobs) {
        var pair = comms.get(id);
        if (pair == null) throw new IllegalStateException("the comm " + id + " is not open");
        pair.ours.send(data, blobs == null ? List.of() : blobs);
    }

    public void closeComm(Comm comm) {
        var pair = comms.remove(comm.getID());
        if (pair == null) return;
        pair.ours.close();
        pair.theirs.closed(new Message<>(new CommCloseCommand(comm.getID(), new LinkedHashMap<>()), List.of()), true);
    }

    public @Nullable Comm getCommByID(String id) {
        var pair = comms.get(id);
        return pair == null ? null : pair.theirs;
    }

    @Override
    public Iterator<Comm> iterator() { return comms.values().stream().map(Pair::theirs).iterator(); }
}
