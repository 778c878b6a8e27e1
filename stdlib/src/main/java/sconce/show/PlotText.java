package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sconce.show.PlotNode.Bars;
import sconce.show.PlotNode.Bins;
import sconce.show.PlotNode.Cells;
import sconce.show.PlotNode.Dots;
import sconce.show.PlotNode.Layer;
import sconce.show.PlotNode.Line;

/// A plot in letters: lines and points in Braille's dots, bars in blocks, heat maps in shades.
final class PlotText {
    private static final int WIDTH = 72;
    private static final int HEIGHT = 15;
    private static final int[] COLOURS = { 34, 31, 32, 35, 36, 33, 94, 91, 92, 95 };

    private final PlotNode plot;
    private final boolean coloured;
    private final StringBuilder out = new StringBuilder();

    private PlotText(PlotNode plot, boolean coloured) {
        this.plot = plot;
        this.coloured = coloured;
    }

    static String of(PlotNode plot, boolean coloured) { return new PlotText(plot, coloured).text(); }

    private String text() {
        if (!plot.title().isEmpty()) out.append(centred(oneLine(plot.title()), WIDTH)).append('\n');
        var drawn = new ArrayList<Layer>();
        for (var layer : plot.layers()) {
            switch (layer) {
                case Line _,Dots _ -> drawn.add(layer);
                case Bars bars -> bars(bars);
                case Bins bins -> bins(bins);
                case Cells cells -> new CellsText(cells, coloured, out).write();
            }
        }
        if (!drawn.isEmpty() || plot.layers().isEmpty()) curves(drawn);
        for (var note : plot.notes()) out.append(note).append('\n');
        if (out.isEmpty()) return "no values";
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static Points points(Layer layer) {
        return switch (layer) {
            case Line line -> line.points();
            case Dots dots -> dots.points();
            case Bars bars -> bars.heights();
            case Bins bins -> bins.edgesAndCounts();
            case Cells _ -> Points.of(new double[0]);
        };
    }

    private void curves(List<Layer> layers) {
        var all = layers.stream().map(layer -> points(layer).drawable(plot.x().log(), plot.y().log())).toList();
        var bounds = Bounds.of(all);
        var x = Scale.of(plot.x(), bounds.leastX(), bounds.greatestX());
        var y = Scale.of(plot.y(), bounds.leastY(), bounds.greatestY());
        var ticks = y.ticks(5);
        var labels = Scale.labels(ticks);
        var left = labels.stream().mapToInt(String::length).max().orElse(1);
        var names = plot.legend() ? layers.stream().mapToInt(l -> Words.columns(oneLine(l.name()))).max().orElse(0) : 0;
        var columns = Math.max(20, WIDTH - left - 3 - (names == 0 ? 0 : names + 1));
        var canvas = new Braille(columns, HEIGHT);
        for (var i = 0; i < all.size(); i++) draw(all.get(i), layers.get(i) instanceof Line, x, y, canvas, i);

        if (!plot.y().label().isEmpty()) out.append(oneLine(plot.y().label())).append('\n');
        var ends = names == 0 ? new int[0] : ends(all, layers, y, canvas);
        for (var row = 0; row < HEIGHT; row++) {
            var label = "";
            for (var t = 0; t < ticks.size(); t++) {
                if (canvas.row(y.place(ticks.get(t))) == row) label = labels.get(t);
            }
            out.append(" ".repeat(left - label.length())).append(label).append(label.isEmpty() ? " │" : " ┤");
            for (var column = 0; column < columns; column++) {
                coloured(String.valueOf(canvas.letter(row, column)), canvas.series(row, column));
            }
            for (var i = 0; i < ends.length; i++) {
                if (ends[i] != row) continue;
                out.append(' ');
                coloured(oneLine(layers.get(i).name()), i);
            }
            endLine();
        }
        below(x, left + 1, columns);
    }

    // Where the names stand: each at the height at which its line ends, or at the next free row.
    private int[] ends(List<Points> all, List<Layer> layers, Scale y, Braille canvas) {
        var ends = new int[all.size()];
        var taken = new boolean[HEIGHT];
        for (var i = 0; i < ends.length; i++) {
            ends[i] = -1;
            if (layers.get(i).name().isEmpty()) continue;
            var last = Double.NaN;
            for (var k = 0; k < all.get(i).size(); k++) {
                if (!Double.isNaN(all.get(i).y(k))) last = all.get(i).y(k);
            }
            var wanted = Double.isNaN(last) ? 0 : canvas.row(y.place(last));
            for (var away = 0; away < 2 * HEIGHT && ends[i] < 0; away++) {
                var row = wanted + (away % 2 == 0 ? -away / 2 : (away + 1) / 2);
                if (row >= 0 && row < HEIGHT && !taken[row]) ends[i] = row;
            }
            if (ends[i] >= 0) taken[ends[i]] = true;
        }
        return ends;
    }

    private static void draw(Points points, boolean joined, Scale x, Scale y, Braille canvas, int series) {
        var before = -1;
        for (var i = 0; i < points.size(); i++) {
            if (Double.isNaN(points.y(i))) {
                before = -1;
                continue;
            }
            if (joined && before >= 0) {
                canvas.line(x.place(points.x(before)), y.place(points.y(before)), x.place(points.x(i)),
                        y.place(points.y(i)), series);
            } else {
                canvas.dot(x.place(points.x(i)), y.place(points.y(i)), series);
            }
            before = i;
        }
    }

    private void below(Scale x, int left, int columns) {
        var ticks = x.ticks(6);
        var labels = Scale.labels(ticks);
        var line = new StringBuilder(" ".repeat(left) + "└" + "─".repeat(columns));
        var numbers = new StringBuilder(" ".repeat(left + 1 + columns + 10));
        var free = 0;
        for (var t = 0; t < ticks.size(); t++) {
            var column = left + 1 + (int) Math.round(x.place(ticks.get(t)) * (columns - 1));
            if (column <= left || column > left + columns) continue;
            line.setCharAt(column, '┬');
            var start = Math.max(0, column - labels.get(t).length() / 2);
            if (start < free) continue;
            numbers.replace(start, start + labels.get(t).length(), labels.get(t));
            free = start + labels.get(t).length() + 1;
        }
        out.append(line).append('\n').append(numbers.toString().stripTrailing()).append('\n');
        if (!plot.x().label().isEmpty()) {
            out.append(" ".repeat(left + 1)).append(centred(oneLine(plot.x().label()), columns)).append('\n');
        }
    }

    private void bars(Bars bars) {
        var heights = bars.heights();
        var names = bars.labels().stream().map(label -> Words.clip(oneLine(label), 24)).toList();
        var left = names.stream().mapToInt(Words::columns).max().orElse(0);
        var greatest = 0.0;
        for (var i = 0; i < heights.size(); i++) {
            if (Double.isFinite(heights.y(i))) greatest = Math.max(greatest, Math.abs(heights.y(i)));
        }
        if (!plot.y().label().isEmpty()) out.append(oneLine(plot.y().label())).append('\n');
        for (var i = 0; i < heights.size(); i++) {
            var value = heights.y(i);
            out.append(" ".repeat(left - Words.columns(names.get(i)))).append(names.get(i)).append(" │");
            coloured(Double.isFinite(value) && greatest > 0 ? bar(Math.abs(value) / greatest, WIDTH - left - 14) : "",
                    0);
            out.append(' ').append(Double.isFinite(value) ? Scale.number(value) : String.valueOf(value));
            endLine();
        }
        if (!plot.x().label().isEmpty()) out.append(centred(oneLine(plot.x().label()), WIDTH)).append('\n');
    }

    /// A bar in eighths of a letter.
    static String bar(double share, int width) {
        var eighths = (int) Math.round(share * width * 8);
        return "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : String.valueOf((char) (0x2590 - eighths % 8)));
    }

    private void bins(Bins bins) {
        var edges = bins.edgesAndCounts();
        var count = edges.size() - 1;
        if (count < 1) {
            out.append("no numbers\n");
            return;
        }
        var greatest = 0.0;
        for (var i = 0; i < count; i++) greatest = Math.max(greatest, edges.y(i));
        var y = Scale.of(plot.y(), plot.y().log() ? 0.8 : 0, greatest);
        var ticks = y.ticks(4);
        var labels = Scale.labels(ticks);
        var left = labels.stream().mapToInt(String::length).max().orElse(1);
        var wide = Math.max(1, (WIDTH - left - 3) / count);
        if (!plot.y().label().isEmpty()) out.append(oneLine(plot.y().label())).append('\n');
        for (var row = 0; row < HEIGHT; row++) {
            var label = "";
            for (var t = 0; t < ticks.size(); t++) {
                if (HEIGHT - 1 - Math.min(HEIGHT - 1, (int) (y.place(ticks.get(t)) * HEIGHT)) == row) {
                    label = labels.get(t);
                }
            }
            out.append(" ".repeat(left - label.length())).append(label).append(label.isEmpty() ? " │" : " ┤");
            for (var i = 0; i < count; i++) {
                var eighths = edges.y(i) == 0 ? 0 : Math.max(1, Math.round(y.place(edges.y(i)) * HEIGHT * 8));
                var here = Math.clamp(eighths - (long) (HEIGHT - 1 - row) * 8, 0, 8);
                coloured(here == 0 ? " ".repeat(wide) : String.valueOf((char) (0x2580 + here)).repeat(wide), 0);
            }
            endLine();
        }
        below(Scale.of(plot.x(), edges.x(0), edges.x(count)), left + 1, wide * count);
    }

    private void coloured(String text, int series) {
        if (!coloured || series < 0 || text.isBlank()) {
            out.append(text);
            return;
        }
        var colour = "\u001b[" + COLOURS[series % COLOURS.length] + "m";
        var reset = "\u001b[0m";
        // Letters of one colour are one stretch.
        if (out.length() > reset.length() && out.substring(out.length() - reset.length()).equals(reset)) {
            var begun = out.lastIndexOf("\u001b[", out.length() - reset.length() - 1);
            if (out.substring(begun, begun + colour.length()).equals(colour)) {
                out.setLength(out.length() - reset.length());
                out.append(text).append(reset);
                return;
            }
        }
        out.append(colour).append(text).append(reset);
    }

    private void endLine() {
        while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
        out.append('\n');
    }

    static String oneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" ")).replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static String centred(String text, int width) {
        return " ".repeat(Math.max(0, (width - Words.columns(text)) / 2)) + text;
    }
}
