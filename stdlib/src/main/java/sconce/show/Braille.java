package sconce.show;

import java.util.Arrays;

/// A canvas of letters with two by four dots each.
final class Braille {
    // Which bit a dot is: Unicode counts down the left column, then down the right one, and the lowest row last.
    private static final int[][] BITS = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    private final int columns;
    private final int rows;
    private final int[] dots;
    private final int[] owner;

    Braille(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        dots = new int[columns * rows];
        owner = new int[columns * rows];
        Arrays.fill(owner, -1);
    }

    /// A dot at a place, each coordinate from 0 to 1, the lower left corner 0, 0; outside there is none.
    void dot(double x, double y, int series) {
        dotAt(across(x), down(y), series);
    }

    /// A line between two places.
    void line(double fromX, double fromY, double toX, double toY, int series) {
        var steps = Math.max(Math.abs(across(toX) - across(fromX)), Math.abs(down(toY) - down(fromY)));
        // What lies far outside is cut: limits may be narrow.
        steps = Math.min(steps, 8 * (2 * columns + 4 * rows));
        for (var i = 0; i <= steps; i++) {
            var t = steps == 0 ? 0 : (double) i / steps;
            dot(fromX + (toX - fromX) * t, fromY + (toY - fromY) * t, series);
        }
    }

    private int across(double x) { return (int) Math.round(x * (2 * columns - 1)); }

    private int down(double y) { return (int) Math.round((1 - y) * (4 * rows - 1)); }

    private void dotAt(int across, int down, int series) {
        if (across < 0 || down < 0 || across >= 2 * columns || down >= 4 * rows) return;
        var cell = down / 4 * columns + across / 2;
        dots[cell] |= BITS[down % 4][across % 2];
        owner[cell] = series;
    }

    /// The row of letters that a height lies in.
    int row(double y) { return Math.clamp(down(y) / 4, 0, rows - 1); }

    /// A letter; a space where there is no dot.
    char letter(int row, int column) {
        var bits = dots[row * columns + column];
        return bits == 0 ? ' ' : (char) (0x2800 + bits);
    }

    /// Whose dots the letter has, the last one's where several have; -1 where there are none.
    int series(int row, int column) { return owner[row * columns + column]; }
}
