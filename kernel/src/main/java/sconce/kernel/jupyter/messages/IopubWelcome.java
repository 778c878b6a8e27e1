package sconce.kernel.jupyter.messages;

/// `iopub_welcome` (JEP 65): a subscription has arrived, and from here on nothing is missed.
public record IopubWelcome(String subscription) implements Publication {}
