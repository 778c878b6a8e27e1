package sconce.kernel.terminal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.terminal.JavaTokens.Kind;
import sconce.kernel.terminal.JavaTokens.Token;

/// A Java file that declares `main`, in a class or by itself, as `java FILE` would run it.
///
/// ```java
/// Program.start("void main() { IO.println(1); }", List.of())   // main();
/// ```
final class Program {
    private static final Pattern ARGUMENTS = Pattern.compile("\\bargs\\b");
    private static final List<String> TYPES = List.of("class", "record", "enum", "interface");

    private final String text;
    private final List<Token> tokens;

    private Program(String text) {
        this.text = text;
        tokens = new JavaTokens(text).tokens().stream().filter(t -> t.kind() != Kind.COMMENT).toList();
    }

    /// What a file holds, to be run with these: `args` is there where its code asks for it, and its `main` is called.
    static List<SourceFile.Part> of(List<SourceFile.Part> parts, List<String> arguments) {
        var last = parts.getLast();
        var start = last.isLines() ? null : start(last.code(), arguments);
        if (start != null) return append(parts, new SourceFile.Part("<main>", start));
        if (parts.stream().noneMatch(part -> ARGUMENTS.matcher(part.code()).find())) return parts;
        var given = new SourceFile.Part("<args>", "var args = " + array(arguments) + ";");
        return append(List.of(given), parts.toArray(SourceFile.Part[]::new));
    }

    private static List<SourceFile.Part> append(List<SourceFile.Part> parts, SourceFile.Part... more) {
        return Stream.concat(parts.stream(), Stream.of(more)).toList();
    }

    /// The call of the file's `main`, or null where there is none or the file calls it for itself.
    static @Nullable String start(String text, List<String> arguments) { return new Program(text).start(arguments); }

    private @Nullable String start(List<String> arguments) {
        int depth = 0;
        var type = "";
        String found = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (is(i, "{")) depth++;
            else if (is(i, "}")) depth--;
            else if (depth == 0 && i + 1 < tokens.size() && TYPES.contains(word(i))) type = word(i + 1);
            else if (is(i, "main") && tokens.get(i).kind() == Kind.METHOD && depth <= 1) {
                boolean declared = i > 0 && is(i - 1, "void");
                if (depth == 0 && !declared) return null;
                if (declared && found == null) {
                    var owner = depth == 0 ? "" : isStatic(i - 1) ? type + "." : "new " + type + "().";
                    found = owner + "main(" + (is(i + 2, ")") ? "" : array(arguments)) + ");";
                }
            }
        }
        return found;
    }

    /// Whether `static` is among the modifiers before this.
    private boolean isStatic(int at) {
        for (int i = at; i >= 0 && !is(i, ";") && !is(i, "{") && !is(i, "}"); i--) {
            if (is(i, "static")) return true;
        }
        return false;
    }

    private boolean is(int at, String word) { return at < tokens.size() && word(at).equals(word); }

    private String word(int at) { return text.substring(tokens.get(at).start(), tokens.get(at).end()); }

    /// An array of these as Java has it.
    private static String array(List<String> arguments) {
        return arguments.stream().map(Program::literal).collect(Collectors.joining(", ", "new String[] {", "}"));
    }

    private static String literal(String argument) {
        return argument.chars().mapToObj(c -> switch (c) {
            case '"', '\\' -> "\\" + (char) c;
            default -> c < ' ' ? "\\%03o".formatted(c) : "" + (char) c;
        }).collect(Collectors.joining("", "\"", "\""));
    }
}
