package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sconce.show.TableNode.Column;

/// A summary as a table.
final class SummaryTable {
    private static final Set<String> NUMBERS = Set.of("num_params", "params_percent", "mult_adds");
    /// More are never shown.
    private static final int MOST_ROWS = 2_000;

    private SummaryTable() {}

    static TableNode of(Summary summary) {
        var options = summary.options();
        var columns = new ArrayList<Column>();
        columns.add(new Column(SummaryText.head(options), false));
        for (var column : options.columns()) {
            columns.add(new Column(SummaryText.TITLES.getOrDefault(column, column), NUMBERS.contains(column)));
        }
        var rows = new ArrayList<List<String>>();
        var shown = SummaryText.shown(summary);
        for (var row : shown.subList(0, Math.min(shown.size(), MOST_ROWS))) {
            var cells = new ArrayList<String>();
            // Blanks of their own width: others are one in HTML.
            cells.add(
                    (SummaryText.indent(row.depth(), options) + SummaryText.name(row, options)).replace(' ', '\u00a0'));
            SummaryText.cells(row, summary).forEach(cell -> cells.add(cell.strip()));
            rows.add(cells);
        }
        var name = summary.rows().isEmpty() ? "model" : summary.rows().getFirst().className();
        return new TableNode("summary of " + name, facts(summary), columns, rows, shown.size() - rows.size());
    }

    private static List<String> facts(Summary summary) {
        var facts = new ArrayList<String>();
        var frozen = summary.totalParams() - summary.trainableParams();
        facts.add(Words.count(summary.totalParams(), "parameter"));
        facts.add(frozen == 0 ? "all trainable"
                : Words.count(summary.trainableParams()) + " trainable, "
                        + Words.count(frozen) + " frozen");
        if (!summary.options().inputs.isEmpty()) {
            facts.add(Words.count(summary.totalMultAdds(), "multiply-add"));
            facts.add("input " + Words.bytes(summary.totalInput()));
            facts.add("forward and backward " + Words.bytes(summary.totalOutputBytes()));
            facts.add("parameters " + Words.bytes(summary.totalParamBytes()));
        }
        facts.addAll(summary.notes());
        return facts;
    }
}
