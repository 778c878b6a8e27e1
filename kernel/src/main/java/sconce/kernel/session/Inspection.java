package sconce.kernel.session;

/// What is known about the name at the cursor: signature, documentation, value.
///
/// @param text     for a terminal
/// @param markdown for a notebook
public record Inspection(String text, String markdown) {}
