package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `complete_request`: what could stand at `cursorPos` (in code points)?
public record CompleteRequest(String code, int cursorPos) implements Request<CompleteReply> {
    public static CompleteRequest from(Fields fields) {
        return new CompleteRequest(fields.text("code"), fields.number("cursor_pos", Integer.MAX_VALUE));
    }
}
