package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `delete_subshell_request` (JEP 91): that one is not needed any more.
public record DeleteSubshellRequest(String subshellId) implements Request<DeleteSubshellReply> {
    public static DeleteSubshellRequest from(Fields fields) {
        return new DeleteSubshellRequest(fields.text("subshell_id"));
    }
}
