package sconce.kernel.notebook;

/// A file that is not a tutorial one could run: what is wrong with it, in one line that names the file.
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) { super(message); }
}
