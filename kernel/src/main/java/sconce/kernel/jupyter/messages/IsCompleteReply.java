package sconce.kernel.jupyter.messages;

import org.jspecify.annotations.Nullable;

/// `is_complete_reply`.
///
/// @param status `complete`, `incomplete`, `invalid` or `unknown`
/// @param indent how the next line should begin, when incomplete
public record IsCompleteReply(String status, @Nullable String indent) implements Reply {}
