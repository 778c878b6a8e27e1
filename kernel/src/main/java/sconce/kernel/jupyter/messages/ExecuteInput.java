package sconce.kernel.jupyter.messages;

/// `execute_input`: tells every client what now runs.
public record ExecuteInput(String code, int executionCount) implements Publication {}
