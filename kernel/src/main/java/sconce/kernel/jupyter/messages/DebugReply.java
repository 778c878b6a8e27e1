package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// `debug_reply`: a response of the Debug Adapter Protocol.
///
/// @param message why there is no success, or null
public record DebugReply(String status, String type, int seq, int requestSeq, boolean success, String command,
        @Nullable String message, Map<String, Object> body) implements Reply {
    public DebugReply(DebugRequest request, int seq, Map<String, Object> body) {
        this("ok", "response", seq, request.seq(), true, request.command(), null, body);
    }

    /// What DAP says for what a debugger cannot do.
    public static DebugReply refused(DebugRequest request, int seq, String message) {
        return new DebugReply("ok", "response", seq, request.seq(), false, request.command(), message,
                Map.of("error", Map.of("id", 1, "format", message)));
    }
}
