package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `interrupt_request`: end the running cell.
public record InterruptRequest() implements Request<InterruptReply> {
    public static InterruptRequest from(Fields fields) { return new InterruptRequest(); }
}
