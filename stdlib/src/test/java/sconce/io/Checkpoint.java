package sconce.io;

/// A file's name and what is in it.
record Checkpoint(String name, byte[] bytes) {}
