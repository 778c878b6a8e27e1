package sconce.golden;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pages that are made of [Coverage]: how much is there, and how each of Python's names is called in Java.
final class CoveragePages {
    private CoveragePages() {}

    /// `docs/coverage.md`: a section's numbers in a row, then what is missing and why.
    static String coverage(List<Coverage.Section> sections) {
        var text = new StringBuilder(
                """
                        # What of PyTorch is here

                        PyTorch 2.10's public names, and how many of them this library has. Made from the classes by a test
                        (`CoverageTest`), which fails when something is missing without a reason. How each name is called in Java
                        is told in [From Python's names to Java's](python-to-java.md).

                        | section | names | here | not here, with a reason |
                        |---|--:|--:|--:|
                        """);
        for (var section : sections) {
            var here = section.rows().stream().filter(row -> row.java() != null).count();
            text.append("| %s | %d | %d | %d |%n".formatted(section.name(), section.rows().size(), here,
                    section.rows().size() - here));
        }
        for (var section : sections) {
            if (section.gaps().isEmpty()) continue;
            text.append("\n## ").append(section.name()).append("\n\n");
            var byReason = section.gaps().stream()
                    .collect(Collectors.groupingBy(gap -> String.valueOf(gap.reason()), java.util.LinkedHashMap::new,
                            Collectors.mapping(gap -> "`" + gap.name() + "`", Collectors.joining(", "))));
            byReason.forEach((reason, names) -> text.append("- ").append(names).append(": ").append(reason)
                    .append('\n'));
        }
        return text.toString();
    }

    /// `docs/python-to-java.md`: a table for each section.
    static String names(List<Coverage.Section> sections) {
        var text = new StringBuilder(
                """
                        # From Python's names to Java's

                        Where to find each public name of PyTorch 2.10. A function's or class's arguments come in Python's order;
                        those with defaults also go by name, in options: `F.elu(x, o -> o.alpha(0.5))`, `new Linear(2, 3, o ->
                        o.bias(false))`. Why something is not here is told in [What of PyTorch is here](coverage.md).
                        """);
        for (var section : sections) {
            text.append("\n## ").append(section.name()).append("\n\n| Python | Java | options |\n|---|---|---|\n");
            for (var row : section.rows()) {
                text.append("| `").append(row.python().replace("|", "\\|")).append("` | ")
                        .append(row.java() == null ? row.gaps().getFirst().reason() : "`" + row.java() + "`")
                        .append(" | ")
                        .append(row.options().isEmpty() ? "" : "`" + String.join("`, `", row.options()) + "`")
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    /// The part of a page that tells of a section, or null.
    static @Nullable String part(String page, String section) {
        var begin = page.indexOf("\n## " + section + "\n");
        if (begin < 0) return null;
        var end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end).strip();
    }

    /// A section's row in the table of numbers.
    static @Nullable String row(String page, String section) {
        return page.lines().filter(line -> line.startsWith("| " + section + " |")).findFirst().orElse(null);
    }

    /// How many names there are and are missing, in a line.
    static String total(List<Coverage.Section> sections) {
        var rows = sections.stream().mapToInt(section -> section.rows().size()).sum();
        var here = sections.stream().flatMap(section -> section.rows().stream()).filter(row -> row.java() != null)
                .count();
        return String.format(Locale.ROOT, "%d of %d names of PyTorch's are here", here, rows);
    }
}
