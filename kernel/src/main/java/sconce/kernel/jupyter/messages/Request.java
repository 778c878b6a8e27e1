package sconce.kernel.jupyter.messages;

/// What a client asks for, to be answered by an `R`. Each has a static `from`, which reads it with the protocol's defaults.
public interface Request<R extends Reply> extends Content {}
