package sconce.show;

import java.util.Arrays;

/// Numbers in rows and columns.
final class Grid {
    private final double[] values;
    private final int rows;
    private final int columns;

    /// @param values row by row
    Grid(double[] values, int rows, int columns) {
        if (values.length != rows * columns) throw new IllegalArgumentException(values.length + " values");
        this.values = Arrays.copyOf(values, values.length);
        this.rows = rows;
        this.columns = columns;
    }

    /// A single row.
    Grid(double[] values) { this(values, 1, values.length); }

    int rows() { return rows; }

    int columns() { return columns; }

    double at(int row, int column) { return values[row * columns + column]; }

    /// Every number that is finite lies between these two; two NaN if there is none.
    PlotNode.Range range() {
        var least = Double.NaN;
        var greatest = Double.NaN;
        for (var value : values) {
            if (!Double.isFinite(value)) continue;
            if (!(value >= least)) least = value;
            if (!(value <= greatest)) greatest = value;
        }
        return new PlotNode.Range(least, greatest);
    }

    /// The same, or one of at most so many rows and columns whose cells are means of those that they cover.
    Grid within(int mostRows, int mostColumns) {
        if (rows <= mostRows && columns <= mostColumns) return this;
        var toRows = Math.min(rows, mostRows);
        var toColumns = Math.min(columns, mostColumns);
        var means = new double[toRows * toColumns];
        for (var r = 0; r < toRows; r++) {
            for (var c = 0; c < toColumns; c++) {
                var sum = 0.0;
                var count = 0;
                for (var i = share(rows, r, toRows); i < share(rows, r + 1, toRows); i++) {
                    for (var j = share(columns, c, toColumns); j < share(columns, c + 1, toColumns); j++) {
                        if (!Double.isFinite(at(i, j))) continue;
                        sum += at(i, j);
                        count++;
                    }
                }
                means[r * toColumns + c] = count == 0 ? Double.NaN : sum / count;
            }
        }
        return new Grid(means, toRows, toColumns);
    }

    private static int share(int all, int part, int parts) { return (int) ((long) all * part / parts); }
}
