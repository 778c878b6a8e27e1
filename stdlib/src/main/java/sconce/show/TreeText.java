package sconce.show;

import java.util.List;
import java.util.stream.Collectors;
import sconce.show.TreeLines.Kind;
import sconce.show.TreeLines.Span;

/// A tree's lines as text: plain, of ASCII alone, or coloured for a terminal.
final class TreeText {
    private TreeText() {}

    static String plain(List<List<Span>> lines) {
        return lines.stream().map(TreeText::line).collect(Collectors.joining("\n"));
    }

    private static String line(List<Span> line) { return line.stream().map(Span::text).collect(Collectors.joining()); }

    /// The branches and marks in ASCII; names and numbers stay as they are.
    static String ascii(List<List<Span>> lines) {
        return lines.stream().map(line -> line.stream().map(span -> switch (span.kind()) {
            case BRANCH -> span.text().replace("├─", "+-").replace("└─", "`-").replace('│', '|');
            case NAME -> span.text();
            default -> span.text().replace("…", "...");
        }).collect(Collectors.joining())).collect(Collectors.joining("\n"));
    }

    /// With the terminal's own colours, which fit light and dark ones.
    static String ansi(List<List<Span>> lines) {
        return lines.stream().map(line -> line.stream().map(TreeText::coloured).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    // What a name holds must not steer the terminal.
    private static String coloured(Span span) {
        var text = span.text().codePoints().mapToObj(c -> Character.isISOControl(c) ? "\uFFFD" : Character.toString(c))
                .collect(Collectors.joining());
        var code = code(span.kind());
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case NAME -> "1";
            case TYPE -> "34";
            case EXTRA -> "";
            case TENSOR -> "32";
            case MARK -> "35";
            case WARNING -> "31";
            case BRANCH, NUMBERS -> "2";
        };
    }
}
