package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `input_reply`: what the user typed.
public record InputReply(String value) implements Content {
    public static InputReply from(Fields fields) { return new InputReply(fields.text("value")); }
}
