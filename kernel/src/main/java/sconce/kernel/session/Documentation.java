package sconce.kernel.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/// Signature, documentation and value of the name at a cursor.
final class Documentation {
    private static final int MAX_SIGNATURES = 12;
    private static final int MAX_VALUE = 400;

    private static final int KEPT = 64;

    private final Jshell shell;
    /// What JShell has said of a text, which it parses whole source files for, while nothing is declared anew.
    private final Map<String, List<SourceCodeAnalysis.Documentation>> said = new HashMap<>();
    private int declarations;

    Documentation(Jshell shell) {
        this.shell = shell;
    }

    /// Detail 0 documents the first of several overloads, 1 each of them.
    @Nullable
    Inspection at(String code, int cursor, int detail) {
        int end = Math.clamp(cursor, 0, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        var before = code.substring(0, end);
        boolean called = code.startsWith("(", end);
        var found = shell.analysed(analysis -> {
            // A method is found inside its brackets only.
            var first = documentation(analysis, called ? before + "(" : before);
            return !first.isEmpty() || before.endsWith("(") ? first
                    : documentation(analysis, called ? before : before + "(");
        });
        if (found.isEmpty()) {
            return null;
        }
        var signatures = new ArrayList<String>();
        var comments = new ArrayList<Map.Entry<String, String>>();
        for (var each : found) {
            var signature = Javadoc.shortNames(PublicNames.of(each.signature(), shell.loader()));
            var comment = each.javadoc();
            // Sources cost a parse each: for the overloads that are shown.
            var source = comment == null && signatures.size() < MAX_SIGNATURES
                    ? LibrarySources.find(each.signature())
                    : null;
            if (source != null) {
                comment = source.comment();
                if (source.parameters() != null) {
                    signature = signature.substring(0, signature.indexOf('(')) + source.parameters();
                }
            }
            signatures.add(signature);
            if (comment != null && !comment.isBlank() && (comments.isEmpty() || detail > 0)) {
                comments.add(Map.entry(signature, comment));
            }
        }
        var name = before.replaceFirst("(?s).*[^\\w$]", "");
        var source = detail > 0 && !before.endsWith("." + name) ? shell.declarationOf(name) : null;
        var known = describe(signatures, comments, value(before));
        return source == null ? known
                : new Inspection(known.text() + "\nsource:\n" + source.strip() + "\n",
                        known.markdown() + "\n```java\n" + source.strip() + "\n```\n");
    }

    /// The signatures of the name that ends here, without a look at its documentation: for a menu.
    List<String> signatures(String code) {
        return shell.analysed(analysis -> analysis.documentation(code, code.length(), false)).stream()
                .map(each -> Javadoc.shortNames(PublicNames.of(each.signature(), shell.loader()))).distinct().toList();
    }

    private static Inspection describe(List<String> signatures, List<Map.Entry<String, String>> comments,
            @Nullable String value) {
        var shown = new ArrayList<>(signatures.subList(0, Math.min(signatures.size(), MAX_SIGNATURES)));
        if (signatures.size() > shown.size()) {
            shown.add("... and " + (signatures.size() - shown.size()) + " more");
        }
        var text = new StringBuilder(String.join("\n", shown)).append('\n');
        var markdown = new StringBuilder("```java\n").append(String.join("\n", shown)).append("\n```\n");
        if (value != null) {
            text.append("\nvalue: ").append(value).append('\n');
            markdown.append("\n```text\n").append(value).append("\n```\n");
        }
        for (var comment : comments) {
            if (signatures.size() > 1) {
                text.append('\n').append(comment.getKey()).append('\n');
                markdown.append("\n`").append(comment.getKey()).append("`\n");
            }
            text.append('\n').append(Javadoc.text(comment.getValue())).append('\n');
            markdown.append('\n').append(Javadoc.markdown(comment.getValue())).append('\n');
        }
        return new Inspection(text.toString(), markdown.toString());
    }

    private List<SourceCodeAnalysis.Documentation> documentation(SourceCodeAnalysis analysis, String before) {
        if (declarations != shell.declarationCount() || said.size() >= KEPT) {
            said.clear();
            declarations = shell.declarationCount();
        }
        return said.computeIfAbsent(before, text -> {
            var found = analysis.documentation(text, text.length(), true);
            return found == null ? List.of() : found;
        });
    }

    /// The value of a session variable. A user's own class is not asked: its `toString` might never end.
    private @Nullable String value(String before) {
        var name = before.replaceFirst("(?s).*[^\\w$]", "");
        var variable = shell.variable(name);
        if (variable.isEmpty() || before.endsWith("." + name)) {
            return null;
        }
        try {
            var value = shell.valueOf(variable.get());
            if (value != null && SnippetLoader.isSnippetClass(value.getClass().getName())) {
                return null;
            }
            var text = value == null ? "null" : Rendering.display(value).text();
            return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "...";
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
