package org.dflib.jjava.jupyter.messages.comm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comm ends.
public class CommCloseCommand {
    private final String id;
    private final Map<String, @Nullable Object> data;

    public CommCloseCommand(String id, Map<String, @Nullable Object> data) {
        this.id = id;
        this.data = data;
    }

    public String getCommID() { return id; }

    public Map<String, @Nullable Object> getData() { return data; }
}
