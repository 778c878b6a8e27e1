package sconce.kernel.session.magic;

/// A magic that could not do what it was told, with one line for the user: what was wrong, and what to do.
public final class MagicException extends RuntimeException {
    public MagicException(String message) { super(message); }

    public MagicException(String message, Throwable cause) { super(message, cause); }
}
