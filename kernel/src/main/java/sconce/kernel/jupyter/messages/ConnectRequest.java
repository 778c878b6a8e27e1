package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `connect_request`: which ports are there?
public record ConnectRequest() implements Request<ConnectReply> {
    public static ConnectRequest from(Fields fields) { return new ConnectRequest(); }
}
