package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Json;

/// What a message carries. Every record here is one message of the protocol, and its name is the message's type:
/// `CompleteReply` travels as `complete_reply`.
public interface Content {
    /// The message's type as it stands in its header.
    default String msgType() { return Json.snakeCase(getClass().getSimpleName()); }
}
