package sconce.show;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Values as Python's `str` writes them in a module's line: `None`, `True`, `1e-05`, `(3, 3)`.
///
/// ```java
/// PythonFormat.format("kernel_size=%s, eps=%s", Torch.size(3, 3), 1e-5)   // kernel_size=(3, 3), eps=1e-05
/// ```
public final class PythonFormat {
    private static final double LARGEST_PLAIN = 1e16;
    private static final double SMALLEST_PLAIN = 1e-4;

    private PythonFormat() {}

    /// [String#format] over values written as Python writes them.
    public static String format(String pattern, @Nullable Object... values) {
        var texts = new Object[values.length];
        for (var i = 0; i < values.length; i++) texts[i] = of(values[i]);
        return String.format(pattern, texts);
    }

    /// One value as Python's `str` writes it: numbers as they were given, lists and integer arrays as tuples, what
    /// Python does not know as Java writes it.
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case Float number -> real(Double.parseDouble(number.toString()));
            case Double number -> real(number);
            case List<?> elements -> tuple(elements);
            case long[] elements -> tuple(LongStream.of(elements).boxed().toList());
            default -> value.toString();
        };
    }

    /// The elements as a tuple; one alone keeps its comma.
    public static String tuple(List<?> elements) {
        if (elements.size() == 1) return "(" + element(elements.getFirst()) + ",)";
        return elements.stream().map(PythonFormat::element).collect(Collectors.joining(", ", "(", ")"));
    }

    /// The elements as a list.
    public static String list(List<?> elements) {
        return elements.stream().map(PythonFormat::element).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String element(@Nullable Object value) {
        return value instanceof String text ? quoted(text) : of(value);
    }

    /// A text in quotes, as Python's `repr` writes it.
    public static String quoted(String text) {
        var quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        var escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
        return quote + ("'".equals(quote) ? escaped.replace("'", "\\'") : escaped) + quote;
    }

    /// The shortest digits that read back as the same number, as Python's `repr` sets them.
    private static String real(double number) {
        if (Double.isNaN(number)) return "nan";
        if (Double.isInfinite(number)) return number > 0 ? "inf" : "-inf";
        if (number == 0) return 1 / number > 0 ? "0.0" : "-0.0";
        var shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        var size = Math.abs(number);
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            var plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var digits = shortest.unscaledValue().abs().toString();
        var exponent = shortest.precision() - shortest.scale() - 1;
        return "%s%s%se%s%02d".formatted(number < 0 ? "-" : "", digits.substring(0, 1),
                digits.length() > 1 ? "." + digits.substring(1) : "", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
