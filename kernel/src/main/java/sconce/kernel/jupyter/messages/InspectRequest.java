package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `inspect_request`: what is the name at `cursorPos` (in code points)?
///
/// @param detailLevel 0, or 1 for sources too
public record InspectRequest(String code, int cursorPos, int detailLevel) implements Request<InspectReply> {
    public static InspectRequest from(Fields fields) {
        return new InspectRequest(fields.text("code"), fields.number("cursor_pos", Integer.MAX_VALUE),
                fields.number("detail_level", 0));
    }
}
