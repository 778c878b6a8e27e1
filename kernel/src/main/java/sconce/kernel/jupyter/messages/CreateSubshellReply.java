package sconce.kernel.jupyter.messages;

/// `create_subshell_reply`: the id that headers name it by.
public record CreateSubshellReply(String status, String subshellId) implements Reply {
    public CreateSubshellReply(String subshellId) { this("ok", subshellId); }
}
