package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Comments;

/// A cell's text taken apart into magics and the Java between them.
///
/// A line is a magic when it begins with `%name` or `!` where a statement could begin: outside of braces, strings, text
/// blocks and comments, and not as the rest of an expression (`a` and on the next line `% b`).
public final class MagicCell {
    /// A part of a cell.
    public sealed interface Part {
        /// Java.
        ///
        /// @param text the cell's text with everything else blanked
        record Java(String text) implements Part {}

        /// A magic.
        record Line(Call call) implements Part {}
    }

    private static final Pattern MAGIC = Pattern.compile("[ \\t]*(?:(%%?)(\\p{Alpha}[\\w.]*)(\\?{0,2})|(!)(?!=))");
    /// `List<String> files = %jars lib` and `var files = !ls`.
    private static final Pattern ASSIGNED = Pattern
            .compile("[ \\t]*(?:(?:final[ \\t]+)?([\\w.]+(?:<[^;=]*>)?(?:\\[\\])*)[ \\t]+)?(\\w+)[ \\t]*=[ \\t]*"
                    + "(?:%(\\p{Alpha}[\\w.]*)|!(?=[\\w./~\"'$]))");
    private static final Pattern WORD = Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

    private final String cell;
    private final Magics magics;
    private final Predicate<String> isDeclared;
    private final StringBuilder java = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    /// Where the Java part begins that is being read.
    private int from;
    private boolean isCellMagic;

    private MagicCell(String cell, Magics magics, Predicate<String> isDeclared) {
        this.cell = cell;
        this.magics = magics;
        this.isDeclared = isDeclared;
    }

    /// Reads a cell.
    ///
    /// @param isDeclared whether the session has something of this name: `!done` is Java where it has `done`
    public static MagicCell read(String cell, Magics magics, Predicate<String> isDeclared) {
        var read = new MagicCell(cell, magics, isDeclared);
        if (cell.indexOf('%') < 0 && cell.indexOf('!') < 0) read.java.append(cell);
        else read.read();
        read.endJava();
        return read;
    }

    /// What is to be run, in its order. At least one part.
    public List<Part> parts() { return List.copyOf(parts); }

    /// The cell's text without its magics: the same lines, and except for a line that assigns a magic's value, the same
    /// columns.
    public String java() { return java.toString(); }

    /// Whether the first line is `%%name`.
    public boolean isCellMagic() { return isCellMagic; }

    /// The magic whose first line this position is in, or null.
    public @Nullable Call at(int position) {
        return parts.stream().filter(Part.Line.class::isInstance).map(p -> ((Part.Line) p).call)
                .filter(c -> position > c.start() && position <= c.end()).findFirst().orElse(null);
    }

    private void read() {
        int depth = 0;
        // The last character of Java that is not blank: after it a statement can begin, or not.
        char last = ';';
        for (int at = 0; at < cell.length();) {
            if (depth == 0 && (at == 0 || cell.charAt(at - 1) == '\n')) {
                int end = magicAt(at, last);
                if (end > at) {
                    last = ';';
                    at = end;
                    continue;
                }
            }
            int end = Comments.tokenEnd(cell, at);
            char c = cell.charAt(at);
            if (!Comments.isComment(cell, at)) {
                if (!Character.isWhitespace(c)) last = end > at + 1 ? '"' : c;
                if ("{([".indexOf(c) >= 0) depth++;
                else if ("})]".indexOf(c) >= 0) depth = Math.max(0, depth - 1);
            }
            java.append(cell, at, end);
            at = end;
        }
    }

    /// Takes the magic that begins on this line, if one does, and gives its end.
    private int magicAt(int at, char last) {
        int end = lineEnd(at);
        var line = cell.substring(at, end);
        var magic = MAGIC.matcher(line);
        if (magic.lookingAt() && begins(magic.group(2), line, last)) {
            if (magic.group(1) == null) {
                var rest = line.substring(magic.end());
                return isJava(line.strip().substring(1)) ? at : take(at, end, "!", rest, magic.end());
            }
            if (!magic.group(3).isEmpty()) {
                return take(at, end, "magic", magic.group(2), magic.start(2));
            }
            if (magic.group(1).length() == 2) {
                return java.toString().isBlank() || Comments.blank(java.toString()).isBlank()
                        ? takeCell(at, end, magic.group(2), line.substring(magic.end()))
                        : take(at, end, "%" + magic.group(2), line.substring(magic.end()), magic.end());
            }
            return take(at, end, magic.group(2), line.substring(magic.end()), magic.end());
        }
        var assigned = ASSIGNED.matcher(line);
        if (isBoundary(last) && assigned.lookingAt() && !line.substring(assigned.end()).strip().endsWith(";")) {
            return takeAssigned(at, end, assigned.group(1), assigned.group(3), line, assigned.end());
        }
        return at;
    }

    /// Whether a line that looks like a magic is one, after what stands before it. Java goes on with `% b`, never with a
    /// name of ours that has no semicolon; an operator before it wants an operand.
    private boolean begins(@Nullable String name, String line, char last) {
        if (isBoundary(last)) return true;
        if ("=+-*/%&|^!?:<>,.~@".indexOf(last) >= 0) return false;
        return name == null ? true : magics.find(name) != null && !line.strip().endsWith(";");
    }

    private static boolean isBoundary(char last) { return last == ';' || last == '}'; }

    /// Whether what follows a `!` is a condition of Java and no command.
    private boolean isJava(String after) {
        var rest = after.strip();
        if (rest.isEmpty() || rest.startsWith("(") || rest.startsWith("!")) return true;
        var word = WORD.matcher(rest);
        if (!word.lookingAt()) return false;
        var name = word.group();
        char next = word.end() < rest.length() ? rest.charAt(word.end()) : ' ';
        return List.of("true", "false", "this", "new").contains(name) || isDeclared.test(name)
                || (Character.isUpperCase(name.charAt(0)) && (next == '.' || next == '('))
                || WORD.matcher(Comments.blank(java.toString())).results().anyMatch(m -> m.group().equals(name));
    }

    /// A line ends where it does not end in a backslash.
    private int lineEnd(int from) {
        int end = from;
        while (true) {
            int next = cell.indexOf('\n', end);
            if (next < 0) return cell.length();
            if (next == from || cell.charAt(next - 1) != '\\') return next;
            end = next + 1;
        }
    }

    private int take(int at, int end, String name, String text, int textStart) {
        endJava();
        int start = java.length();
        parts.add(new Part.Line(call(at, end, name, text, textStart, start, false)));
        java.append(blank(cell.substring(at, end)));
        from = java.length();
        return end;
    }

    private Call call(int at, int end, String name, String text, int textStart, int start, boolean isAssigned) {
        var code = blank(java + cell.substring(at, at + textStart)) + cell.substring(at + textStart, end);
        return new Call(name, text.replace("\\\n", " ").strip(), null, code, line(at), start, start + end - at,
                isAssigned);
    }

    private int takeCell(int at, int end, String name, String text) {
        int bodyStart = Math.min(cell.length(), end + 1);
        var body = cell.substring(bodyStart);
        java.append(blank(cell.substring(at, bodyStart)));
        parts.add(new Part.Line(new Call(name, text.strip(), body, java + body, line(at), at, end, false)));
        java.append(blank(body));
        from = java.length();
        isCellMagic = true;
        return cell.length();
    }

    /// The magic first; then Java takes its value.
    private int takeAssigned(int at, int end, @Nullable String type, @Nullable String magic, String line,
            int textStart) {
        var name = magic == null ? "!" : magic;
        var known = magics.find(name);
        endJava();
        int start = java.length();
        parts.add(new Part.Line(call(at, end, name, line.substring(textStart), textStart, start, true)));
        int value = line.substring(0, textStart).lastIndexOf('=') + 1;
        java.append(line, 0, value).append("var".equals(type) && known != null ? " (" + known.valueType() + ") " : " ")
                .append("$magic();").append("\n".repeat((int) line.chars().filter(c -> c == '\n').count()));
        return end;
    }

    private int line(int at) { return 1 + (int) cell.substring(0, at).chars().filter(c -> c == '\n').count(); }

    private void endJava() {
        if (!java.substring(from).isBlank() || (parts.isEmpty() && java.length() == cell.length())) {
            parts.add(new Part.Java(blank(java.substring(0, from)) + java.substring(from)));
        }
        from = java.length();
    }

    private static String blank(String text) {
        var blank = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            blank.append(c == '\n' || c == '\r' || c == '\t' ? c : ' ');
        }
        return blank.toString();
    }
}
