package sconce.libtorch;

/// A value that libtorch knows as a number: a dtype, a layout, a memory format.
public interface Coded {
    /// The number of libtorch's enumeration.
    long code();
}
