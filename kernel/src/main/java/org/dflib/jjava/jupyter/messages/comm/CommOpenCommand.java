package org.dflib.jjava.jupyter.messages.comm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comm begins; what its data holds when it is sent goes with it.
public class CommOpenCommand {
    private final String id;
    private final String target;
    private final Map<String, @Nullable Object> data;

    public CommOpenCommand(String id, String target, Map<String, @Nullable Object> data) {
        this.id = id;
        this.target = target;
        this.data = data;
    }

    public String getCommID() { return id; }

    public String getTargetName() { return target; }

    public Map<String, @Nullable Object> getData() { return data; }
}
