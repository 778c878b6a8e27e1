package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import sconce.TypeError;
import sconce.ValueError;
import sconce.show.PlotNode.Axis;
import sconce.show.PlotNode.Bars;
import sconce.show.PlotNode.Bins;
import sconce.show.PlotNode.Cells;
import sconce.show.PlotNode.Dots;
import sconce.show.PlotNode.Layer;
import sconce.show.PlotNode.Line;

/// From what people have in hand to plots.
final class PlotReader {
    private static final int MOST_SERIES = 50;
    private static final int MOST_BARS = 200;
    /// More markers would hide the line.
    private static final int MOST_DOTTED = 200;
    private static final int FUNCTION_POINTS = 300;

    /// A name, which may be empty, and its points.
    record Series(String name, Points points) {}

    private final String function;
    private final Numbers numbers;
    private final Plot.Options options = new Plot.Options();
    private final List<String> notes = new ArrayList<>();

    /// @param function who is asked, for the errors
    PlotReader(String function, Consumer<Plot.Options> options) {
        this.function = function;
        numbers = new Numbers(function);
        options.accept(this.options);
    }

    /// One series, or one for each name of a map or each column of a matrix.
    List<Series> series(@Nullable Object values) {
        if (values instanceof Map<?, ?> map) return series(map);
        if (!Numbers.isMatrix(values)) return List.of(new Series("", Points.of(numbers.vector(values))));
        var all = new ArrayList<Series>();
        for (var y : columns(values)) all.add(new Series(String.valueOf(all.size()), Points.of(y)));
        return all;
    }

    private List<Series> series(Map<?, ?> map) {
        if (!map.isEmpty() && map.keySet().stream().allMatch(Number.class::isInstance)) {
            // A map without an order of its own would draw a scrawl.
            var sorted = new TreeMap<Double, Double>();
            map.forEach((x, y) -> sorted.put(numbers.number(x), numbers.number(y)));
            return List.of(new Series("", Points.of(numbers.vector(sorted.keySet()), numbers.vector(sorted.values()))));
        }
        if (!map.isEmpty() && map.values().stream().allMatch(Number.class::isInstance)) {
            throw new TypeError(function + " takes lists of numbers by name; for a number by name there is bars(map)");
        }
        var all = new ArrayList<Series>();
        map.forEach((name, values) -> {
            if (values instanceof Map<?, ?> points) {
                all.add(new Series(String.valueOf(name), series(points).getFirst().points));
            } else {
                all.add(new Series(String.valueOf(name), Points.of(numbers.vector(values))));
            }
        });
        return all;
    }

    /// Values over x, or values under a name; a matrix of values is a series for each column.
    List<Series> series(@Nullable Object x, @Nullable Object y) {
        if (x instanceof String name) return List.of(new Series(name, Points.of(numbers.vector(y))));
        var places = numbers.vector(x);
        var all = new ArrayList<Series>();
        var matrix = Numbers.isMatrix(y);
        for (var values : matrix ? columns(y) : List.of(numbers.vector(y))) {
            if (values.length != places.length) {
                throw new ValueError(function + ": x and y must have same first dimension, but have shapes ("
                        + places.length + ",) and (" + values.length + ",)");
            }
            all.add(new Series(matrix ? String.valueOf(all.size()) : "", Points.of(places, values)));
        }
        return all;
    }

    /// Names and values in turn.
    List<Series> named(List<?> namesAndValues) {
        if (namesAndValues.size() % 2 != 0) {
            throw new TypeError(function + " takes names and values in turn: " + function
                    + "(\"train\", a, \"test\", b). Options go with one to three names, or with a map");
        }
        var all = new ArrayList<Series>();
        for (var i = 0; i < namesAndValues.size(); i += 2) {
            if (!(namesAndValues.get(i) instanceof String name)) {
                throw new TypeError(function + " takes names and values in turn: " + function
                        + "(\"train\", a, \"test\", b), but argument " + (i + 1) + " is no name");
            }
            all.addAll(series(name, namesAndValues.get(i + 1)));
        }
        return all;
    }

    /// A function at evenly spaced places.
    List<Series> graph(DoubleUnaryOperator graphed, double from, double to) {
        if (!(from < to)) {
            throw new ValueError(
                    function + "(function, " + from + ", " + to + "): the second number is the greater one");
        }
        var x = new double[FUNCTION_POINTS + 1];
        var y = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            x[i] = from + (to - from) * i / FUNCTION_POINTS;
            y[i] = graphed.applyAsDouble(x[i]);
        }
        return List.of(new Series("", Points.of(x, y)));
    }

    /// A line for each series.
    Plot lines(List<Series> series) { return lines(series, List.of()); }

    /// A line for each series, and points upon them.
    Plot lines(List<Series> series, List<Series> marked) {
        var layers = new ArrayList<Layer>();
        for (var one : renamed(series)) {
            noteGaps(one);
            var name = one.name;
            if (options.smooth > 0) {
                layers.add(new Line("", one.points, false));
                layers.add(new Line(name, smoothed(one.points), options.markers));
            } else {
                layers.add(new Line(name, one.points, options.markers || isDotted(one.points)));
            }
        }
        for (var one : marked) layers.add(new Dots(one.name, one.points));
        return plot(layers);
    }

    /// Whether a line of a few points would leave one of them out, which has no neighbour to be joined with.
    private static boolean isDotted(Points points) {
        var last = points.size() - 1;
        if (last >= MOST_DOTTED) return false;
        for (var i = 0; i <= last; i++) {
            if (points.isGap(i) || (i > 0 && !points.isGap(i - 1)) || (i < last && !points.isGap(i + 1))) continue;
            return true;
        }
        return false;
    }

    /// Points for each series.
    Plot dots(List<Series> series) {
        var layers = new ArrayList<Layer>();
        for (var one : renamed(series)) {
            noteGaps(one);
            layers.add(new Dots(one.name, one.points));
        }
        return plot(layers);
    }

    /// How often numbers occur.
    Plot histogram(@Nullable Object values) {
        var all = Numbers.isMatrix(values) && values instanceof sconce.Tensor tensor ? numbers.elements(tensor)
                : numbers.vector(values instanceof sconce.Tensor tensor ? tensor.detach().flatten() : values);
        var finite = Histogram.finite(all);
        if (finite.length < all.length) {
            notes.add(Words.count(all.length - finite.length) + " of " + Words.count(all.length, "number")
                    + " not finite, not counted");
        }
        var layer = new Bins(options.names.isEmpty() ? "" : options.names.getFirst(),
                Histogram.of(finite, options.bins, options.xLimits));
        return plot(List.of(layer));
    }

    /// A bar for each name.
    Plot bars(List<String> labels, double[] heights) {
        if (labels.size() != heights.length) {
            throw new ValueError(function + ": " + labels.size() + " names for " + heights.length + " numbers");
        }
        if (heights.length > MOST_BARS) {
            throw new ValueError(function + ": " + Words.count(heights.length) + " bars are more than one can read ("
                    + MOST_BARS + "). plot draws a line, hist counts");
        }
        return plot(List.of(new Bars("", labels, Points.of(heights))));
    }

    /// The same from a map, or from numbers whose names are theirs in [Plot.Options#names] or their places.
    Plot bars(@Nullable Object values) {
        if (values instanceof Map<?, ?> map) {
            return bars(map.keySet().stream().map(String::valueOf).toList(), numbers.vector(map.values()));
        }
        var heights = numbers.vector(values);
        var labels = new ArrayList<String>();
        for (var i = 0; i < heights.length; i++) {
            labels.add(i < options.names.size() ? options.names.get(i) : String.valueOf(i));
        }
        return bars(labels, heights);
    }

    /// The same from names and numbers.
    Plot bars(Iterable<?> names, @Nullable Object values) {
        var labels = new ArrayList<String>();
        names.forEach(name -> labels.add(String.valueOf(name)));
        return bars(labels, numbers.vector(values));
    }

    /// A matrix in colours.
    Plot cells(@Nullable Object values) {
        var grid = Numbers.isMatrix(values) || values instanceof sconce.Tensor ? numbers.matrix(values)
                : numbers.matrix(List.of(numbers.vector(values)));
        var gaps = 0;
        for (var r = 0; r < grid.rows(); r++) {
            for (var c = 0; c < grid.columns(); c++) gaps += Double.isFinite(grid.at(r, c)) ? 0 : 1;
        }
        if (gaps > 0) notes.add(Words.count(gaps) + " of " + Words.count((long) grid.rows() * grid.columns(), "number")
                + " not finite, left blank");
        return plot(List.of(new Cells("", grid, options.values, options.names, options.columnNames)));
    }

    private Plot plot(List<Layer> layers) {
        return new Plot(new PlotNode(options.title, new Axis(options.xLabel, options.logX, options.xLimits),
                new Axis(options.yLabel, options.logY, options.yLimits), options.width, options.height, options.legend,
                layers, notes));
    }

    private List<Series> renamed(List<Series> series) {
        if (series.size() > MOST_SERIES) {
            throw new ValueError(function + ": " + Words.count(series.size())
                    + " lines are more than one can read. Each column is a line: T() turns a matrix, heatmap draws one");
        }
        if (options.names.isEmpty()) return series;
        var all = new ArrayList<Series>();
        for (var one : series) {
            all.add(all.size() < options.names.size() ? new Series(options.names.get(all.size()), one.points) : one);
        }
        return all;
    }

    private void noteGaps(Series series) {
        var points = series.points;
        var nan = 0;
        var infinite = 0;
        var low = 0;
        for (var i = 0; i < points.size(); i++) {
            if (Double.isNaN(points.x(i)) || Double.isNaN(points.y(i))) nan++;
            else if (Double.isInfinite(points.x(i)) || Double.isInfinite(points.y(i))) infinite++;
            else if ((options.logX && points.x(i) <= 0) || (options.logY && points.y(i) <= 0)) low++;
        }
        var of = series.name.isEmpty() ? "" : series.name + ": ";
        if (nan > 0) notes.add(of + Words.count(nan) + " NaN not drawn");
        if (infinite > 0) notes.add(of + Words.count(infinite) + " infinite not drawn");
        if (low > 0) notes.add(of + Words.count(low) + " not above 0, not drawn on a logarithmic axis");
    }

    // The running mean without a bias towards its start, as TensorBoard computes it.
    private Points smoothed(Points points) {
        var x = new double[points.size()];
        var y = new double[points.size()];
        var mean = 0.0;
        var weight = 0.0;
        for (var i = 0; i < x.length; i++) {
            x[i] = points.x(i);
            y[i] = points.y(i);
            if (!Double.isFinite(y[i])) continue;
            mean = options.smooth * mean + (1 - options.smooth) * y[i];
            weight = options.smooth * weight + (1 - options.smooth);
            y[i] = mean / weight;
        }
        return Points.of(x, y);
    }

    private List<double[]> columns(@Nullable Object matrix) {
        var grid = numbers.matrix(matrix);
        var columns = new ArrayList<double[]>();
        for (var c = 0; c < grid.columns(); c++) {
            var column = new double[grid.rows()];
            for (var r = 0; r < column.length; r++) column[r] = grid.at(r, c);
            columns.add(column);
        }
        return columns;
    }
}
