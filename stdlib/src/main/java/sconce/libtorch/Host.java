package sconce.libtorch;

/// What the layer above the binding brings: its own class for tensors, and its own exceptions.
public interface Host {
    /// Builds the layer's tensor on a fresh native one.
    TensorHandle tensor(NativeTensor fresh);

    /// The exception for a native error.
    ///
    /// @param message the text that is meant for people
    /// @param frames what libtorch says of the place in C++, empty if it says nothing
    RuntimeException error(String message, String frames);

    /// The exception for an argument of a wrong type.
    RuntimeException typeError(String message);

    /// Announces the host; called once, by the class initialiser of the layer's tensor.
    static void announce(Host host) { Hosts.current = host; }
}
