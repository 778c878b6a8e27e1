package sconce.kernel.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.WCWidth;
import tools.jackson.databind.json.JsonMapper;

/// Makes the pictures of the documentation: the screen at the end of a recording, or one that tmux has captured, as SVG.
///
/// ```text
/// ./sconce replay --record a.cast notebooks/ko/01-nn-module.ipynb
/// java -cp ... sconce.kernel.replay.CastPicture a.cast docs/images/replay.svg
/// .ci/terminal screens
/// java -cp ... sconce.kernel.replay.CastPicture screens/completion.ansi docs/images/completion.svg
/// ```
final class CastPicture {
    private static final double WIDTH = 8.43;
    private static final int HEIGHT = 19;
    private static final int MARGIN = 14;
    private static final String[] COLOURS = { "#24292f", "#cf222e", "#116329", "#7d4e00", "#0969da", "#8250df",
            "#1b7c83", "#57606a" };

    private CastPicture() {}

    /// @param arguments the recording and the picture
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        if (file.toString().endsWith(".ansi")) captured(file, Path.of(arguments[1]));
        else recorded(file, Path.of(arguments[1]));
    }

    /// A capture has the lines that are shown, with their colours and without the blanks at their ends.
    private static void captured(Path file, Path picture) throws IOException {
        var text = Files.readString(file).stripTrailing();
        int columns = text.lines().mapToInt(line -> AttributedString.fromAnsi(line).columnLength()).max().orElse(1) + 1;
        int rows = (int) text.lines().count();
        var screen = new ScreenTerminal(columns, rows);
        // No ground has a colour, and the end of one would take that of the text.
        screen.write(text.replace("\u001b[49m", "").replace("\n", "\r\n"));
        write(screen, columns, rows, picture);
    }

    private static void recorded(Path file, Path picture) throws IOException {
        var json = JsonMapper.shared();
        var lines = Files.readAllLines(file);
        var head = json.readTree(lines.getFirst());
        int columns = head.get("width").asInt();
        int rows = head.get("height").asInt();
        var screen = new ScreenTerminal(columns, rows);
        // What a terminal's driver does to the ends of lines.
        for (var line : lines.subList(1, lines.size()))
            screen.write(json.readTree(line).get(2).asString().replace("\n", "\r\n"));
        write(screen, columns, rows, picture);
    }

    private static void write(ScreenTerminal screen, int columns, int rows, Path picture) throws IOException {
        var cells = new long[columns * rows];
        screen.dump(cells, new int[2]);
        Files.writeString(picture, svg(cells, columns, rows));
    }

    private static String svg(long[] cells, int columns, int rows) {
        double width = columns * WIDTH + 2 * MARGIN;
        int height = rows * HEIGHT + 2 * MARGIN;
        var svg = new StringBuilder(
                """
                        <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$d" viewBox="0 0 %1$.0f %2$d" role="img">
                        <rect width="100%%" height="100%%" rx="8" fill="#ffffff" stroke="#d0d7de"/>
                        <g font-family="ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK KR', 'D2Coding', monospace" font-size="14">
                        """
                        .formatted(width, height));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns;) {
                int end = column;
                var text = new StringBuilder();
                long attributes = ScreenTerminal.cellAttr(cells[row * columns + column]);
                while (end < columns && ScreenTerminal.cellAttr(cells[row * columns + end]) == attributes) {
                    int c = ScreenTerminal.cellCodePoint(cells[row * columns + end++]);
                    if (c >= ' ') text.appendCodePoint(c);
                }
                draw(svg, cells[row * columns + column], text.toString(), column, row);
                column = end;
            }
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, long cell, String text, int column, int row) {
        int cells = text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
        double x = MARGIN + column * WIDTH;
        int y = MARGIN + row * HEIGHT;
        boolean inverse = ScreenTerminal.cellInverse(cell);
        if (inverse) {
            svg.append(String.format(Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#24292f\"/>%n", x, y,
                    cells * WIDTH, HEIGHT));
        }
        var stripped = text.stripTrailing();
        if (stripped.isEmpty()) return;
        int shown = stripped.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
        var style = new StringBuilder();
        if (ScreenTerminal.cellBold(cell)) style.append(" font-weight=\"bold\"");
        if (ScreenTerminal.cellItalic(cell)) style.append(" font-style=\"italic\"");
        if (ScreenTerminal.cellUnderline(cell)) style.append(" text-decoration=\"underline\"");
        if (ScreenTerminal.cellDim(cell)) style.append(" opacity=\"0.6\"");
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\" fill=\"%s\"%s>%s</text>%n",
                x, y + HEIGHT - 5, shown * WIDTH, inverse ? "#ffffff" : colour(cell), style,
                stripped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace(' ', '\u00a0')));
    }

    /// The screen knows colours as four bits of each part: the nearest of ours that is read on white.
    private static String colour(long cell) {
        if (!ScreenTerminal.cellHasForeground(cell)) return COLOURS[0];
        int rgb = ScreenTerminal.cellColorRgb(ScreenTerminal.cellForeground(cell));
        int index = ((rgb >> 16 & 0xff) > 0x60 ? 1 : 0) + ((rgb >> 8 & 0xff) > 0x60 ? 2 : 0)
                + ((rgb & 0xff) > 0x60 ? 4 : 0);
        return COLOURS[index];
    }
}
