package sconce.kernel.jupyter.messages;

import java.util.Map;

/// `execute_result`: the value of a cell.
public record ExecuteResult(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
        implements Publication {}
