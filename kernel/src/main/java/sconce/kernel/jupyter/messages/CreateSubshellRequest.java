package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `create_subshell_request` (JEP 91): another thread that takes requests of the shell channel.
public record CreateSubshellRequest() implements Request<CreateSubshellReply> {
    public static CreateSubshellRequest from(Fields fields) { return new CreateSubshellRequest(); }
}
