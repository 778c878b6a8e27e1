package sconce.kernel.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sconce.kernel.notebook.Cell;
import sconce.kernel.notebook.Tutorial;
import sconce.kernel.replay.Comparison.Verdict;

/// Runs a whole tutorial without a prompt and compares each output with the recorded one.
///
/// ```java
/// var check = new Check(Tutorial.read(file), Check.Options.defaults());
/// check.run("a.ipynb").isGood();
/// Files.writeString(file, check.updated());
/// ```
public final class Check {
    /// How to check.
    ///
    /// @param from       the first cell to report on; those before it run unseen
    /// @param to         the last cell to run
    /// @param untilError whether to end at the first cell that fails
    /// @param rich       whether all forms of an output are compared, not the text alone
    /// @param timeout    how long a cell may take; null for ever
    public record Options(int from, int to, boolean untilError, boolean rich, @Nullable Duration timeout) {
        /// All cells, their texts, two minutes for each.
        public static Options defaults() {
            return new Options(1, Integer.MAX_VALUE, false, false, Duration.ofMinutes(2));
        }
    }

    private final Tutorial tutorial;
    private final Options options;
    private final Map<Integer, Cell.Ran> changed = new TreeMap<>();

    /// A check of this tutorial, to be run once.
    public Check(Tutorial tutorial, Options options) {
        this.tutorial = tutorial;
        this.options = options;
    }

    /// Runs the cells in a session of their own.
    ///
    /// @param name the file as the report shall name it
    public Report run(String name) {
        Map<Cell.Code, Runner.Run> runs = new java.util.LinkedHashMap<>();
        var unrun = new ArrayList<Cell.Code>();
        try (var runner = new Runner()) {
            boolean ended = false;
            for (var cell : tutorial.code()) {
                if (cell.number() > options.to()) break;
                if (ended || runner.isLost()) {
                    unrun.add(cell);
                } else if (!cell.tags().contains(Comparison.SKIP)) {
                    var run = runner.run(cell.source(), CellOutputs.UNSEEN, options.timeout());
                    runs.put(cell, run);
                    ended = options.untilError() && run.isFailed() && compared(cell, run).verdict() == Verdict.ERROR;
                }
            }
        }
        // Only now: a cell may change what an earlier one has shown.
        var lines = new ArrayList<Report.Line>();
        for (var cell : tutorial.code()) {
            var run = runs.get(cell);
            if (cell.number() < options.from() || cell.number() > options.to()) continue;
            lines.add(run != null ? line(cell, run) : notRun(cell, unrun));
        }
        return new Report(name, lines);
    }

    private Report.Line line(Cell.Code cell, Runner.Run run) {
        var comparison = compared(cell, run);
        if (run.isWhole() && (comparison.verdict() != Verdict.PASS || lacksOutputs(cell, run))) {
            changed.put(cell.number(), new Cell.Ran(run.count(), run.outputs()));
        }
        return new Report.Line(cell, comparison, run);
    }

    /// Outputs that vary are kept as they once were, but there must be some.
    private static boolean lacksOutputs(Cell.Code cell, Runner.Run run) {
        var recorded = cell.recorded();
        if (recorded == null) return true;
        return recorded.isEmpty() && cell.tags().contains(Comparison.VARIES) && !run.outputs().isEmpty();
    }

    private Report.Line notRun(Cell.Code cell, List<Cell.Code> unrun) {
        var lost = unrun.contains(cell) && !options.untilError();
        return new Report.Line(cell, lost ? Verdict.ERROR : Verdict.SKIPPED, Duration.ZERO, List.of(),
                lost ? List.of("not run: the cell before could not be ended") : List.of());
    }

    private Comparison compared(Cell.Code cell, Runner.Run run) {
        return Comparison.of(tutorial, cell, run.outputs(), options.rich());
    }

    /// After [#run]: the file with the outputs that differed, as Jupyter would write it. What passed stays as it is, and
    /// so does what a cell had recorded that took too long.
    public String updated() { return tutorial.with(changed); }

    /// After [#run]: how many cells [#updated] changes.
    public int changes() { return changed.size(); }
}
