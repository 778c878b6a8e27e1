package sconce.kernel.cli;

/// What a command could not do, in one line to the user: what is wrong, and how to mend it.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandException(String message) { super(message); }

    /// For what another program has told the user already.
    static CommandException told() { return new CommandException(""); }
}
