package sconce.kernel.session;

/// Thrown in the place of `System.exit` in a cell: the session goes on.
final class SessionExit extends Error {
    final int status;

    /// @param call what was called: `System.exit`
    SessionExit(String call, int status) {
        super(call + "(" + status + ") was ignored: the session goes on", null, false, true);
        this.status = status;
    }
}
