package sconce.kernel.jupyter.messages;

/// `stream`: text that a cell wrote.
///
/// @param name `stdout` or `stderr`
public record Stream(String name, String text) implements Publication {}
