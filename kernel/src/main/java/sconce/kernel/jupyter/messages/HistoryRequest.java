package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `history_request`: cells of this session or of earlier ones.
///
/// @param output whether each comes with its result
/// @param raw as typed; ours are never anything else
/// @param histAccessType `range`, `tail` or `search`
/// @param session for a range: 0 is this session, -1 the one before; positive ones are numbers that a reply named
/// @param start first line of a range
/// @param stop line after the last of a range
/// @param n the last n of a tail or a search
/// @param pattern for a search, with `*` and `?`
/// @param unique whether a search gives each input once
public record HistoryRequest(boolean output, boolean raw, String histAccessType, int session, int start, int stop,
        int n,
        String pattern, boolean unique) implements Request<HistoryReply> {

    public static HistoryRequest from(Fields fields) {
        return new HistoryRequest(fields.flag("output", false), fields.flag("raw", true),
                fields.text("hist_access_type"), fields.number("session", 0), fields.number("start", 0),
                fields.number("stop", Integer.MAX_VALUE), fields.number("n", Integer.MAX_VALUE),
                String.valueOf(fields.text("pattern", "*")), fields.flag("unique", false));
    }
}
