package sconce.kernel.jupyter.messages;

/// `connect_reply`: the ports of the connection file.
public record ConnectReply(String status, int shellPort, int iopubPort, int stdinPort, int hbPort, int controlPort)
        implements Reply {}
