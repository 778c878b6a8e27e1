package org.dflib.jjava.jupyter.messages.comm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something is said in a comm.
public class CommMsgCommand {
    private final String id;
    private final Map<String, @Nullable Object> data;

    public CommMsgCommand(String id, Map<String, @Nullable Object> data) {
        this.id = id;
        this.data = data;
    }

    public String getCommID() { return id; }

    public Map<String, @Nullable Object> getData() { return data; }
}
