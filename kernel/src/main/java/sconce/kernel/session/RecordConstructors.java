package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// JShell makes a cell's records public, and then refuses a constructor that is not (JDK 25), as nearly every
/// `record Point(int x) { Point { ... } }` has it. The word is added where it is missing.
final class RecordConstructors {
    private static final Pattern HEAD = Pattern
            .compile("^\\s*(?:(?:@[\\w.]+(?:\\([^)]*\\))?|\\w+)\\s+)*?record\\s+(\\w+)\\s*[<(]");
    private static final Pattern MODIFIER_BEFORE = Pattern
            .compile("(?:\\b(?:public|protected|private|new)|[.\\w>])\\s*$");

    private RecordConstructors() {}

    /// A declaration of the cell, its record's constructors public.
    static SnippetSource opened(String cell, int start, int end) {
        var declaration = cell.substring(start, end);
        var source = new SnippetSource();
        int from = start;
        for (int at : closed(declaration)) {
            source.take(cell, from, start + at).insert("public ", start + at);
            from = start + at;
        }
        return source.take(cell, from, end);
    }

    /// Where constructors begin that have no access modifier.
    private static List<Integer> closed(String declaration) {
        var head = HEAD.matcher(Comments.blank(declaration));
        if (!declaration.contains("record") || !head.find()) return List.of();
        var name = head.group(1);
        var constructor = Pattern.compile(Pattern.quote(name) + "\\s*[({]");
        var found = new ArrayList<Integer>();
        int braces = 0;
        int brackets = 0;
        for (int at = 0; at < declaration.length();) {
            char c = declaration.charAt(at);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (braces == 1 && brackets == 0 && declaration.startsWith(name, at)
                    && constructor.matcher(declaration).region(at, declaration.length()).lookingAt()
                    && !MODIFIER_BEFORE.matcher(Comments.blank(declaration.substring(0, at))).find()) {
                found.add(at);
            }
            at = Comments.tokenEnd(declaration, at);
        }
        return found;
    }
}
