package sconce.kernel.jupyter.messages;

import java.util.List;
import java.util.Map;

/// `execute_reply`: how the code ended. Its output and value went to iopub.
public sealed interface ExecuteReply extends Reply {
    @Override
    default String msgType() { return "execute_reply"; }

    /// It ran to its end.
    ///
    /// @param payload what the client shall do, such as open its pager
    /// @param userExpressions name to a MIME bundle or an error
    record Ok(String status, int executionCount, List<Page> payload, Map<String, Object> userExpressions)
            implements ExecuteReply {
        public Ok(int executionCount, List<Page> payload, Map<String, Object> userExpressions) {
            this("ok", executionCount, payload, userExpressions);
        }
    }

    /// It failed or was interrupted.
    record Failed(String status, int executionCount, String ename, String evalue, List<String> traceback,
            List<Page> payload, Map<String, Object> userExpressions) implements ExecuteReply {
        public Failed(int executionCount, String ename, String evalue, List<String> traceback) {
            this("error", executionCount, ename, evalue, traceback, List.of(), Map.of());
        }
    }

    /// It never ran: a request before it failed.
    record Aborted(String status) implements ExecuteReply {
        public Aborted() { this("aborted"); }
    }

    /// A payload: text for the client's pager.
    record Page(String source, Map<String, Object> data, int start) {
        public Page(Map<String, Object> data) { this("page", data, 0); }
    }
}
