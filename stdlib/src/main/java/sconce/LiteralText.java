package sconce;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.ComplexNumber;

/// A tensor from its printed form: `[[1., 2.], [3., 4.]]`, with `tensor(..)` around it or not.
final class LiteralText {
    private static final Pattern WHOLE = Pattern.compile("tensor\\((.*?)(?:,\\s*dtype=(?:torch\\.)?(\\w+))?"
            + "(?:,\\s*(?:requires_grad|grad_fn)=[\\w<>]+)?\\s*\\)",
            Pattern.DOTALL);
    private static final Pattern REAL = Pattern
            .compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?(?:inf|nan)");
    private static final Pattern COMPLEX = Pattern
            .compile("(" + REAL.pattern() + ")?([+-]?(?:" + REAL.pattern() + "))j");

    private final String text;
    private int at;

    private LiteralText(String text) { this.text = text; }

    /// The numbers of a list in text, nested as they stand.
    static Object list(String text) {
        var parser = new LiteralText(text);
        var data = parser.value();
        if (parser.at < text.length()) throw parser.wrong();
        return data;
    }

    static Tensor tensor(String text, @Nullable DType asked) {
        var whole = WHOLE.matcher(text.strip());
        var printed = whole.matches();
        var dtype = asked == null && printed && whole.group(2) != null ? dtype(whole.group(2)) : asked;
        var parser = new LiteralText(printed ? whole.group(1) : text.strip());
        var data = parser.value();
        if (parser.at < parser.text.length()) throw parser.wrong();
        return Literal.tensor(data, dtype);
    }

    private static DType dtype(String name) {
        for (var dtype : DType.values()) if (dtype.name().equals(name)) return dtype;
        throw new TypeError("there is no dtype torch." + name);
    }

    private Object value() {
        skipSpaces();
        var value = at < text.length() && text.charAt(at) == '[' ? list() : number();
        skipSpaces();
        return value;
    }

    private Object list() {
        var list = new ArrayList<Object>();
        at++;
        skipSpaces();
        while (at < text.length() && text.charAt(at) != ']') {
            list.add(value());
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                skipSpaces();
            } else if (at < text.length() && text.charAt(at) != ']') {
                throw wrong();
            }
        }
        if (at == text.length()) throw wrong();
        at++;
        return list;
    }

    private Object number() {
        var end = at;
        while (end < text.length() && ",]".indexOf(text.charAt(end)) < 0) end++;
        var token = text.substring(at, end).strip();
        if (token.equals("...")) {
            throw new ValueError("a summarised tensor (...) does not say all its numbers: " + text);
        }
        var value = value(token);
        if (value == null) throw wrong();
        at = end;
        return value;
    }

    private static @Nullable Object value(String token) {
        switch (token) {
            case "True", "true" -> {
                return true;
            }
            case "False", "false" -> {
                return false;
            }
            default -> {
            }
        }
        if (token.matches("[+-]?\\d+")) return Long.valueOf(token);
        if (REAL.matcher(token).matches()) return real(token);
        var complex = COMPLEX.matcher(token);
        if (!complex.matches()) return null;
        return new ComplexNumber(complex.group(1) == null ? 0 : real(complex.group(1)), real(complex.group(2)));
    }

    private static double real(String token) {
        var sign = token.startsWith("-") ? -1 : 1;
        if (token.endsWith("inf")) return sign * Double.POSITIVE_INFINITY;
        return token.endsWith("nan") ? Double.NaN : Double.parseDouble(token);
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private ValueError wrong() {
        return new ValueError("not a tensor in printed form, such as [[1., 2.], [3., 4.]], at character " + (at + 1)
                + ": " + text);
    }
}
