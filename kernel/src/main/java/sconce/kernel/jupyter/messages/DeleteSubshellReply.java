package sconce.kernel.jupyter.messages;

/// `delete_subshell_reply`.
public record DeleteSubshellReply(String status) implements Reply {
    public DeleteSubshellReply() { this("ok"); }
}
