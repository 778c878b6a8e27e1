package sconce.kernel.jupyter.messages;

/// The answer to a [Request], on the channel that the request came from.
public interface Reply extends Content {
    /// Jupyter's `ok`, `error` or `aborted`.
    String status();
}
