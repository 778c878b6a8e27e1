package sconce.kernel.jupyter.messages;

/// `interrupt_reply`: the cell has been told to end.
public record InterruptReply(String status) implements Reply {
    public InterruptReply() { this("ok"); }
}
