package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `list_subshell_request` (JEP 91): which subshells are there, the main one aside?
public record ListSubshellRequest() implements Request<ListSubshellReply> {
    public static ListSubshellRequest from(Fields fields) { return new ListSubshellRequest(); }
}
