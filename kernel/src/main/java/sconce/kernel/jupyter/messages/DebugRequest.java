package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `debug_request`: a request of the Debug Adapter Protocol.
///
/// @param seq the client's number for it
public record DebugRequest(int seq, String command, Fields arguments) implements Request<DebugReply> {
    public static DebugRequest from(Fields fields) {
        return new DebugRequest(fields.number("seq", 0), fields.text("command"),
                new Fields(fields.object("arguments")));
    }
}
