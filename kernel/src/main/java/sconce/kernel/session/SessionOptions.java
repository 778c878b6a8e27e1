package sconce.kernel.session;

import java.nio.file.Path;
import java.util.List;

/// What a session starts with.
///
/// @param classPath jars and folders that cells see beside the kernel's own class path
/// @param preload   whether the preloaded imports and statics are there before the first cell
public record SessionOptions(List<Path> classPath, boolean preload) {
    public SessionOptions {
        classPath = List.copyOf(classPath);
    }

    /// The kernel's own class path and everything preloaded.
    public static SessionOptions defaults() { return new SessionOptions(List.of(), true); }
}
