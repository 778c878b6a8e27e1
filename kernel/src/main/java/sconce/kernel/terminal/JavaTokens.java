package sconce.kernel.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/// The words of a piece of Java that may not be finished: enough for colours, brackets and indentation, and quick enough
/// for every key that is typed.
final class JavaTokens {
    enum Kind {
        KEYWORD, TYPE, METHOD, NAME, NUMBER, STRING, COMMENT, ANNOTATION, OPEN, CLOSE, OTHER
    }

    /// @param end the offset after its last character
    record Token(Kind kind, int start, int end) {}

    private static final List<String> CONTEXTUAL = List.of("var", "record", "sealed", "permits", "yield", "when",
            "non-sealed");
    private static final int STEP = 4;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private final int[] partner;
    private boolean unclosed;
    private int at;

    JavaTokens(String text) {
        this.text = text;
        this.partner = new int[text.length()];
        java.util.Arrays.fill(partner, -1);
        while (at < text.length()) next();
    }

    List<Token> tokens() { return tokens; }

    /// Whether a bracket, a comment or a text block is still open at the end.
    boolean isOpen() { return unclosed || !open.isEmpty(); }

    /// The offset of the bracket that belongs to the one at an offset, or -1.
    int partner(int offset) { return offset >= 0 && offset < partner.length ? partner[offset] : -1; }

    /// How many spaces the next line begins with: four for each line that has left a bracket open, and four for the rest
    /// of a statement.
    int indent() {
        if (unclosed) return 0;
        int steps = (int) open.stream().map(this::lineOf).distinct().count();
        return STEP * (isInStatement() ? steps + 1 : steps);
    }

    /// Whether a statement has begun and not ended: `return x`, `if (x > 0)`, `else`, `case 1 ->`.
    private boolean isInStatement() {
        var opened = open.peek();
        if (opened != null && text.charAt(opened) != '{') return false;
        var last = lastBefore(text.length());
        if (last == null || last.kind == Kind.ANNOTATION || ";,{}".indexOf(text.charAt(last.end - 1)) >= 0)
            return false;
        // @Name("fc")
        var called = last.kind == Kind.CLOSE ? lastBefore(partner(last.start)) : null;
        return called == null || called.kind != Kind.ANNOTATION;
    }

    private @Nullable Token lastBefore(int offset) {
        return tokens.stream().filter(t -> t.kind != Kind.COMMENT && t.end <= offset).reduce((_, last) -> last)
                .orElse(null);
    }

    /// What the line begins with that opened the innermost bracket which is still open.
    static String indentOfOpen(String text) {
        var opened = new JavaTokens(text).open.peek();
        if (opened == null) return "";
        int start = text.lastIndexOf('\n', opened) + 1;
        int end = start;
        while (end < opened && text.charAt(end) == ' ') end++;
        return text.substring(start, end);
    }

    /// The offset of the parenthesis of the call whose arguments are being written at the end of a text, or -1.
    static int callAt(String text) {
        var java = new JavaTokens(text);
        if (java.unclosed) return -1;
        for (var opened : java.open) {
            if (text.charAt(opened) == '{') return -1;
            boolean call = text.charAt(opened) == '(' && opened > 0
                    && Character.isJavaIdentifierPart(text.charAt(opened - 1));
            if (call && !java.isKeywordBefore(opened)) return opened;
        }
        return -1;
    }

    private boolean isKeywordBefore(int offset) {
        return tokens.stream()
                .anyMatch(t -> t.end == offset && t.kind == Kind.KEYWORD && !text.startsWith("super", t.start)
                        && !text.startsWith("this", t.start));
    }

    private int lineOf(int offset) { return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count(); }

    private void next() {
        char c = text.charAt(at);
        int start = at;
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            to(text.indexOf('\n', at), false);
            add(Kind.COMMENT, start);
        } else if (text.startsWith("/*", at)) {
            to(after("*/", at + 2), true);
            add(Kind.COMMENT, start);
        } else if (text.startsWith("\"\"\"", at)) {
            to(closing("\"\"\"", at + 3), true);
            add(Kind.STRING, start);
        } else if (c == '"' || c == '\'') {
            literal(c);
            add(Kind.STRING, start);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            number();
            add(Kind.NUMBER, start);
        } else if (c == '@' && at + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
            at++;
            identifier();
            add(text.startsWith("@interface", start) ? Kind.KEYWORD : Kind.ANNOTATION, start);
        } else {
            at++;
            bracket(c, start);
        }
    }

    private void add(Kind kind, int start) { tokens.add(new Token(kind, start, at)); }

    private void bracket(char c, int start) {
        if ("([{".indexOf(c) >= 0) {
            open.push(start);
            add(Kind.OPEN, start);
        } else if (")]}".indexOf(c) >= 0) {
            var opened = open.peek();
            if (opened != null && "([{".indexOf(text.charAt(opened)) == ")]}".indexOf(c)) {
                open.pop();
                partner[start] = opened;
                partner[opened] = start;
            }
            add(Kind.CLOSE, start);
        } else {
            add(Kind.OTHER, start);
        }
    }

    /// Goes to an offset, or to the end if it is negative: then what began here is not closed, should that matter.
    private void to(int offset, boolean closes) {
        unclosed |= closes && offset < 0;
        at = offset < 0 ? text.length() : offset;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, Math.min(from, text.length()));
        return found < 0 ? -1 : found + mark.length();
    }

    private int closing(String mark, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') i++;
            else if (text.startsWith(mark, i)) return i + mark.length();
        }
        return -1;
    }

    private void literal(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == quote) return;
            if (c == '\\' && at < text.length() && text.charAt(at) != '\n') at++;
        }
    }

    private void identifier() {
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) at++;
    }

    private void word() {
        int start = at;
        identifier();
        var word = text.substring(start, at);
        boolean member = start > 0 && text.charAt(start - 1) == '.';
        if (!member && (SourceVersion.isKeyword(word) || CONTEXTUAL.contains(word))) add(Kind.KEYWORD, start);
        else if (at < text.length() && text.charAt(at) == '(' && !Character.isUpperCase(word.charAt(0))) {
            add(Kind.METHOD, start);
        } else add(isType(word) ? Kind.TYPE : Kind.NAME, start);
    }

    /// Upper case at its start, and not a constant's name: `Linear`, `T`, but not `MAX_VALUE`.
    private static boolean isType(String word) {
        return Character.isUpperCase(word.charAt(0))
                && (word.length() == 1 || word.chars().anyMatch(Character::isLowerCase));
    }

    private boolean isDigit(int offset) {
        return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
    }

    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) >= 0
                    && !text.startsWith("0x", Math.max(0, at - 3));
            boolean point = c == '.' && (isDigit(at + 1) || !(at + 1 < text.length()
                    && Character.isJavaIdentifierStart(text.charAt(at + 1))));
            if (!Character.isLetterOrDigit(c) && c != '_' && !sign && !point) return;
            at++;
        }
    }
}
