package sconce.kernel.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Markdown as lines of a terminal: wrapped and aligned by the columns that characters take, of which Korean ones take
/// two.
final class MarkdownText {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final AttributedStyle CODE = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle HEADING = AttributedStyle.BOLD.foreground(AttributedStyle.BLUE);
    private static final int NARROWEST = 4;
    private static final int CELL_BORDER = 3;

    private final UnaryOperator<AttributedString> java;
    private final List<AttributedString> lines = new ArrayList<>();

    private MarkdownText(UnaryOperator<AttributedString> java) { this.java = java; }

    /// The lines for a text, none longer than `width` columns but those of code.
    ///
    /// @param java colours Java
    static List<AttributedString> render(String markdown, int width, UnaryOperator<AttributedString> java) {
        return blocks(PARSER.parse(markdown), Math.max(NARROWEST, width), java, true);
    }

    private static List<AttributedString> blocks(Node parent, int width, UnaryOperator<AttributedString> java,
            boolean loose) {
        var text = new MarkdownText(java);
        for (var block = parent.getFirstChild(); block != null; block = block.getNext()) {
            int before = text.lines.size();
            text.block(block, width);
            boolean sameList = block instanceof Paragraph && block.getNext() instanceof ListBlock && !loose;
            if (block.getNext() != null && text.lines.size() > before && loose && !sameList)
                text.lines.add(AttributedString.EMPTY);
        }
        return text.lines;
    }

    private void block(Node block, int width) {
        switch (block) {
            case Heading heading -> heading(heading, width);
            case Paragraph _ -> lines.addAll(wrapped(inline(block), width));
            case ListBlock list -> list(list, width);
            case BlockQuote _ -> {
                var bar = new AttributedString("│ ", FAINT);
                for (var line : blocks(block, width - 2, java, true))
                    lines.add(AttributedString.join(AttributedString.EMPTY, bar, line));
            }
            case FencedCodeBlock code ->
                code(code.getLiteral(), code.getInfo() != null && code.getInfo().startsWith("java"));
            case IndentedCodeBlock code -> code(code.getLiteral(), false);
            case ThematicBreak _ -> lines.add(new AttributedString("─".repeat(width), FAINT));
            case TableBlock table -> table(table, width);
            case HtmlBlock html -> {
                var text = html.getLiteral().replaceAll("(?s)<!--.*?-->", "").replaceAll("<[^>]*>", "").strip();
                if (!text.isEmpty())
                    text.lines().forEach(line -> lines.addAll(wrapped(new AttributedString(line.strip()), width)));
            }
            case Document _,CustomBlock _ -> lines.addAll(blocks(block, width, java, true));
            default -> {
            }
        }
    }

    private void heading(Heading heading, int width) {
        var text = new AttributedString(inline(heading).toString(),
                heading.getLevel() <= 2 ? HEADING : AttributedStyle.BOLD);
        var wrapped = wrapped(text, width);
        lines.addAll(wrapped);
        if (heading.getLevel() > 2) return;
        int longest = wrapped.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
        lines.add(new AttributedString((heading.getLevel() == 1 ? "═" : "─").repeat(longest), HEADING));
    }

    private void list(ListBlock list, int width) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        int last = number;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) last++;
        int hang = list instanceof BulletList ? 2 : String.valueOf(last - 1).length() + 2;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = list instanceof BulletList ? "• " : ("%" + (hang - 2) + "d. ").formatted(number++);
            var first = true;
            for (var line : blocks(item, width - hang, java, !list.isTight())) {
                lines.add(AttributedString.join(AttributedString.EMPTY,
                        new AttributedString(first ? mark : " ".repeat(hang)), line));
                first = false;
            }
            if (first) lines.add(new AttributedString(mark));
            if (!list.isTight() && item.getNext() != null) lines.add(AttributedString.EMPTY);
        }
    }

    private void code(String literal, boolean isJava) {
        var text = new AttributedString(literal.stripTrailing().replace("\t", "    "),
                isJava ? AttributedStyle.DEFAULT : CODE);
        for (var line : (isJava ? java.apply(text) : text).columnSplitLength(Integer.MAX_VALUE)) {
            lines.add(AttributedString.join(AttributedString.EMPTY, new AttributedString("    "), line));
        }
    }

    private void table(TableBlock table, int width) {
        var rows = new ArrayList<List<AttributedString>>();
        var alignments = new ArrayList<TableCell.Alignment>();
        var cells = new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.CustomNode node) {
                if (node instanceof TableCell cell) {
                    if (rows.size() == 1)
                        alignments.add(cell.getAlignment() == null ? TableCell.Alignment.LEFT : cell.getAlignment());
                    rows.getLast().add(inline(cell));
                } else {
                    if (node instanceof org.commonmark.ext.gfm.tables.TableRow) rows.add(new ArrayList<>());
                    visitChildren(node);
                }
            }
        };
        table.accept(cells);
        for (var part = table.getFirstChild(); rows.isEmpty() && part != null; part = part.getNext())
            part.accept(cells);
        if (rows.isEmpty()) return;
        var widths = widths(rows, alignments.size(), width);
        for (int r = 0; r < rows.size(); r++) {
            row(rows.get(r), widths, alignments, r == 0);
            if (r == 0) lines.add(rule(widths));
        }
    }

    /// What each column needs, the widest made narrower until all fit.
    private static int[] widths(List<List<AttributedString>> rows, int columns, int width) {
        var widths = IntStream.range(0, columns).map(c -> rows.stream().filter(r -> c < r.size())
                .mapToInt(r -> r.get(c).columnLength()).max().orElse(0)).map(w -> Math.max(1, w)).toArray();
        while (Arrays.stream(widths).sum() + CELL_BORDER * (columns - 1) > width) {
            int widest = IntStream.range(0, columns).reduce((a, b) -> widths[b] > widths[a] ? b : a).orElse(0);
            if (widths[widest] <= NARROWEST) break;
            widths[widest]--;
        }
        return widths;
    }

    private void row(List<AttributedString> row, int[] widths, List<TableCell.Alignment> alignments, boolean isHead) {
        var wrapped = IntStream.range(0, widths.length)
                .mapToObj(c -> c < row.size() ? wrapped(row.get(c), widths[c]) : List.<AttributedString>of()).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < height; i++) {
            var line = new AttributedStringBuilder();
            for (int c = 0; c < widths.length; c++) {
                if (c > 0) line.append(new AttributedString(" │ ", FAINT));
                var cell = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : AttributedString.EMPTY;
                if (isHead) cell = new AttributedString(cell.toString(), AttributedStyle.BOLD);
                int room = widths[c] - cell.columnLength();
                int left = switch (alignments.get(c)) {
                    case LEFT -> 0;
                    case CENTER -> room / 2;
                    case RIGHT -> room;
                };
                line.append(" ".repeat(Math.max(0, left))).append(cell);
                if (c < widths.length - 1) line.append(" ".repeat(Math.max(0, room - left)));
            }
            lines.add(line.toAttributedString());
        }
    }

    private static AttributedString rule(int[] widths) {
        var parts = Arrays.stream(widths).mapToObj("─"::repeat).toList();
        return new AttributedString(String.join("─┼─", parts), FAINT);
    }

    /// The text of a block with its emphasis; a line break that is meant is a line's end.
    private static AttributedString inline(Node block) {
        var out = new AttributedStringBuilder();
        block.accept(new Inline(out, block));
        return out.toAttributedString();
    }

    private static final class Inline extends AbstractVisitor {
        private final AttributedStringBuilder out;
        private final Node root;
        private AttributedStyle style = AttributedStyle.DEFAULT;

        Inline(AttributedStringBuilder out, Node root) {
            this.out = out;
            this.root = root;
        }

        private void styled(AttributedStyle other, Node node) {
            var before = style;
            style = other;
            visitChildren(node);
            style = before;
        }

        @Override
        public void visit(org.commonmark.node.CustomNode node) { visitChildren(node); }

        @Override
        public void visit(Text text) { out.styled(style, text.getLiteral()); }

        @Override
        public void visit(Code code) { out.styled(CODE, code.getLiteral()); }

        @Override
        public void visit(Emphasis node) { styled(style.italic(), node); }

        @Override
        public void visit(StrongEmphasis node) { styled(style.bold(), node); }

        @Override
        public void visit(SoftLineBreak node) { out.append(' '); }

        @Override
        public void visit(HardLineBreak node) { out.append('\n'); }

        @Override
        public void visit(HtmlInline html) {
            if (html.getLiteral().matches("(?i)<br\\s*/?>")) out.append('\n');
        }

        @Override
        public void visit(Link link) {
            int start = out.length();
            styled(style.underline(), link);
            var text = out.subSequence(start, out.length()).toString();
            if (!text.equals(link.getDestination())) out.styled(FAINT, " (" + link.getDestination() + ")");
        }

        @Override
        public void visit(Image image) {
            out.styled(FAINT, "[");
            styled(style.italic(), image);
            out.styled(FAINT,
                    "] (" + (image.getDestination().startsWith("data:") ? "image" : image.getDestination()) + ")");
        }
    }

    /// Lines of at most `width` columns, cut at spaces; a word that is longer is cut where the line ends.
    static List<AttributedString> wrapped(AttributedString text, int width) {
        int room = Math.max(2, width); // A wide character takes two columns: less would never end.
        var lines = new ArrayList<AttributedString>();
        for (var paragraph : text.columnSplitLength(Integer.MAX_VALUE)) {
            var line = new AttributedStringBuilder();
            for (int at = 0; at < paragraph.length();) {
                int space = at;
                while (space < paragraph.length() && paragraph.charAt(space) == ' ') space++;
                int end = space;
                while (end < paragraph.length() && paragraph.charAt(end) != ' ') end++;
                var gap = paragraph.subSequence(at, space);
                var word = paragraph.subSequence(space, end);
                if (line.columnLength() + gap.columnLength() + word.columnLength() <= room) {
                    line.append(gap).append(word);
                } else {
                    if (line.columnLength() > 0) lines.add(line.toAttributedString());
                    line = new AttributedStringBuilder();
                    var pieces = word.columnSplitLength(room);
                    for (int i = 0; i < pieces.size() - 1; i++) lines.add(pieces.get(i));
                    if (!pieces.isEmpty()) line.append(pieces.getLast());
                }
                at = end;
            }
            lines.add(line.toAttributedString());
        }
        return lines;
    }
}
