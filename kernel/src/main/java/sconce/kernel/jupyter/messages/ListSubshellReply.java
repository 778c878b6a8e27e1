package sconce.kernel.jupyter.messages;

import java.util.List;

/// `list_subshell_reply`: their ids.
public record ListSubshellReply(String status, List<String> subshellId) implements Reply {
    public ListSubshellReply(List<String> subshellId) { this("ok", subshellId); }
}
