package sconce.kernel.jupyter.messages;

/// `clear_output`: removes what the cell has shown so far.
///
/// @param wait_ only when there is something new to show
public record ClearOutput(boolean wait_) implements Publication {}
