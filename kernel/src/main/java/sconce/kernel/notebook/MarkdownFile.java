package sconce.kernel.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A Markdown file whose blocks fenced as `java` are cells. A block fenced as `text` or `output` that follows one at
/// once, with nothing but empty lines between, is what that cell put out.
final class MarkdownFile implements Tutorial {
    /// A stretch of the file's own text. All of them one after another are the file.
    sealed interface Part {
        String raw();

        record Prose(String raw) implements Part {}

        /// What static site generators put first, between two lines of `---`.
        record FrontMatter(String raw) implements Part {}

        record Code(String raw, String source, Set<String> tags) implements Part {}

        /// @param indent what stands before the fence, and before each line of the block
        record Recorded(String raw, String text, String indent) implements Part {}
    }

    private static final Pattern FRONT_MATTER = Pattern
            .compile("\\A---[ \t]*\r?\n(.*\r?\n)*?(---|\\.\\.\\.)[ \t]*(\r?\n|\\z)");
    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final List<Part> parts;
    private final List<Cell> cells = new ArrayList<>();
    /// By the number of the code cell - 1: where its recorded output stands among the parts, or -1.
    private final List<Integer> outputs = new ArrayList<>();

    private MarkdownFile(List<Part> parts) {
        this.parts = parts;
        var section = "";
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Prose(var raw) -> {
                    if (!raw.isBlank()) cells.add(new Cell.Text(raw));
                    section = lastHeading(raw, section);
                }
                case Part.Code code when !code.source().isBlank() -> {
                    int at = outputAfter(i);
                    outputs.add(at);
                    var recorded = at < 0 ? null : recorded((Part.Recorded) parts.get(at));
                    cells.add(new Cell.Code(outputs.size(), code.source(), section, code.tags(), recorded));
                }
                case Part.Code _,Part.Recorded _,Part.FrontMatter _ -> {
                }
            }
        }
    }

    static MarkdownFile of(String file, String text) { return new MarkdownFile(parts(text)); }

    private int outputAfter(int code) {
        int next = code + 1;
        while (next < parts.size() && parts.get(next) instanceof Part.Prose(var raw) && raw.isBlank()) next++;
        return next < parts.size() && parts.get(next) instanceof Part.Recorded ? next : -1;
    }

    private static List<Output> recorded(Part.Recorded part) { return printed(part.text()); }

    private static List<Output> printed(String text) {
        return text.isEmpty() ? List.of() : List.of(new Output.Stream("stdout", text));
    }

    /// Cuts a text at its fenced blocks.
    static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var matter = FRONT_MATTER.matcher(text);
        var body = text;
        if (matter.find()) {
            parts.add(new Part.FrontMatter(matter.group()));
            body = text.substring(matter.end());
        }
        int done = 0;
        boolean afterCode = false;
        for (var block : blocks(body)) {
            var spans = block.getSourceSpans();
            int start = lineStart(body, spans.getFirst().getInputIndex());
            int end = lineEnd(body, spans.getLast().getInputIndex() + spans.getLast().getLength());
            if (start < done) continue;
            var between = body.substring(done, start);
            var words = Arrays.asList(block.getInfo().strip().split("[\\s,{}]+"));
            var language = words.getFirst().toLowerCase(Locale.ROOT);
            var raw = body.substring(start, end);
            Part part = switch (language) {
                case "java", "jshell" ->
                    new Part.Code(raw, block.getLiteral(), new LinkedHashSet<>(words.subList(1, words.size())));
                case "text", "output" -> afterCode && between.isBlank()
                        ? new Part.Recorded(raw, block.getLiteral(),
                                body.substring(start, spans.getFirst().getInputIndex()))
                        : null;
                default -> null;
            };
            if (part == null) {
                afterCode = false;
                continue;
            }
            if (!between.isEmpty()) parts.add(new Part.Prose(between));
            parts.add(part);
            afterCode = part instanceof Part.Code;
            done = end;
        }
        if (done < body.length()) parts.add(new Part.Prose(body.substring(done)));
        return Collections.unmodifiableList(parts);
    }

    private static List<FencedCodeBlock> blocks(String text) {
        var blocks = new ArrayList<FencedCodeBlock>();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getInfo() != null && !block.getSourceSpans().isEmpty()) blocks.add(block);
            }
        });
        return blocks;
    }

    private static int lineStart(String text, int at) { return text.lastIndexOf('\n', at - 1) + 1; }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /// The text of the last heading in `markdown`, or `otherwise`.
    static String lastHeading(String markdown, String otherwise) {
        var last = new Object() {
            @Nullable
            Node heading;
        };
        if (!markdown.contains("#") && !markdown.contains("---") && !markdown.contains("===")) return otherwise;
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) { last.heading = heading; }
        });
        return last.heading == null ? otherwise : words(last.heading);
    }

    private static String words(Node heading) {
        var words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) { words.append(text.getLiteral()); }

            @Override
            public void visit(Code code) { words.append(code.getLiteral()); }

            @Override
            public void visit(SoftLineBreak node) { words.append(' '); }
        });
        return words.toString().strip();
    }

    @Override
    public List<Cell> cells() { return Collections.unmodifiableList(cells); }

    /// Only blocks that are there are filled: a cell without one records nothing.
    @Override
    public String with(Map<Integer, Cell.Ran> ran) {
        var changed = new ArrayList<>(parts);
        ran.forEach((number, now) -> {
            int at = outputs.get(number - 1);
            if (at >= 0 && parts.get(at) instanceof Part.Recorded old)
                changed.set(at, filled(old, text(now.outputs())));
        });
        return changed.stream().map(Part::raw).collect(Collectors.joining());
    }

    @Override
    public List<Output> asRecorded(List<Output> outputs) { return printed(text(outputs)); }

    private static Part filled(Part.Recorded old, String text) {
        var lines = old.raw().lines().toList();
        var fence = lines.getFirst().strip().replaceAll("[^`~].*", "");
        // Longer than any fence within.
        while (text.contains(fence)) fence += fence.charAt(0);
        var opening = lines.getFirst().strip().replaceAll("^[`~]+", "");
        var raw = new StringBuilder(old.indent()).append(fence).append(opening).append('\n');
        text.lines()
                .forEach(line -> raw.append((old.indent() + line).stripTrailing().isEmpty() ? "" : old.indent() + line)
                        .append('\n'));
        raw.append(old.indent()).append(fence);
        return new Part.Recorded(old.raw().endsWith("\n") ? raw.append('\n').toString() : raw.toString(), text,
                old.indent());
    }

    /// What the outputs say, one after another, without colours: the form that Markdown records.
    static String text(List<Output> outputs) {
        var text = new StringBuilder();
        for (var output : outputs) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
            text.append(switch (output) {
                case Output.Stream stream -> stream.text();
                case Output.Shown shown ->
                    shown.text() == null ? String.join(", ", shown.data().keySet()) : shown.text();
                case Output.Failed failed -> String.join("\n", failed.traceback());
            });
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
        return text.toString().replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
    }
}
