package sconce.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Files beside the classes.
final class Resources {
    private Resources() {}

    /// A text file without its comments, indentation and line ends: every output carries it.
    static String text(String name) {
        try (var in = Resources.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("sconce/show/" + name + " is missing from the class path");
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("(?s)/\\*.*?\\*/", "").lines().map(String::strip).collect(Collectors.joining());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
