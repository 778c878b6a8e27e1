package sconce.kernel.session.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import sconce.kernel.session.Completions;

/// How a magic's word could go on.
final class Choices {
    private Choices() {}

    /// Those of these words that begin so.
    static List<Completions.Match> of(String begun, Collection<String> words, String type) {
        return words.stream().filter(word -> word.startsWith(begun)).sorted()
                .map(word -> new Completions.Match(word, type, "")).toList();
    }

    /// The files and folders whose path begins so, as it is written.
    static List<Completions.Match> files(String begun, Host host, Predicate<Path> fits) {
        var folder = begun.substring(0, begun.lastIndexOf('/') + 1);
        try (var files = Files.list(host.path(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> Files.isDirectory(file) || fits.test(file)).map(file -> {
                var name = folder + file.getFileName();
                return new Completions.Match(Files.isDirectory(file) ? name + "/" : name, "path", "");
            }).filter(match -> match.text().startsWith(begun)
                    && (!match.text().startsWith(folder + ".") || begun.startsWith(folder + "."))).sorted(
                            (a, b) -> a.text().compareTo(b.text()))
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // no such folder: nothing to suggest
        }
    }
}
