package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.wire.Fields;

/// `comm_open`: a conversation beside the cells begins. It has no reply, only busy and idle.
public record CommOpen(String commId, String targetName, Map<String, @Nullable Object> data)
        implements Request<NoReply>, Publication {
    public static CommOpen from(Fields fields) {
        return new CommOpen(fields.text("comm_id"), String.valueOf(fields.text("target_name", "")),
                fields.object("data"));
    }
}
