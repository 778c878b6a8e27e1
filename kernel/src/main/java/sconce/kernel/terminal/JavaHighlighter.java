package sconce.kernel.terminal;

import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Colours Java while it is typed, and the two brackets of the pair that the cursor stands at.
final class JavaHighlighter implements Highlighter {
    private final Supplier<Palette> palette;

    JavaHighlighter(Supplier<Palette> palette) {
        this.palette = palette;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        var colours = palette.get();
        if (!colours.coloured() || Commands.isCommand(buffer)) return new AttributedString(buffer);
        return highlight(buffer, reader.getBuffer().toString().equals(buffer) ? reader.getBuffer().cursor() : -1,
                colours);
    }

    /// @param cursor where the cursor stands, or -1
    static AttributedString highlight(String buffer, int cursor, Palette colours) {
        var java = new JavaTokens(buffer);
        int left = java.partner(cursor - 1) >= 0 ? cursor - 1 : java.partner(cursor) >= 0 ? cursor : -1;
        int right = java.partner(left);
        var out = new AttributedStringBuilder();
        int at = 0;
        for (var token : java.tokens()) {
            out.append(buffer, at, token.start());
            boolean pair = left >= 0 && (token.start() == left || token.start() == right);
            out.styled(pair ? colours.pair() : style(token.kind(), colours),
                    buffer.substring(token.start(), token.end()));
            at = token.end();
        }
        return out.append(buffer.substring(at)).toAttributedString();
    }

    private static AttributedStyle style(JavaTokens.Kind kind, Palette colours) {
        return switch (kind) {
            case KEYWORD -> colours.keyword();
            case TYPE -> colours.type();
            case STRING -> colours.string();
            case NUMBER -> colours.number();
            case COMMENT, ANNOTATION -> colours.faint();
            case METHOD, NAME, OPEN, CLOSE, OTHER -> AttributedStyle.DEFAULT;
        };
    }
}
