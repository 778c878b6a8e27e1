package sconce.kernel.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// What a cell declares before the cursor and what is in sight there: variables, parameters, methods and types. JShell
/// proposes none of them (JDK 25), since none of them has run.
///
/// Brackets are followed and no more grammar than a declaration's: the text at a cursor hardly ever parses.
final class NamesInSight {
    private static final Pattern TOKEN = Pattern
            .compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*|->|\\.\\.\\.|::|\\S");
    private static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "char", "short", "int", "long", "float",
            "double", "var", "void");
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

    /// Open blocks and brackets, the innermost first; a name's kind by the name.
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>(List.of(new LinkedHashMap<>()));
    private final Map<String, String> ofNextBlock = new LinkedHashMap<>();
    private final List<String> tokens;

    private NamesInSight(String code) {
        tokens = TOKEN.matcher(withoutTexts(code)).results().map(MatchResult::group).toList();
        for (int at = 0; at < tokens.size(); at++) read(at);
    }

    /// Each name before the end of this code with its kind, as completions call it; the nearest first.
    static Map<String, String> before(String code) {
        var names = new LinkedHashMap<String, String>();
        for (var scope : new NamesInSight(code).scopes) {
            var latestFirst = new ArrayList<>(scope.entrySet()).reversed();
            latestFirst.forEach(each -> names.putIfAbsent(each.getKey(), each.getValue()));
        }
        return names;
    }

    private static String withoutTexts(String code) {
        var plain = Comments.blank(code);
        var text = new StringBuilder();
        for (int at = 0; at < plain.length();) {
            int end = Comments.tokenEnd(plain, at);
            text.append(end == at + 1 ? plain.substring(at, end) : " 0 ");
            at = end;
        }
        return text.toString();
    }

    private String token(int at) { return at < 0 || at >= tokens.size() ? "" : tokens.get(at); }

    private void read(int at) {
        switch (token(at)) {
            case "(" -> scopes.push(new LinkedHashMap<>());
            case ")" -> {
                var inside = close();
                if (token(at + 1).equals("->")) addParameters(at, inside);
                // What a method's or a loop's brackets declare is known in the block that follows.
                if (token(at + 1).equals("{") || token(at + 1).equals("throws")) ofNextBlock.putAll(inside);
                else here().putAll(inside);
            }
            case "{" -> {
                scopes.push(new LinkedHashMap<>(ofNextBlock));
                ofNextBlock.clear();
            }
            case "}" -> close();
            default -> {
                if (isName(token(at))) readName(at);
            }
        }
    }

    private void readName(int at) {
        var before = token(at - 1);
        var after = token(at + 1);
        if (TYPE_WORDS.contains(before)) {
            here().put(token(at), "class");
        } else if ((after.equals("->") && !before.equals("case")) || token(at - 2).equals("instanceof")) {
            here().put(token(at), "variable");
        } else if (PRIMITIVES.contains(before) || isName(before) || before.matches("[>\\]]|\\.\\.\\.")) {
            if (after.equals("(")) here().put(token(at), "method");
            else if (after.matches("[=;:,)]")) here().put(token(at), "variable");
        }
    }

    /// `(a, b) ->`, whose types nobody has written.
    private void addParameters(int close, Map<String, String> names) {
        for (int at = close - 1; at >= 0 && !token(at).equals("("); at--) {
            if (isName(token(at)) && token(at - 1).matches("[(,]")) names.put(token(at), "variable");
        }
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0)) && !SourceVersion.isKeyword(token);
    }

    private Map<String, String> here() { return Objects.requireNonNull(scopes.peek()); }

    private Map<String, String> close() { return scopes.size() > 1 ? scopes.pop() : new LinkedHashMap<>(); }
}
