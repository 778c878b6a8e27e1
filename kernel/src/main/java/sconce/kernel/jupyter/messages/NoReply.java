package sconce.kernel.jupyter.messages;

/// For requests that the protocol leaves without a reply; never sent.
public record NoReply(String status) implements Reply {
    public static final NoReply NONE = new NoReply("ok");
}
