package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.wire.Fields;

/// `comm_msg`: something said in an open comm.
public record CommMsg(String commId, Map<String, @Nullable Object> data) implements Request<NoReply>, Publication {
    public static CommMsg from(Fields fields) { return new CommMsg(fields.text("comm_id"), fields.object("data")); }
}
