package sconce.show;

import sconce.show.PlotNode.Cells;

/// A heat map in shades of letters, or a small one in numbers.
final class CellsText {
    private static final String SHADES = " ░▒▓█";
    private static final int MOST_ROWS = 24;
    private static final int MOST_COLUMNS = 34;

    private final Cells cells;
    private final boolean coloured;
    private final StringBuilder out;

    CellsText(Cells cells, boolean coloured, StringBuilder out) {
        this.cells = cells;
        this.coloured = coloured;
        this.out = out;
    }

    void write() {
        var grid = cells.grid().within(MOST_ROWS, MOST_COLUMNS);
        var range = cells.grid().range();
        if (cells.written() && cells.grid().rows() <= MOST_ROWS && cells.grid().columns() <= 12) {
            numbers();
            return;
        }
        for (var r = 0; r < grid.rows(); r++) {
            for (var c = 0; c < grid.columns(); c++) out.append(letters(grid.at(r, c), range));
            out.append('\n');
        }
        out.append(Words.count(cells.grid().rows())).append(" x ").append(Words.count(cells.grid().columns()));
        if (Double.isFinite(range.from())) {
            out.append(" from ").append(Scale.number(range.from())).append(" (").append(mark(range.from(), range, 1))
                    .append(") to ").append(Scale.number(range.to())).append(" (")
                    .append(mark(range.to(), range, SHADES.length() - 1)).append(')');
        }
        out.append('\n');
    }

    private String mark(double value, PlotNode.Range range, int shade) {
        return coloured ? letters(value, range) : String.valueOf(SHADES.charAt(shade));
    }

    private String letters(double value, PlotNode.Range range) {
        if (!Double.isFinite(value)) return "? ";
        var share = range.to() > range.from() ? (value - range.from()) / (range.to() - range.from()) : 0.5;
        if (coloured) {
            var colour = ColourMap.of(share);
            return "\u001b[48;2;%d;%d;%dm  \u001b[0m".formatted(colour >> 16 & 255, colour >> 8 & 255, colour & 255);
        }
        return String.valueOf(SHADES.charAt(Math.clamp((int) (share * SHADES.length()), 0, SHADES.length() - 1)))
                .repeat(2);
    }

    private void numbers() {
        var grid = cells.grid();
        var rowNames = cells.rowNames();
        var texts = new String[grid.rows()][grid.columns()];
        var wide = new int[grid.columns()];
        var left = 0;
        for (var r = 0; r < grid.rows(); r++) {
            left = Math.max(left, Words.columns(name(rowNames, r)));
            for (var c = 0; c < grid.columns(); c++) {
                texts[r][c] = Double.isFinite(grid.at(r, c)) ? Scale.number(grid.at(r, c))
                        : String.valueOf(grid.at(r, c));
                wide[c] = Math.max(wide[c],
                        Math.max(texts[r][c].length(), Words.columns(name(cells.columnNames(), c))));
            }
        }
        out.append(" ".repeat(left));
        for (var c = 0; c < grid.columns(); c++) cell(name(cells.columnNames(), c), wide[c]);
        out.append('\n');
        for (var r = 0; r < grid.rows(); r++) {
            out.append(" ".repeat(left - Words.columns(name(rowNames, r)))).append(name(rowNames, r));
            for (var c = 0; c < grid.columns(); c++) cell(texts[r][c], wide[c]);
            out.append('\n');
        }
    }

    private void cell(String text, int wide) { out.append(" ".repeat(2 + wide - Words.columns(text))).append(text); }

    /// The name of a row or column: its number if it has no other.
    static String name(java.util.List<String> names, int i) {
        return i < names.size() ? Words.clip(PlotText.oneLine(names.get(i)), 24) : String.valueOf(i);
    }
}
