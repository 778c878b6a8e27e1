package sconce.kernel.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// JSON as `nbformat` writes it, so that a notebook read and written again is the same file: keys keep their order,
/// numbers their digits, and the layout is that of Python's `json.dumps(indent=1, ensure_ascii=False)`.
final class NotebookJson {
    /// A number by its digits: `1e-05` stays `1e-05`.
    record Digits(String text) {
        @Override
        public String toString() { return text; }
    }

    private static final int DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN and Infinity
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH)
                    .maxStringLength(Integer.MAX_VALUE).maxNumberLength(Integer.MAX_VALUE).build())
            .build();

    private NotebookJson() {}

    /// The value that `text` holds: maps, lists, strings, booleans, [Digits] and null.
    ///
    /// @throws JacksonException when it is not JSON, or something follows it
    static @Nullable Object read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) throw new EarlyEnd("something follows it");
            return value;
        }
    }

    /// The text for `value`, with the line's end that Jupyter writes last.
    static String write(@Nullable Object value) {
        var to = new StringBuilder();
        write(to, value, 0);
        return to.append('\n').toString();
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    if (parser.currentToken() == null) throw new EarlyEnd("it ends early");
                    var name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new EarlyEnd("it ends early");
        };
    }

    private static void write(StringBuilder to, @Nullable Object value, int depth) {
        switch (value) {
            case null -> to.append("null");
            case Digits(var text) -> to.append(text);
            case Boolean _,Number _ -> to.append(value);
            case Map<?, ?> map -> {
                if (map.isEmpty()) {
                    to.append("{}");
                    return;
                }
                char before = '{';
                for (var entry : map.entrySet()) {
                    newLine(to.append(before), depth + 1);
                    writeString(to, String.valueOf(entry.getKey()));
                    write(to.append(": "), entry.getValue(), depth + 1);
                    before = ',';
                }
                newLine(to, depth).append('}');
            }
            case List<?> list -> {
                if (list.isEmpty()) {
                    to.append("[]");
                    return;
                }
                char before = '[';
                for (var each : list) {
                    newLine(to.append(before), depth + 1);
                    write(to, each, depth + 1);
                    before = ',';
                }
                newLine(to, depth).append(']');
            }
            default -> writeString(to, value.toString());
        }
    }

    private static StringBuilder newLine(StringBuilder to, int depth) { return to.append('\n').repeat(' ', depth); }

    private static void writeString(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                default -> {
                    // Half a surrogate pair has no bytes in UTF-8.
                    if (c < ' ' || (Character.isSurrogate(c) && !isPaired(text, i)))
                        to.append("\\u%04x".formatted((int) c));
                    else to.append(c);
                }
            }
        }
        to.append('"');
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /// What Jackson's streaming half leaves to its callers to notice.
    private static final class EarlyEnd extends JacksonException {
        private static final long serialVersionUID = 1;

        EarlyEnd(String message) { super(message); }
    }
}
