package sconce.kernel.jupyter.messages;

/// `input_request`: asks the user of the client whose cell is running. The one request that a kernel sends.
public record InputRequest(String prompt, boolean password) implements Content {}
