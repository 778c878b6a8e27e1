package sconce.libtorch;

/// A value that libtorch knows by a name: a device.
public interface Named {
    /// The name as libtorch parses it.
    String name();
}
