package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.wire.Fields;

/// `comm_close`: the comm has ended.
public record CommClose(String commId, Map<String, @Nullable Object> data) implements Request<NoReply>, Publication {
    public static CommClose from(Fields fields) { return new CommClose(fields.text("comm_id"), fields.object("data")); }
}
