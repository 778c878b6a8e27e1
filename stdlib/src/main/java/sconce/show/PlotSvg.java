package sconce.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import org.jspecify.annotations.Nullable;
import sconce.show.PlotNode.Axis;
import sconce.show.PlotNode.Bars;
import sconce.show.PlotNode.Bins;
import sconce.show.PlotNode.Cells;
import sconce.show.PlotNode.Dots;
import sconce.show.PlotNode.Layer;
import sconce.show.PlotNode.Line;

/// A plot as a picture, drawn by Lets-Plot: it needs no display, no fonts and no AWT, and writes texts as texts, so that
/// Korean is drawn in the reader's fonts. The only class that names it: it is loaded when the first plot is shown.
///
/// Lets-Plot takes the grammar of graphics as nested maps, in the words of its Python library. Logarithms are taken here, so
/// that every kind of layer may stand on such an axis.
final class PlotSvg {
    static {
        // It logs through SLF4J, which tells on standard error that nobody listens.
        System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
    }

    /// So many points of a line or cloud are elements of the picture; of longer lines the envelope is drawn, larger clouds
    /// are an image inside it.
    private static final int MOST_POINTS = 1_500;
    private static final double TICK_WIDTH = 80;
    private static final double TICK_HEIGHT = 60;
    private static final double ROOM = 0.04;

    private final PlotNode plot;
    private final List<Object> layers = new ArrayList<>();
    private final List<Object> scales = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private boolean whole = true;
    private double leastX = Double.NaN;
    private double greatestX = Double.NaN;
    private double leastY = Double.NaN;
    private double greatestY = Double.NaN;

    private PlotSvg(PlotNode plot) { this.plot = plot; }

    static String of(PlotNode plot) {
        var layers = plot.layers().stream().filter(layer -> !isEmpty(layer)).toList();
        // Axes alone, where there is nothing: a chart of nothing is refused.
        var drawn = layers.isEmpty() ? List.<Layer>of(new Line("", Points.of(new double[0]), false)) : layers;
        var some = new PlotNode(plot.title(), plot.x(), plot.y(), plot.width(), plot.height(), plot.legend(), drawn,
                plot.notes());
        return new PlotSvg(some).svg(PlotHtml.alternative(plot));
    }

    private static boolean isEmpty(Layer layer) {
        return switch (layer) {
            case Line _,Dots _ -> false;
            case Bars bars -> bars.labels().isEmpty();
            case Bins bins -> bins.edgesAndCounts().size() < 2;
            case Cells cells -> cells.grid().rows() == 0 || cells.grid().columns() == 0;
        };
    }

    private String svg(String title) {
        var series = 0;
        var dots = plot.layers().stream().filter(Dots.class::isInstance).mapToInt(l -> ((Dots) l).points().size())
                .sum();
        for (var layer : plot.layers()) {
            switch (layer) {
                case Line line -> line(line, series);
                case Dots cloud -> {
                    if (dots <= MOST_POINTS) dots(cloud, series);
                }
                case Bars bars -> bars(bars);
                case Bins bins -> bins(bins);
                case Cells cells -> cells(cells);
            }
            // A pale line behind its smooth one is of the same colour.
            if (!isPale(layer)) series++;
        }
        if (dots > MOST_POINTS) cloud();
        if (!names.isEmpty()) scales.add(colours());
        if (plot.layers().stream().noneMatch(Cells.class::isInstance)) {
            if (plot.layers().stream().noneMatch(Bars.class::isInstance))
                scales.add(scale("x", plot.x(), plot.width()));
            scales.add(scale("y", plot.y(), plot.height()));
        }
        var spec = map("kind", "plot", "layers", layers, "scales", scales, "theme", theme());
        if (!plot.title().isEmpty()) spec.put("ggtitle", map("text", plot.title()));
        if (plot.layers().stream().noneMatch(Cells.class::isInstance)) spec.put("coord", limits());
        if (!plot.legend()) spec.computeIfPresent("theme", (_, theme) -> with(theme, "legend_position", "none"));
        var drawn = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(spec,
                new DoubleVector(plot.width(), plot.height()), (_, _, _) -> "", true);
        return SvgCompact.of(drawn, title, plot.width(), plot.height());
    }

    private boolean isPale(Layer layer) {
        var next = plot.layers().indexOf(layer) + 1;
        return layer instanceof Line line && line.name().isEmpty() && next < plot.layers().size();
    }

    private void line(Line line, int series) {
        var lines = plot.layers().stream().filter(Line.class::isInstance).count();
        var points = drawn(line.points()).thinned((int) Math.max(40, MOST_POINTS / 4 / lines));
        var x = new ArrayList<@Nullable Object>();
        var y = new ArrayList<@Nullable Object>();
        var run = new ArrayList<@Nullable Object>();
        var runs = 0;
        for (var i = 0; i < points.size(); i++) {
            if (Double.isNaN(points.y(i))) {
                runs++;
                continue;
            }
            x.add(points.x(i));
            y.add(points.y(i));
            run.add(runs);
        }
        var data = map("x", x, "y", y, "run", run);
        var pale = isPale(line);
        add("path", line.name(), series, data, map("x", "x", "y", "y", "group", "run"), "size", pale ? 0.8 : 1.1,
                "alpha",
                pale ? 0.3 : 1.0);
        if (line.marked()) add("point", line.name(), series, data, map("x", "x", "y", "y"), "size", 3.0);
    }

    private void dots(Dots dots, int series) {
        var points = drawn(dots.points());
        var x = new ArrayList<@Nullable Object>();
        var y = new ArrayList<@Nullable Object>();
        for (var i = 0; i < points.size(); i++) {
            if (Double.isNaN(points.y(i))) continue;
            x.add(points.x(i));
            y.add(points.y(i));
        }
        add("point", dots.name(), series, map("x", x, "y", y), map("x", "x", "y", "y"), "size",
                points.size() > 300 ? 2.0 : 3.0, "alpha", 0.7);
    }

    // All points as one image, and one point of each series that is not seen, for the legend.
    private void cloud() {
        var all = new ArrayList<Points>();
        for (var layer : plot.layers()) {
            if (!(layer instanceof Dots dots)) continue;
            var points = drawn(dots.points());
            if (!dots.name().isEmpty()) {
                var first = new ArrayList<@Nullable Object>();
                for (var i = 0; i < points.size() && first.isEmpty(); i++) {
                    if (!Double.isNaN(points.y(i))) first.addAll(List.of(points.x(i), points.y(i)));
                }
                if (!first.isEmpty()) {
                    add("point", dots.name(), all.size(), map("x", List.of(first.get(0)), "y", List.of(first.get(1))),
                            map("x", "x", "y", "y"), "size", 3.0);
                }
            }
            all.add(points);
        }
        var bounds = Bounds.of(all);
        if (Double.isNaN(bounds.leastX())) return;
        var image = Cloud.of(all, bounds, plot.width(), plot.height());
        image(image.href(), image.leastX(), image.greatestX(), image.leastY(), image.greatestY());
    }

    private void image(String href, double fromX, double toX, double fromY, double toY) {
        layers.add(map("geom", "image", "href", href, "xmin", fromX, "xmax", toX, "ymin", fromY, "ymax", toY,
                "inherit_aes", false));
    }

    private void bars(Bars bars) {
        var heights = bars.heights();
        var x = new ArrayList<@Nullable Object>();
        var y = new ArrayList<@Nullable Object>();
        for (var i = 0; i < heights.size(); i++) {
            if (!Points.drawable(heights.y(i), false)) continue;
            x.add(String.valueOf(i));
            y.add(heights.y(i));
            reach(0, heights.y(i));
        }
        reach(0, 0);
        layers.add(map("geom", "bar", "stat", "identity", "data", map("x", x, "y", y), "mapping",
                map("x", "x", "y", "y"),
                "fill", SvgCompact.series(0), "color", SvgCompact.series(0), "size", 0.0, "width", 0.8, "tooltips",
                "none"));
        scales.add(map("aesthetic", "x", "discrete", true, "name", label(plot.x().label()), "limits",
                indices(heights.size()), "breaks", indices(heights.size()), "labels",
                bars.labels().stream().map(l -> Words.clip(l, 40)).toList()));
    }

    private void bins(Bins bins) {
        var edges = bins.edgesAndCounts();
        var columns = new ArrayList<ArrayList<@Nullable Object>>();
        for (var i = 0; i < 4; i++) columns.add(new ArrayList<>());
        for (var i = 0; i + 1 < edges.size(); i++) {
            if (edges.y(i) == 0 || (plot.x().log() && edges.x(i) <= 0)) continue;
            columns.get(0).add(logOf(edges.x(i), plot.x()));
            columns.get(1).add(logOf(edges.x(i + 1), plot.x()));
            columns.get(2).add(plot.y().log() ? Math.log10(0.7) : 0.0);
            columns.get(3).add(logOf(edges.y(i), plot.y()));
        }
        for (var i = 0; i < columns.getFirst().size(); i++) {
            reach((double) columns.get(0).get(i), (double) columns.get(3).get(i));
            reach((double) columns.get(1).get(i), (double) columns.get(2).get(i));
        }
        layers.add(map("geom", "rect", "data",
                map("a", columns.get(0), "b", columns.get(1), "c", columns.get(2), "d", columns.get(3)),
                "mapping", map("xmin", "a", "xmax", "b", "ymin", "c", "ymax", "d"), "fill", SvgCompact.series(0),
                "color",
                SvgCompact.PAGE, "size", 0.4, "tooltips", "none"));
    }

    private void cells(Cells cells) {
        var grid = cells.grid();
        var rows = grid.rows();
        var columns = grid.columns();
        var range = grid.range();
        image(CellsImage.href(grid, range), -0.5, columns - 0.5, -0.5, rows - 0.5);
        // Points that are not seen carry the colours' scale.
        var ends = List.<@Nullable Object>of(range.from(), range.to());
        if (Double.isFinite(range.from())) {
            layers.add(map("geom", "point", "data", map("x", List.of(0.0, 0.0), "y", List.of(0.0, 0.0), "v", ends),
                    "mapping",
                    map("x", "x", "y", "y", "color", "v"), "size", 0.0, "alpha", 0.0, "tooltips", "none", "show_legend",
                    !cells.written()));
            scales.add(map("aesthetic", "color", "name", "", "scale_mapper_kind", "color_gradientn", "colors",
                    ColourMap.hexes()));
        }
        if (cells.written() && rows * columns <= MOST_POINTS) {
            for (var light : List.of(true, false)) numbers(grid, range, light);
        }
        scales.add(cellScale("x", plot.x().label(), columns, cells.columnNames(), false));
        scales.add(cellScale("y", plot.y().label(), rows, cells.rowNames(), true));
    }

    private void numbers(Grid grid, PlotNode.Range range, boolean onLight) {
        var x = new ArrayList<@Nullable Object>();
        var y = new ArrayList<@Nullable Object>();
        var texts = new ArrayList<@Nullable Object>();
        for (var r = 0; r < grid.rows(); r++) {
            for (var c = 0; c < grid.columns(); c++) {
                var value = grid.at(r, c);
                if (!Double.isFinite(value) || ColourMap.isLight(CellsImage.colour(value, range)) != onLight) continue;
                x.add((double) c);
                y.add(grid.rows() - 1.0 - r);
                texts.add(Scale.number(value));
            }
        }
        if (x.isEmpty()) return;
        layers.add(map("geom", "text", "data", map("x", x, "y", y, "t", texts), "mapping",
                map("x", "x", "y", "y", "label", "t"), "color", onLight ? SvgCompact.BLACK : SvgCompact.WHITE, "size",
                6.0,
                "tooltips",
                "none"));
    }

    // The first row is on top.
    private Map<String, Object> cellScale(String aesthetic, String label, int size, List<String> given,
            boolean fromTop) {
        var every = given.isEmpty() ? Math.max(1, (int) Math.ceil(size / 10.0)) : Math.max(1, size / 40);
        if (given.isEmpty() && every > 2) every = (int) Math.ceil(every / 5.0) * 5;
        var breaks = new ArrayList<@Nullable Object>();
        var texts = new ArrayList<String>();
        for (var i = 0; i < size; i += every) {
            breaks.add(fromTop ? size - 1.0 - i : (double) i);
            texts.add(CellsText.name(given, i));
        }
        return map("aesthetic", aesthetic, "name", label(label), "breaks", breaks, "labels", texts, "expand",
                List.of(0, 0));
    }

    private void add(String geom, String name, int series, Map<String, Object> data, Map<String, Object> mapping,
            Object... constants) {
        var layer = map(constants);
        layer.putAll(map("geom", geom, "data", data, "mapping", mapping, "tooltips", "none"));
        if (series >= SvgCompact.COLOURS) layer.put("linetype", 2 + series / SvgCompact.COLOURS);
        if (name.isEmpty()) {
            layer.put("color", SvgCompact.series(series));
        } else {
            while (names.size() <= series) names.add("");
            names.set(series, name);
            data.put("series", java.util.Collections.nCopies(((List<?>) Objects.requireNonNull(data.get("x"))).size(),
                    String.valueOf(series)));
            mapping.put("color", "series");
        }
        layers.add(layer);
    }

    private Map<String, Object> colours() {
        var named = indices(names.size()).stream().filter(i -> !names.get(Integer.parseInt(i)).isEmpty()).toList();
        return map("aesthetic", "color", "name", "", "discrete", true, "limits", named, "breaks", named, "labels",
                named.stream().map(i -> Words.clip(PlotText.oneLine(names.get(Integer.parseInt(i))), 40)).toList(),
                "values", named.stream().map(i -> SvgCompact.series(Integer.parseInt(i))).toList());
    }

    private Map<String, Object> scale(String aesthetic, Axis axis, int pixels) {
        var across = aesthetic.equals("x");
        var from = across ? leastX : leastY;
        var to = across ? greatestX : greatestY;
        // Axes reach a little beyond what lies on them.
        var room = (to - from) * ROOM;
        var about = Math.max(2, (int) (pixels / (across ? TICK_WIDTH : TICK_HEIGHT)));
        var ticks = Scale.of(axis, number(from - room, axis), number(to + room, axis))
                .ticks(about, across && whole && !axis.log());
        return map("aesthetic", aesthetic, "name", label(axis.label()), "breaks",
                ticks.stream().map(tick -> logOf(tick, axis)).toList(), "labels", Scale.labels(ticks));
    }

    private static double number(double place, Axis axis) { return axis.log() ? Math.pow(10, place) : place; }

    private Map<String, Object> limits() {
        var limits = new HashMap<String, Object>();
        limit("xlim", plot.x(), limits);
        limit("ylim", plot.y(), limits);
        // Without one an image would make all axes as long as the numbers on them.
        limits.put("name", "cartesian");
        if (Double.isNaN(leastX) && plot.layers().stream().allMatch(l -> l instanceof Line || l instanceof Dots)) {
            limits.putIfAbsent("xlim", List.of(0.0, 1.0));
            limits.putIfAbsent("ylim", List.of(0.0, 1.0));
        }
        return limits;
    }

    private static void limit(String name, Axis axis, Map<String, Object> limits) {
        var range = axis.limits();
        if (range == null || (axis.log() && range.from() <= 0)) return;
        limits.put(name, List.of(logOf(range.from(), axis), logOf(range.to(), axis)));
    }

    private static Map<String, Object> theme() {
        var grid = map("name", "line", "color", SvgCompact.GRID, "size", 1.0, "blank", false);
        var blank = map("name", "blank", "blank", true);
        return map("name", "minimal", "panel_grid_major", grid, "panel_grid_minor", blank, "plot_background", blank,
                "panel_background", blank, "legend_background", blank, "axis_ticks", blank, "axis_line", blank,
                "axis_tooltip", blank);
    }

    private Points drawn(Points points) {
        var drawable = points.drawable(plot.x().log(), plot.y().log());
        var x = new double[points.size()];
        var y = new double[points.size()];
        for (var i = 0; i < x.length; i++) {
            x[i] = logOf(drawable.x(i), plot.x());
            y[i] = logOf(drawable.y(i), plot.y());
            if (!Double.isNaN(y[i])) reach(x[i], y[i]);
        }
        return Points.of(x, y);
    }

    private void reach(double x, double y) {
        whole &= x == Math.rint(x);
        if (!(x >= leastX)) leastX = x;
        if (!(x <= greatestX)) greatestX = x;
        if (!(y >= leastY)) leastY = y;
        if (!(y <= greatestY)) greatestY = y;
    }

    private static double logOf(double value, Axis axis) { return axis.log() ? Math.log10(value) : value; }

    private static List<String> indices(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    // A missing name would be the data's column.
    private static String label(String text) { return PlotText.oneLine(text); }

    private static Map<String, Object> with(Object map, String key, Object value) {
        var more = new HashMap<String, Object>();
        ((Map<?, ?>) map).forEach((k, v) -> more.put(String.valueOf(k), v));
        more.put(key, value);
        return more;
    }

    // Lets-Plot changes the maps and lists it is given.
    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new HashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            var value = keysAndValues[i + 1];
            map.put((String) keysAndValues[i], value instanceof List<?> list ? new ArrayList<>(list) : value);
        }
        return map;
    }
}
