package org.dflib.jjava.jupyter.kernel.comm;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.jspecify.annotations.Nullable;

/// The session's side of a comm, as JJava's notebooks write it.
public abstract class Comm {
    private final CommManager manager;
    private final String id;
    private final String targetName;
    private boolean closed;

    protected Comm(CommManager manager, String id, String targetName) {
        this.manager = manager;
        this.id = id;
        this.targetName = targetName;
    }

    public String getID() { return id; }

    public String getTargetName() { return targetName; }

    public boolean isClosed() { return closed; }

    public void send(Map<String, ?> data) { manager.messageComm(id, data); }

    public void send(Map<String, ?> data, @Nullable Map<String, Object> metadata, @Nullable List<byte[]> blobs) {
        manager.messageComm(id, data, metadata, blobs);
    }

    protected abstract void onMessage(Message<CommMsgCommand> message);

    /// @param sending whether it is this side that closes
    protected abstract void onClose(Message<CommCloseCommand> message, boolean sending);

    public final void close() {
        if (closed) return;
        closed = true;
        manager.closeComm(this);
    }

    void closed(Message<CommCloseCommand> message, boolean sending) {
        closed = true;
        onClose(message, sending);
    }
}
