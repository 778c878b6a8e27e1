package sconce.kernel.jupyter.messages;

/// What everybody who listens on iopub gets to see.
public interface Publication extends Content {}
