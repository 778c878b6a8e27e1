package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tables as lines of text.
final class TextRenderer {
    private TextRenderer() {}

    /// The table with its columns below each other.
    static String text(TableNode table) {
        var rows = new ArrayList<List<String>>();
        rows.add(table.columns().stream().map(TableNode.Column::name).toList());
        for (var row : table.rows()) rows.add(row.stream().map(cell -> Words.clip(cell, 100)).toList());
        var widths = IntStream.range(0, table.columns().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        var out = new StringBuilder();
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                var gap = " ".repeat(widths[column] - row.get(column).length());
                var numbers = table.columns().get(column).numbers();
                out.append(numbers ? gap : "").append(row.get(column)).append(numbers ? "" : gap).append("  ");
            }
            while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
            out.append('\n');
        }
        if (table.more() > 0) out.append("… ").append(Words.count(table.more())).append(" more\n");
        return out.append(table.title()).append(table.facts().isEmpty() ? "" : ", ")
                .append(String.join(", ", table.facts())).toString();
    }
}
