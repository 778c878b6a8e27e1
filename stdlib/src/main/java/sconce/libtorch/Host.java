package sconce.libtorch;

/// What the layer above the binding brings: its own class for tensors, and its own exceptions.
public interface Host {
    /// Builds the layer's tensor on a fresh native one.
    TensorHandle tensor(NativeTensor fresh);

    /// The exception for a native error, whose message is `message` without C++ frames.
    RuntimeException error(String message);

    /// Announces the host; called once, by the class initialiser of the layer's tensor.
    static void announce(Host host) { Hosts.current = host; }
}
