package sconce.kernel.cli;

/// What a command could not do, in one line to the user: what is wrong, and how to mend it.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What the process ends with.
    final int exitCode;

    CommandException(String message) { this(message, 1); }

    CommandException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// For what another program has told the user already.
    static CommandException told() { return new CommandException(""); }
}
