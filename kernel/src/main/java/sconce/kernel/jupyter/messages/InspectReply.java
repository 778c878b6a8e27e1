package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `inspect_reply`: a MIME bundle, or nothing found.
public record InspectReply(String status, boolean found, Map<String, Object> data, Map<String, Object> metadata)
        implements Reply {
    public static final InspectReply NOT_FOUND = new InspectReply("ok", false, Map.of(), Map.of());

    public InspectReply(Map<String, Object> data) { this("ok", true, data, Map.of()); }
}
