package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.wire.Fields;

/// `execute_request`: run this code.
///
/// @param silent no output, no result, no history, no execution count
/// @param storeHistory whether the code is remembered and counted; never when silent
/// @param userExpressions names for expressions to evaluate after the code, their values go into the reply
/// @param allowStdin whether the code may ask the user
/// @param stopOnError whether requests that wait behind this one are aborted when it fails
public record ExecuteRequest(String code, boolean silent, boolean storeHistory,
        Map<String, @Nullable Object> userExpressions, boolean allowStdin, boolean stopOnError)
        implements Request<ExecuteReply> {

    public static ExecuteRequest from(Fields fields) {
        boolean silent = fields.flag("silent", false);
        return new ExecuteRequest(fields.text("code"), silent, fields.flag("store_history", true) && !silent,
                fields.object("user_expressions"), fields.flag("allow_stdin", false),
                fields.flag("stop_on_error", true));
    }
}
