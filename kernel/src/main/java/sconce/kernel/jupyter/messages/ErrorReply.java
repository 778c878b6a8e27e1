package sconce.kernel.jupyter.messages;

import java.util.List;

/// A reply to any request that could not be served; its type is that of the reply it stands for.
public record ErrorReply(String status, String ename, String evalue, List<String> traceback) implements Reply {
    public ErrorReply(String ename, String evalue) { this("error", ename, evalue, List.of(ename + ": " + evalue)); }
}
