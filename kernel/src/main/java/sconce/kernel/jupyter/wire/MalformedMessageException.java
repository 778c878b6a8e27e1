package sconce.kernel.jupyter.wire;

/// Bytes or JSON that are no message of ours. Never answered: whoever reads from a socket drops the message and goes on.
/// It has no stack trace, since a flood of bad messages must stay cheap.
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedMessageException(String why) { super(why, null, false, false); }
}
