package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `comm_info_reply`: id to `{"target_name": ..}`.
public record CommInfoReply(String status, Map<String, Object> comms) implements Reply {
    public CommInfoReply(Map<String, Object> comms) { this("ok", comms); }
}
