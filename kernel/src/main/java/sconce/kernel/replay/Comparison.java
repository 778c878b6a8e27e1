package sconce.kernel.replay;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import sconce.kernel.notebook.Cell;
import sconce.kernel.notebook.Output;
import sconce.kernel.notebook.Tutorial;

/// What a cell put out against what was recorded.
///
/// A cell tagged `varies` may put out anything; a comment `// varies: \d+ ms` in it says which parts of its output may
/// differ, by a regular expression that is applied to each line.
///
/// @param verdict how it ended
/// @param diff    lines of a unified diff without colours, when outputs differ
record Comparison(Verdict verdict, List<String> diff) {
    /// How a cell fared.
    enum Verdict {
        PASS, CHANGED, ERROR, SKIPPED
    }

    static final String VARIES = "varies";
    static final String SKIP = "skip";
    static final String RAISES = "raises-exception";

    private static final Pattern COMMENT = Pattern.compile("(?m)^.*?//\\s*varies:\\s*(\\S.*?)\\s*$");
    private static final int CONTEXT = 2;

    /// Compares the outputs of a cell that has run.
    ///
    /// @param rich whether HTML, images and other forms beside the text are compared as well
    static Comparison of(Tutorial tutorial, Cell.Code cell, List<Output> outputs, boolean rich) {
        var failed = !outputs.isEmpty() && outputs.getLast() instanceof Output.Failed;
        var recorded = cell.recorded();
        if (recorded == null || cell.tags().contains(VARIES)) {
            var expected = cell.tags().contains(RAISES) || (recorded != null && hasFailed(recorded));
            return new Comparison(failed && !expected ? Verdict.ERROR : Verdict.PASS, List.of());
        }
        List<Pattern> varying;
        try {
            varying = varying(cell.source());
        } catch (PatternSyntaxException e) {
            return new Comparison(Verdict.ERROR, List.of("// varies: %s is no regular expression: %s"
                    .formatted(e.getPattern(), e.getDescription())));
        }
        var before = lines(recorded, rich);
        var now = lines(tutorial.asRecorded(outputs), rich);
        if (masked(before, varying).equals(masked(now, varying))) return new Comparison(Verdict.PASS, List.of());
        // A failure is shown as it is: against outputs that never came, a diff says nothing.
        if (failed && !cell.tags().contains(RAISES) && !hasFailed(recorded)
                && !looksFailed(tutorial, recorded, outputs)) {
            return new Comparison(Verdict.ERROR, List.of());
        }
        return new Comparison(Verdict.CHANGED, diff(before, now, varying));
    }

    private static boolean hasFailed(List<Output> outputs) {
        return outputs.stream().anyMatch(Output.Failed.class::isInstance);
    }

    /// Markdown records a failure as text: one that begins with the same exception is the same failure, changed.
    private static boolean looksFailed(Tutorial tutorial, List<Output> recorded, List<Output> outputs) {
        return !hasFailed(tutorial.asRecorded(outputs)) && outputs.getLast() instanceof Output.Failed failed
                && recorded.stream().anyMatch(o -> o instanceof Output.Stream s && s.text().contains(failed.name()));
    }

    /// The lines where both differ; those that may vary are shown as they were recorded.
    private static List<String> diff(List<String> before, List<String> now, List<Pattern> varying) {
        Map<String, String> known = new TreeMap<>();
        for (var line : before) known.putIfAbsent(mask(line, varying), line);
        var shown = now.stream().map(line -> known.getOrDefault(mask(line, varying), line)).toList();
        return UnifiedDiffUtils.generateUnifiedDiff("recorded", "now", before, DiffUtils.diff(before, shown), CONTEXT);
    }

    private static List<Pattern> varying(String source) {
        return COMMENT.matcher(source).results().map(m -> Pattern.compile(m.group(1))).toList();
    }

    private static List<String> masked(List<String> lines, List<Pattern> varying) {
        return varying.isEmpty() ? lines : lines.stream().map(line -> mask(line, varying)).toList();
    }

    private static String mask(String line, List<Pattern> varying) {
        for (var pattern : varying) line = pattern.matcher(line).replaceAll("\u2026");
        return line;
    }

    /// Outputs as lines, streams joined: where a stream is cut in two is chance.
    static List<String> lines(List<Output> outputs, boolean rich) {
        var streams = new TreeMap<String, StringBuilder>();
        var texts = new ArrayList<CharSequence>();
        for (var output : outputs) {
            switch (output) {
                case Output.Stream(var name, var text) -> {
                    if (!streams.containsKey(name)) {
                        texts.add("[" + name + "]");
                        streams.put(name, new StringBuilder());
                        texts.add(streams.get(name));
                    }
                    streams.get(name).append(text);
                }
                case Output.Shown shown -> addForms(texts, shown, rich);
                case Output.Failed failed -> {
                    texts.add("[error]");
                    texts.add(failed.name() + ": " + failed.message());
                    texts.add(String.join("\n", failed.traceback()));
                }
            }
        }
        return texts.stream().map(text -> text instanceof StringBuilder printed ? printed(printed) : text)
                .flatMap(text -> Stream.of(Ink.plain(text.toString()).split("\r?\n", -1))).toList();
    }

    /// A stream without its last line's end, which all have; one that has none is told apart.
    private static String printed(StringBuilder text) {
        int end = text.length() - 1;
        return end >= 0 && text.charAt(end) == '\n' ? text.substring(0, end) : text + "\n\\ no line end";
    }

    private static void addForms(List<CharSequence> texts, Output.Shown shown, boolean rich) {
        var kind = shown.isResult() ? "value" : "display";
        if (!rich) {
            texts.add("[" + kind + "]");
            var text = shown.text();
            texts.add(text == null ? "(" + String.join(", ", new TreeMap<>(shown.data()).keySet()) + ")" : text);
            return;
        }
        new TreeMap<>(shown.data()).forEach((mime, form) -> {
            texts.add("[" + kind + " " + mime + "]");
            texts.add(String.valueOf(form));
        });
    }
}
