package sconce.kernel.jupyter.messages;

/// `debug_reply`: a response of the Debug Adapter Protocol.
public record DebugReply(String status, String type, int seq, int requestSeq, boolean success, String command,
        String message) implements Reply {

    /// What DAP says for what a debugger cannot do.
    public static DebugReply refused(DebugRequest request, String message) {
        return new DebugReply("ok", "response", request.seq(), request.seq(), false, request.command(), message);
    }
}
