package sconce.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The folder of golden files: the system property `sconce.golden`, by default the copy in the test resources.
public final class Golden {
    private static final Path OWN = Path.of("src/test/resources/golden");

    private Golden() {}

    /// What a test does with one entry of a section.
    @FunctionalInterface
    public interface Check {
        void run(JsonNode entry) throws Exception;
    }

    /// The folder whose facts are tested.
    public static Path folder() {
        var given = System.getProperty("sconce.golden");
        return given == null || given.isBlank() ? OWN : Path.of(given);
    }

    /// Whether the project's own copy is tested, which has every topic.
    private static boolean isOwn() { return folder().toAbsolutePath().normalize().equals(OWN.toAbsolutePath()); }

    /// A golden file such as `tensor_ops.json` or `modules/Linear.json`, unless the folder lacks it.
    public static Optional<JsonNode> file(String name) {
        var path = folder().resolve(name);
        return Files.exists(path) ? Optional.of(read(path)) : Optional.empty();
    }

    /// The project's own copy of a file, whatever folder is tested: `surface.json` tells how to read the others.
    static JsonNode own(String name) { return read(OWN.resolve(name)); }

    /// A test for each entry of a section, named by the entry's `id`; if there are none, [#lacking].
    public static Stream<DynamicTest> tests(String file, String section, Check check) {
        var content = file(file);
        if (content.isEmpty()) return Stream.of(lacking(file));
        var entries = content.get().path(section);
        return some(StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> DynamicTest.dynamicTest(name(entry), () -> run(check, entry))).toList(),
                file + " " + section);
    }

    private static void run(Check check, JsonNode entry) throws Exception {
        try {
            check.run(entry);
        } catch (RuntimeException | Calls.Unbound failure) {
            throw new AssertionError(name(entry) + ": " + failure, failure);
        }
    }

    /// A test that says which file or section the folder lacks: it fails for the project's own copy, and is skipped for
    /// another folder.
    public static DynamicTest lacking(String what) {
        return DynamicTest.dynamicTest(what + " is not there", () -> {
            var message = folder().toAbsolutePath() + " has no " + what;
            if (isOwn()) throw new AssertionError(message);
            Assumptions.abort(message);
        });
    }

    /// The tests, or [#lacking] if there are none.
    ///
    /// @param what the file or section that they are of
    public static Stream<DynamicTest> some(List<DynamicTest> tests, String what) {
        return tests.isEmpty() ? Stream.of(lacking(what)) : tests.stream();
    }

    private static String name(JsonNode entry) {
        return entry.has("id") ? entry.get("id").stringValue() : entry.toString();
    }

    private static JsonNode read(Path path) {
        try {
            return JsonMapper.shared().readTree(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
