package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/// What the compiler refuses, for people: the line, an arrow under the place, and where one can be told, the way out.
final class CompileErrors {
    private static final int MAX_ERRORS = 3;
    private static final int MAX_CANDIDATES = 8;
    private static final int MAX_LINE = 2000;

    /// `constructor sconce.nn.Linear.Linear(long,long) is not applicable`: what there is instead.
    private static final Pattern CANDIDATE = Pattern
            .compile("^(?:constructor|method) (?:<[^>]*>)?(?:[\\w$]+\\.)*([\\w$]+\\(.*\\)) is not applicable$");

    /// Packages whose classes people know without them.
    private static final Pattern PACKAGE = Pattern
            .compile("\\b(?:java\\.lang|java\\.util(?:\\.function|\\.stream)?|sconce(?:\\.\\w+)?)\\.(?=\\p{Lu})");

    private final Jshell shell;
    private final CellId cell;
    private final String text;
    private final SnippetSource source;

    CompileErrors(Jshell shell, CellId cell, String text, SnippetSource source) {
        this.shell = shell;
        this.cell = cell;
        this.text = text;
        this.source = source;
    }

    Result.Failure failure(List<Diag> errors) {
        var lines = new ArrayList<String>();
        // After a slip in the grammar the compiler guesses: what it says next is noise.
        int shown = isGrammar(errors.getFirst()) ? 1 : Math.min(errors.size(), MAX_ERRORS);
        for (var error : errors.subList(0, shown)) {
            int start = offset(error.getStartPosition() >= 0 ? error.getStartPosition() : error.getPosition());
            int point = offset(error.getPosition());
            int end = offset(error.getEndPosition());
            var message = plain(error.getMessage(Locale.ENGLISH));
            lines.add(Ansi.red("CompileError") + ": " + message);
            lines.addAll(arrow(cell, text, Math.min(start, point), Math.max(end, point)).stream()
                    .map(CompileErrors::cut).toList());
            var hint = Hints.of(text, Math.min(start, point), end, error, shell);
            if (hint != null) {
                lines.add(Ansi.bold("hint") + ": " + hint);
            }
        }
        if (errors.size() > shown && !isGrammar(errors.getFirst())) {
            lines.add(Ansi.dim("... and " + (errors.size() - shown) + " more"));
        }
        var first = errors.getFirst();
        int at = offset(first.getPosition());
        return new Result.Failure("CompileError", plain(first.getMessage(Locale.ENGLISH)), lines,
                cell + ", line " + Place.lineAt(text, at));
    }

    private static boolean isGrammar(Diag error) {
        return error.getCode().startsWith("compiler.err.expected")
                || error.getCode().startsWith("compiler.err.illegal.start")
                || error.getCode().startsWith("compiler.err.premature")
                || error.getCode().startsWith("compiler.err.illegal.char")
                || error.getCode().startsWith("compiler.err.illegal.text.block")
                || error.getCode().startsWith("compiler.err.unclosed")
                || error.getCode().startsWith("compiler.err.empty.char");
    }

    /// For the case that the compiler finds nothing wrong and yet makes no class of it.
    static Result.Failure unknown(CellId cell, String text, List<Piece> pieces) {
        var lines = new ArrayList<String>();
        var message = "this is more than a class file can hold: a text or a method of over 64 KB?";
        lines.add(Ansi.red("CompileError") + ": " + message);
        var arrow = arrow(cell, text, pieces.getFirst().start(), pieces.getLast().end());
        lines.addAll(arrow.stream().map(CompileErrors::cut).toList());
        lines.add(Ansi.bold("hint") + ": read what is that long from a file");
        return new Result.Failure("CompileError", message, lines,
                cell + ", line " + Place.lineAt(text, pieces.getFirst().start()));
    }

    /// For what refers to names that nothing declares: `class Liner`, `method g(int)`.
    static Result.Failure missing(Jshell shell, String said, CellId cell, String text, int start, int end,
            List<String> names) {
        var lines = new ArrayList<String>();
        var code = Comments.blank(text);
        int first = start;
        for (var each : names.subList(0, Math.min(names.size(), MAX_ERRORS))) {
            var name = each.replaceAll("\\(.*", "").replaceAll(".* ", "");
            var word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(code);
            int at = word.region(start, end).find() ? word.start() : start;
            first = lines.isEmpty() ? at : first;
            lines.add(Ansi.red("CompileError") + ": " + said + each);
            lines.addAll(arrow(cell, text, at, Math.min(end, at + name.length())));
            var hint = Hints.of(text, at, name, shell);
            if (hint != null) {
                lines.add(Ansi.bold("hint") + ": " + hint);
            }
        }
        return names.isEmpty()
                ? new Result.Failure("CompileError", "this does not compile",
                        List.of(Ansi.red("CompileError") + ": this does not compile"), null)
                : new Result.Failure("CompileError", said + String.join(", ", names), lines,
                        cell + ", line " + Place.lineAt(text, first));
    }

    private int offset(long position) {
        long inside = Math.clamp(position, 0, Math.max(0, source.text().length() - 1));
        return Math.min(source.toCell((int) inside) + (position > inside ? 1 : 0), text.length());
    }

    private static List<String> arrow(CellId cell, String text, int start, int end) {
        int line = Place.lineAt(text, start);
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = text.indexOf('\n', lineStart);
        lineEnd = lineEnd < 0 ? text.length() : lineEnd;
        var content = text.substring(lineStart, lineEnd);
        // Tabs keep their width above the arrow.
        var before = content.substring(0, Math.min(start - lineStart, content.length())).replaceAll("[^\t]", " ");
        int length = Math.max(1, Math.min(end, lineEnd) - start);
        return List.of(Ansi.bold(cell + ", line " + line), "    " + content,
                "    " + before + Ansi.red("^".repeat(length)));
    }

    /// A line of code can be as long as a book.
    private static String cut(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "\u001b[0m...";
    }

    /// javac's words, without what only a compiler writer needs.
    private static String plain(String message) {
        var lines = message.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.getFirst().equals("cannot find symbol")) {
            var symbol = lines.stream().filter(l -> l.startsWith("symbol:")).findFirst()
                    .map(l -> l.substring("symbol:".length()).strip()).orElse("");
            var location = lines.stream().filter(l -> l.startsWith("location:")).findFirst()
                    .map(l -> l.substring("location:".length()).strip()).orElse("");
            boolean inCell = location.isEmpty() || location.equals("class") || location.contains("$JShell$");
            return PACKAGE.matcher("cannot find " + symbol + (inCell ? "" : " in " + location)).replaceAll("");
        }
        var candidates = lines.stream().map(CANDIDATE::matcher).filter(Matcher::find).map(m -> m.group(1)).toList();
        var whole = candidates.size() < 2 ? String.join("; ", lines)
                : lines.getFirst() + "; there are " + String.join(", ",
                        candidates.subList(0, Math.min(candidates.size(), MAX_CANDIDATES)))
                        + (candidates.size() > MAX_CANDIDATES ? " and " + (candidates.size() - MAX_CANDIDATES) + " more"
                                : "");
        return PACKAGE.matcher(whole).replaceAll("").replaceAll("\\s{2,}", " ");
    }
}
