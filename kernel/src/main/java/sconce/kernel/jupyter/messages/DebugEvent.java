package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `debug_event`: an event of the Debug Adapter Protocol, such as `stopped`.
public record DebugEvent(String type, int seq, String event, Map<String, Object> body) implements Publication {
    public DebugEvent(int seq, String event, Map<String, Object> body) { this("event", seq, event, body); }
}
