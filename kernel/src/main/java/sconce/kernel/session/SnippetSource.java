package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;

/// The text handed to JShell for a part of a cell, and the way back from its offsets to the cell's.
final class SnippetSource {
    private record Run(int start, int cellStart, boolean ofCell) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    /// A part of the cell as it stands.
    static SnippetSource slice(String cell, int start, int end) { return new SnippetSource().take(cell, start, end); }

    SnippetSource take(String cell, int start, int end) {
        runs.add(new Run(text.length(), start, true));
        text.append(cell, start, end);
        return this;
    }

    /// Text that the cell does not have; its offsets count as those of the place it stands at.
    SnippetSource insert(String piece, int cellOffset) {
        runs.add(new Run(text.length(), cellOffset, false));
        text.append(piece);
        return this;
    }

    String text() { return text.toString(); }

    boolean isOfCell(int offset) { return runAt(offset).ofCell; }

    int toCell(int offset) {
        var run = runAt(offset);
        return run.ofCell ? run.cellStart + offset - run.start : run.cellStart;
    }

    private Run runAt(int offset) {
        Run found = runs.getFirst();
        for (var run : runs) {
            if (run.start <= offset) {
                found = run;
            }
        }
        return found;
    }
}
