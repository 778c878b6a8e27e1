package sconce.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// What could stand at a cursor, and whether code is complete.
final class Completion {
    /// After these stands a package, a type's name of its own, or a type alone.
    private static final Pattern OTHER_NAMES = Pattern
            .compile("(?:\\b(?:import|package|class|interface|enum|record|new|extends|implements)|@)\\s*$");

    private final Jshell shell;

    Completion(Jshell shell) {
        this.shell = shell;
    }

    Completions at(String code, int cursor) {
        int clamped = Math.clamp(cursor, 0, code.length());
        if (Comments.isOpenAfter(code.substring(0, clamped))) {
            return new Completions(clamped, clamped, List.of());
        }
        return shell.analysed(analysis -> {
            var context = context(analysis, code.substring(0, clamped));
            var anchor = new int[] { clamped };
            var found = analysis.completionSuggestions(context.text(), context.text().length(), anchor);
            if (found.isEmpty()) {
                var lambda = LambdaParameter.at(analysis, context.text());
                if (lambda != null) {
                    // `o -> o.` in a call whose overloads JShell cannot tell apart yet: as if `o` were declared.
                    found = analysis.completionSuggestions(lambda, lambda.length(), anchor);
                    anchor[0] += context.text().length() - lambda.length();
                }
            }
            var declared = declared(code.substring(0, clamped));
            int start = found.isEmpty() && !declared.isEmpty()
                    ? clamped - word(code.substring(0, clamped)).length()
                    : Math.clamp(anchor[0] - context.shift(), 0, clamped);
            return new Completions(start, clamped, ordered(found, declared));
        });
    }

    /// What this text itself declares and the name at its end may stand for.
    private static List<Completions.Match> declared(String before) {
        var word = word(before);
        var head = before.substring(0, before.length() - word.length()).stripTrailing();
        if (head.endsWith(".") || head.endsWith("::") || OTHER_NAMES.matcher(head).find()) return List.of();
        return NamesInSight.before(head).entrySet().stream().filter(each -> each.getKey().startsWith(word))
                .map(each -> new Completions.Match(each.getKey() + (each.getValue().equals("method") ? "(" : ""),
                        each.getValue(), ""))
                .toList();
    }

    private static String word(String before) {
        int start = before.length();
        while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) start--;
        return before.substring(start);
    }

    /// Those whose type fits stand first, and among equals what the session itself declares; a name appears once.
    private List<Completions.Match> ordered(List<Suggestion> found, List<Completions.Match> declared) {
        var names = Set.copyOf(shell.declaredNames());
        var types = shell.typeClasses().keySet();
        var matches = new LinkedHashMap<String, Completions.Match>();
        declared.forEach(each -> matches.put(each.text(), each));
        for (boolean fits : new boolean[] { true, false }) {
            for (boolean own : new boolean[] { true, false }) {
                for (Suggestion each : found) {
                    var text = each.continuation();
                    if (each.matchesType() == fits && names.contains(text.replaceFirst("\\(.*", "")) == own
                            && !text.startsWith("$")) {
                        matches.putIfAbsent(text, new Completions.Match(text, type(text, types), ""));
                    }
                }
            }
        }
        return new ArrayList<>(matches.values());
    }

    /// Text for JShell, and how far it has moved to the right.
    private record Context(String text, int shift) {}

    /// The unfinished part at the cursor, inside a block with what the cell declares before it: the cell need not have
    /// run for its own variables to be known.
    private static Context context(SourceCodeAnalysis analysis, String before) {
        int start = 0;
        var declared = new StringBuilder();
        while (start < before.length()) {
            var info = analysis.analyzeCompletion(before.substring(start));
            if (info.completeness() != SourceCodeAnalysis.Completeness.COMPLETE || info.remaining().isEmpty()) {
                break;
            }
            int end = before.length() - info.remaining().length();
            var piece = before.substring(start, end);
            if (!Comments.blank(piece).strip().startsWith("import")) {
                declared.append(piece);
            }
            start = end;
        }
        var rest = before.substring(start);
        if (declared.isEmpty()) {
            return new Context(rest, -start);
        }
        var head = "{ " + declared;
        return new Context(head + rest, head.length() - start);
    }

    private static String type(String text, Set<String> types) {
        if (text.contains("(")) {
            return "method";
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        boolean upper = !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        return types.contains(text) || (upper && !text.equals(text.toUpperCase(java.util.Locale.ROOT)))
                ? "class"
                : "variable";
    }

    Completeness completeness(String code) { return shell.analysed(analysis -> completeness(analysis, code)); }

    private static Completeness completeness(SourceCodeAnalysis analysis, String code) {
        var rest = code;
        while (true) {
            var info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case COMPLETE -> {
                    if (info.remaining().isBlank()) {
                        return new Completeness(Completeness.Status.COMPLETE, "");
                    }
                    rest = info.remaining();
                }
                case COMPLETE_WITH_SEMI, EMPTY -> {
                    return new Completeness(Completeness.Status.COMPLETE, "");
                }
                case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
                    return new Completeness(Completeness.Status.INCOMPLETE, indent(code));
                }
                case UNKNOWN -> {
                    return new Completeness(Completeness.Status.INVALID, "");
                }
            }
        }
    }

    /// As deep as the brackets that are still open.
    private static String indent(String code) {
        int depth = 0;
        for (char c : Comments.blank(code).toCharArray()) {
            depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
        }
        return "    ".repeat(Math.max(0, depth));
    }
}
