package sconce.kernel.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// The repository that the tests run in: Maven runs them in the module's folder.
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("sconce"))) folder = folder.getParent();
        return folder;
    }
}
