package sconce.kernel.terminal;

import org.jline.utils.WCWidth;

/// Text in lines no wider than a screen, broken between words; what follows a break stands under its line's begin.
///
/// ```java
/// WrappedText.of("  one two", 6)   // "  one\n  two"
/// ```
final class WrappedText {
    private WrappedText() {}

    static String of(String text, int width) {
        var out = new StringBuilder();
        text.lines().forEach(line -> wrap(line.stripTrailing(), width, out));
        return out.isEmpty() ? "" : out.substring(0, out.length() - 1);
    }

    /// How many rows of a screen lines take that the terminal itself breaks wherever they end.
    static int rows(Iterable<String> lines, int width) {
        int rows = 0;
        for (var line : lines) rows += Math.max(1, Math.ceilDiv(columns(line), width));
        return rows;
    }

    private static void wrap(String line, int width, StringBuilder out) {
        var words = line.stripLeading();
        // Half of a narrow screen is not left empty.
        var begin = " ".repeat(Math.min(line.length() - words.length(), width / 2));
        var rest = begin + words;
        while (columns(rest) > width) {
            int fits = fitting(rest, width);
            int space = rest.lastIndexOf(' ', fits);
            // A word that is wider than the screen is cut.
            int end = space > begin.length() ? space : fits;
            if (end == rest.length()) break;
            out.append(rest.substring(0, end).stripTrailing()).append('\n');
            rest = begin + rest.substring(end).stripLeading();
        }
        out.append(rest).append('\n');
    }

    /// How many of the characters fit; one at least.
    private static int fitting(String text, int width) {
        int columns = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            columns += Math.max(0, WCWidth.wcwidth(c));
            if (columns > width && at > 0) return at;
            at += Character.charCount(c);
        }
        return at;
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
