package sconce.kernel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folders of this Sconce: the repository that the launcher was started from, and the user's cache.
final class Sconce {
    private Sconce() {}

    /// The repository, if the launcher started us.
    static Optional<Path> home() { return Optional.ofNullable(System.getProperty("sconce.home")).map(Path::of); }

    /// The JVM's arguments as the launcher's build wrote them.
    static Optional<Path> argumentFile() {
        return home().map(h -> h.resolve("kernel/target/sconce.args")).filter(Files::exists);
    }

    /// The repository, for commands that need its files.
    static Path requireHome() {
        return home().orElseThrow(() -> new CommandException("start this command by ./sconce in Sconce's folder"));
    }
}
