package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `is_complete_request`: could this code run as it stands?
public record IsCompleteRequest(String code) implements Request<IsCompleteReply> {
    public static IsCompleteRequest from(Fields fields) { return new IsCompleteRequest(fields.text("code")); }
}
