package sconce.kernel.jupyter.messages;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.wire.Fields;

/// `comm_info_request`: which comms are open?
///
/// @param targetName only those of this target, or null for all
public record CommInfoRequest(@Nullable String targetName) implements Request<CommInfoReply> {
    public static CommInfoRequest from(Fields fields) { return new CommInfoRequest(fields.text("target_name", null)); }
}
