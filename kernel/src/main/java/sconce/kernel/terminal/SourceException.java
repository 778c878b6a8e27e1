package sconce.kernel.terminal;

/// Why a file cannot be run, in one line to the user.
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SourceException(String message) { super(message); }
}
