package sconce.kernel.notebook;

/// A file that is not a tutorial one could run: what is wrong with it, in one line that names the file.
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean foreign;

    UnreadableException(String message) { this(message, false); }

    UnreadableException(String message, boolean foreign) {
        super(message);
        this.foreign = foreign;
    }

    /// Whether nothing is wrong with the file, but it holds no Java: in a folder one passes it by.
    public boolean isForeign() { return foreign; }
}
