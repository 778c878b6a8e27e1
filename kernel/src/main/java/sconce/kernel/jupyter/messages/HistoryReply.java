package sconce.kernel.jupyter.messages;

import java.util.List;

/// `history_reply`: each entry is `[session, line, input]`, or with outputs `[session, line, [input, output]]`.
public record HistoryReply(String status, List<List<Object>> history) implements Reply {
    public HistoryReply(List<List<Object>> history) { this("ok", history); }
}
