package sconce.kernel.session;

import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/// `var x = flag ? 1 : "one"` has a type that cannot be written down, an intersection whose parts name itself again. JShell
/// declares it, and javac then breaks on whatever uses it (JDK 25). As an `Object` it can be used.
final class DenotableType {
    private static final Pattern VAR = Pattern.compile("\\bvar\\b");

    private DenotableType() {}

    static boolean isMissing(Snippet snippet) {
        if (!(snippet instanceof VarSnippet variable) || !variable.source().contains("var")) return false;
        var type = variable.typeName();
        if (type == null) return false;
        long above = intersections(outside(type));
        return above > 0 && intersections(type) > above;
    }

    private static long intersections(String type) { return type.chars().filter(c -> c == '&').count(); }

    /// What stands outside of angle brackets.
    private static String outside(String type) {
        var text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth == 0) text.append(c);
        }
        return text.toString();
    }

    /// The declaration with `Object` for `var`.
    static SnippetSource given(String cell, Piece piece) {
        var var = VAR.matcher(Comments.blank(cell)).region(piece.start(), piece.end());
        if (!var.find()) return SnippetSource.slice(cell, piece.start(), piece.end());
        return new SnippetSource().take(cell, piece.start(), var.start()).insert("Object", var.start())
                .take(cell, var.end(), piece.end());
    }
}
