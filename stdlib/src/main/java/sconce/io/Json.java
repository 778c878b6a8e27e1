package sconce.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of headers and indexes, by RFC 8259 to the letter: one value, no name twice, not nested deeply.
///
/// Objects are [LinkedHashMap]s, whole numbers of 64 bits are [Long], other numbers [BigDecimal] or, where even that
/// would be absurd, [Double].
final class Json {
    private static final int DEEPEST = 32;
    private final String text;
    private final BiFunction<Integer, String, RuntimeException> error;
    private int at;

    private Json(String text, BiFunction<Integer, String, RuntimeException> error) {
        this.text = text;
        this.error = error;
    }

    /// @param error makes the exception of a place, in characters, and a reason
    static @Nullable Object read(String text, BiFunction<Integer, String, RuntimeException> error) {
        var json = new Json(text, error);
        var value = json.value(0);
        json.blanks();
        if (json.at < text.length()) throw json.wrong("trailing characters");
        return value;
    }

    private RuntimeException wrong(String reason) { return error.apply(Math.min(at, text.length()), reason); }

    private void blanks() { while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++; }

    private char peek() {
        blanks();
        if (at >= text.length()) throw wrong("EOF while parsing a value");
        return text.charAt(at);
    }

    private boolean take(char wanted) {
        if (peek() != wanted) return false;
        at++;
        return true;
    }

    private void expect(char wanted) { if (!take(wanted)) throw wrong("expected `" + wanted + "`"); }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) throw wrong("recursion limit exceeded");
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) throw wrong("expected value");
        at += word.length();
        return value;
    }

    private Map<String, @Nullable Object> object(int depth) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        at++;
        if (take('}')) return object;
        do {
            if (peek() != '"') throw wrong("key must be a string");
            var key = string();
            expect(':');
            if (object.containsKey(key)) throw wrong("the name `" + key + "` stands there twice");
            object.put(key, value(depth + 1));
        } while (take(','));
        expect('}');
        return object;
    }

    private List<@Nullable Object> array(int depth) {
        var array = new ArrayList<@Nullable Object>();
        at++;
        if (take(']')) return array;
        do
            array.add(value(depth + 1));
        while (take(','));
        expect(']');
        return array;
    }

    private Object number() {
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        var number = text.substring(start, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw wrong("expected value");
        }
        try {
            return number.matches("-?\\d{1,18}") ? (Object) Long.valueOf(number)
                    : number.length() > 100 ? (Object) Double.valueOf(number) : new BigDecimal(number);
        } catch (NumberFormatException absurd) {
            return Double.valueOf(number);
        }
    }

    private String string() {
        var string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return string.toString();
            }
            if (c < 0x20) throw wrong("control character (\\u0000-\\u001F) found while parsing a string");
            string.append(c == '\\' ? escaped() : c);
        }
        throw wrong("EOF while parsing a string");
    }

    private char escaped() {
        at++;
        if (at >= text.length()) throw wrong("EOF while parsing a string");
        return switch (text.charAt(at)) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("invalid escape");
        };
    }

    private char unicode() {
        var code = 0;
        for (var i = 0; i < 4; i++) {
            at++;
            var digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) > 'f') throw wrong("invalid escape");
            code = code * 16 + digit;
        }
        return (char) code;
    }

    /// A text with its quotes.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) quoted.append("\\u%04x".formatted((int) c));
                    else
                        quoted.append(c);
                }
            }
        }
        return quoted.append('"').toString();
    }
}
