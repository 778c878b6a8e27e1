package sconce.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why a name of PyTorch's has nothing that stands for it in Java: the table `coverage-reasons.txt`.
///
/// A line is a pattern and a reason, with two spaces or more between: `torch.optim.*(foreach)  says how to compute`. A `*`
/// stands for any text, an argument stands in brackets.
final class Reasons {
    static final Path FILE = Path.of("src/test/resources/coverage-reasons.txt");
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();

    private Reasons() {}

    static Reasons read() {
        var read = new Reasons();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(read::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        read.unused.addAll(read.reasons.keySet());
        return read;
    }

    private void add(String line) {
        var parts = List.of(line.strip().split("\\s{2,}", 2));
        if (parts.size() != 2) throw new AssertionError(FILE + ": a line without a reason: " + line);
        reasons.put(parts.get(0), parts.get(1));
    }

    @Nullable
    String of(String name) {
        for (var reason : reasons.entrySet()) {
            var pattern = Pattern.quote(reason.getKey()).replace("*", "\\E.*\\Q");
            if (!name.matches(pattern)) continue;
            unused.remove(reason.getKey());
            return reason.getValue();
        }
        return null;
    }

    /// Patterns that nothing missing fits.
    Set<String> unused() { return unused; }
}
