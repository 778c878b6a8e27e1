package sconce.kernel.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import sconce.kernel.notebook.Cell;
import sconce.kernel.notebook.Output;
import sconce.kernel.replay.Comparison.Verdict;

/// How the cells of one file fared.
///
/// @param name the file as the user named it
public record Report(String name, List<Line> cells) {
    /// One cell.
    ///
    /// @param verdict    pass, changed, error or skipped
    /// @param time       how long it ran
    /// @param diff       a unified diff, when outputs differ
    /// @param traceback  what the cell failed with, when it did
    record Line(Cell.Code cell, Verdict verdict, Duration time, List<String> diff, List<String> traceback) {
        Line(Cell.Code cell, Comparison comparison, Runner.Run run) {
            this(cell, comparison.verdict(), run.time(), comparison.diff(), traceback(run.outputs()));
        }

        private static List<String> traceback(List<Output> outputs) {
            return !outputs.isEmpty() && outputs.getLast() instanceof Output.Failed failed ? failed.traceback()
                    : List.of();
        }
    }

    private static final int NAME_WIDTH = 60;

    public Report {
        cells = List.copyOf(cells);
    }

    /// Whether a cell failed that should not.
    public boolean hasErrors() { return count(Verdict.ERROR) > 0; }

    /// Whether nothing differs and nothing failed.
    public boolean isGood() { return count(Verdict.CHANGED) + count(Verdict.ERROR) == 0; }

    long count(Verdict verdict) { return cells.stream().filter(c -> c.verdict() == verdict).count(); }

    Duration time() { return cells.stream().map(Line::time).reduce(Duration.ZERO, Duration::plus); }

    /// Prints a line for each cell, diffs and errors under theirs, and a sum.
    ///
    /// @param quiet leaves out the cells that passed
    public void print(PrintWriter out, Ink ink, boolean quiet) {
        out.println(ink.bold(name));
        for (var line : cells) if (!quiet || line.verdict() != Verdict.PASS) print(out, ink, line);
        out.println("  " + summary(ink));
        out.flush();
    }

    private static void print(PrintWriter out, Ink ink, Line line) {
        var verdict = "%-8s".formatted(line.verdict().name().toLowerCase(Locale.ROOT));
        out.println("  " + switch (line.verdict()) {
            case PASS -> ink.green(verdict);
            case CHANGED -> ink.yellow(verdict);
            case ERROR -> ink.red(verdict);
            case SKIPPED -> ink.dim(verdict);
        } + " cell %-4d".formatted(line.cell().number()) + ink.dim("%7s".formatted(seconds(line.time()))) + "  "
                + shortened(line.cell().firstLine()));
        line.diff().forEach(each -> out.println("    " + coloured(ink, each)));
        if (line.verdict() == Verdict.ERROR) {
            line.traceback().stream().flatMap(String::lines).forEach(each -> out.println("    " + ink.own(each)));
        }
    }

    static String coloured(Ink ink, String line) {
        if (line.startsWith("---") || line.startsWith("+++")) return ink.bold(line);
        if (line.startsWith("@@")) return ink.blue(line);
        if (line.startsWith("-")) return ink.red(line);
        return line.startsWith("+") ? ink.green(line) : line;
    }

    /// `27 passed, 1 changed, 0 errors in 3.20 s`.
    String summary(Ink ink) {
        return summary(ink, count(Verdict.PASS), count(Verdict.CHANGED), count(Verdict.ERROR), count(Verdict.SKIPPED))
                + " in "
                + seconds(time());
    }

    static String summary(Ink ink, long passed, long changed, long errors, long skipped) {
        var text = "%d passed, %d changed, %d %s%s".formatted(passed, changed, errors, errors == 1 ? "error" : "errors",
                skipped > 0 ? ", " + skipped + " skipped" : "");
        return changed + errors == 0 ? ink.green(text) : ink.red(text);
    }

    static String seconds(Duration time) { return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9); }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= NAME_WIDTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NAME_WIDTH - 1)) + "\u2026";
    }
}
