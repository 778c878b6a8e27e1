package sconce.kernel.terminal;

import java.util.function.Supplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/// What is written to the terminal beside the line that is edited. Knows how far down the output has come, so that a
/// display can be replaced; text that comes while a line is edited appears above it.
final class Screen {
    private static final int TAB = 8;
    private static final String BOXES = "┘┐┌└┼─├┤┴┬│";
    private static final char STAND_IN = '\uFDD0'; // no characters, and never in a text: for a program's own use

    private final Terminal terminal;
    private final Supplier<Palette> palette;
    private final StringBuilder above = new StringBuilder();
    private @Nullable LineReaderImpl reader;
    private final StringBuilder line = new StringBuilder();
    private int column;
    private long row;

    Screen(Terminal terminal, Supplier<Palette> palette) {
        this.terminal = terminal;
        this.palette = palette;
    }

    Terminal terminal() { return terminal; }

    Palette palette() { return palette.get(); }

    /// The reader whose line must not be written over.
    synchronized void guard(LineReaderImpl guarded) { reader = guarded; }

    int width() { return terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : 80; }

    int height() { return terminal.getSize().getRows() > 0 ? terminal.getSize().getRows() : 24; }

    /// The row that will be written next, counted from the start.
    synchronized long row() { return row; }

    synchronized void print(String text) {
        var reading = reader;
        if (reading != null && reading.isReading()) {
            above.append(text);
            int end = above.lastIndexOf("\n") + 1;
            if (end > 0) {
                reading.printAbove(above.substring(0, end));
                above.delete(0, end);
            }
            return;
        }
        terminal.writer().write(text);
        terminal.writer().flush();
        follow(text);
    }

    void println(String text) { print(text + "\n"); }

    void println(AttributedString text) { print(ansi(text) + "\n"); }

    void print(AttributedString text) { print(ansi(text)); }

    /// A text with its colours as this terminal takes them, or without.
    String ansi(AttributedString text) {
        if (!palette.get().coloured()) return text.toString();
        var ansi = lettered(text).toAnsi(terminal.getNumericCapability(Capability.max_colors), ForceMode.None,
                terminal.getPalette(), null, null);
        return ansi.codePoints()
                .map(c -> c >= STAND_IN && c < STAND_IN + BOXES.length() ? BOXES.charAt(c - STAND_IN) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// With stand-ins for the lines of boxes, of which JLine makes ASCII or another character set's letters: they shall
    /// stay letters that can be copied and recorded.
    private static AttributedString lettered(AttributedString text) {
        if (text.chars().noneMatch(c -> BOXES.indexOf(c) >= 0)) return text;
        var out = new AttributedStringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int box = BOXES.indexOf(text.charAt(i));
            out.styled(text.styleAt(i), box < 0 ? text.subSequence(i, i + 1) : String.valueOf((char) (STAND_IN + box)));
        }
        return out.toAttributedString();
    }

    /// Begins a new line where the last one has not ended, after what background threads have left of a line.
    synchronized void freshLine() {
        if (!above.isEmpty()) {
            var rest = above.toString();
            above.setLength(0);
            print(rest);
        }
        if (column > 0) print("\n");
    }

    /// What stands on a line that has not ended, for the editor to begin its line with; the cursor goes before it.
    synchronized String takeLine() {
        var taken = line.toString();
        line.setLength(0);
        if (column > 0 && !isDumb()) {
            terminal.writer().write("\r");
            terminal.writer().flush();
            column = 0;
            return taken;
        }
        return "";
    }

    /// The editor has ended the line that it read.
    synchronized void lineWasRead() {
        line.setLength(0);
        column = 0;
        row++;
    }

    /// Clears everything from a row on, and goes there; a row that has left the screen stays as it is.
    synchronized boolean backTo(long wanted) {
        long up = row - wanted;
        if (up < 0 || up >= height() || isDumb()) return false;
        terminal.writer().write("\r" + (up > 0 ? "\u001b[" + up + "A" : "") + "\u001b[J");
        terminal.writer().flush();
        row = wanted;
        column = 0;
        return true;
    }

    boolean isDumb() { return terminal.getType().startsWith(Terminal.TYPE_DUMB); }

    private void follow(String text) {
        int width = width();
        int lineStart = text.lastIndexOf('\n') + 1;
        if (lineStart > 0) line.setLength(0);
        line.append(text, lineStart, text.length());
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '\n' -> {
                    row++;
                    column = 0;
                }
                case '\r' -> column = 0;
                case '\t' -> column = Math.min(width, (column / TAB + 1) * TAB);
                case '\u001b' -> i = afterEscape(text, i);
                default -> {
                    int cells = Math.max(0, WCWidth.wcwidth(c));
                    if (column + cells > width) {
                        row++;
                        column = 0;
                    }
                    column += cells;
                }
            }
        }
    }

    private static int afterEscape(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '[') return Math.min(from + 1, text.length());
        int at = from + 1;
        while (at < text.length() && (text.charAt(at) < '@' || text.charAt(at) > '~')) at++;
        return Math.min(at + 1, text.length());
    }
}
