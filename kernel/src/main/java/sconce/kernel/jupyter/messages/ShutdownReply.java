package sconce.kernel.jupyter.messages;

/// `shutdown_reply`: sent to the client that asked, and to all on iopub, before the process ends.
public record ShutdownReply(String status, boolean restart) implements Reply, Publication {
    public ShutdownReply(boolean restart) { this("ok", restart); }
}
