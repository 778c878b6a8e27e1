package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `shutdown_request`: end the process.
///
/// @param restart whether the client starts another one after it
public record ShutdownRequest(boolean restart) implements Request<ShutdownReply> {
    public static ShutdownRequest from(Fields fields) { return new ShutdownRequest(fields.flag("restart", false)); }
}
