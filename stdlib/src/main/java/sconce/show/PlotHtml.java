package sconce.show;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import sconce.show.PlotNode.Bars;
import sconce.show.PlotNode.Bins;
import sconce.show.PlotNode.Cells;
import sconce.show.PlotNode.Dots;
import sconce.show.PlotNode.Layer;
import sconce.show.PlotNode.Line;

/// A plot's picture in a page, with words for those who do not see it.
final class PlotHtml {
    private static final String STYLE = "<style>" + Resources.text("picture.css") + "</style>";

    private PlotHtml() {}

    static String of(PlotNode plot, String svg) {
        var out = new StringBuilder(svg.length() * 2);
        out.append(STYLE).append("<div class=\"sconce-picture\"><img alt=\"").append(Html.escape(alternative(plot)))
                .append("\" width=\"").append(plot.width()).append("\" height=\"").append(plot.height())
                .append("\" src=\"data:image/svg+xml;base64,")
                .append(Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8))).append("\">");
        for (var note : plot.notes()) out.append("<div><small>").append(Html.escape(note)).append("</small></div>");
        out.append("<details><summary><small>as text</small></summary><pre>")
                .append(Html.escape(String.join("\n", sentences(plot)))).append("</pre></details></div>");
        return out.toString();
    }

    /// What the picture shows, in a sentence or a few.
    static String alternative(PlotNode plot) {
        var text = new StringBuilder(plot.title().isEmpty() ? "Plot" : "Plot " + PlotText.oneLine(plot.title()));
        if (!plot.y().label().isEmpty()) text.append(", ").append(PlotText.oneLine(plot.y().label()));
        if (!plot.x().label().isEmpty()) text.append(" over ").append(PlotText.oneLine(plot.x().label()));
        var sentences = sentences(plot);
        text.append(": ").append(String.join("; ", sentences.subList(0, Math.min(6, sentences.size()))));
        if (sentences.size() > 6) text.append("; and ").append(sentences.size() - 6).append(" more");
        return text.toString();
    }

    private static List<String> sentences(PlotNode plot) {
        var sentences = new ArrayList<String>();
        for (var layer : plot.layers()) {
            // The raw values behind a smoothed line.
            if (layer instanceof Line line && line.name().isEmpty() && plot.layers().size() > 1
                    && plot.layers().indexOf(layer) + 1 < plot.layers().size()) {
                continue;
            }
            sentences.add(sentence(layer));
        }
        return sentences.isEmpty() ? List.of("nothing yet") : sentences;
    }

    private static String sentence(Layer layer) {
        var name = layer.name().isEmpty() ? "" : Words.clip(PlotText.oneLine(layer.name()), 60) + " ";
        return switch (layer) {
            case Line line -> name + "line" + course(line.points());
            case Dots dots -> name + Words.count(dots.points().size(), "point") + span(dots.points());
            case Bars bars -> {
                var parts = new ArrayList<String>();
                for (var i = 0; i < bars.labels().size(); i++) {
                    parts.add(PlotText.oneLine(bars.labels().get(i)) + " " + Scale.number(bars.heights().y(i)));
                }
                var shown = parts.subList(0, Math.min(parts.size(), 40));
                yield name + Words.count(parts.size(), "bar") + ": " + String.join(", ", shown)
                        + (shown.size() < parts.size() ? " and more" : "");
            }
            case Bins bins -> name + histogram(bins.edgesAndCounts());
            case Cells cells -> {
                var range = cells.grid().range();
                yield name + "heat map of " + cells.grid().rows() + " x " + cells.grid().columns()
                        + (Double.isFinite(range.from())
                                ? ", from " + Scale.number(range.from()) + " to " + Scale.number(range.to())
                                : "");
            }
        };
    }

    private static String course(Points points) {
        var first = -1;
        var last = -1;
        var least = -1;
        var greatest = -1;
        for (var i = 0; i < points.size(); i++) {
            if (!Double.isFinite(points.y(i)) || !Double.isFinite(points.x(i))) continue;
            if (first < 0) first = i;
            last = i;
            if (least < 0 || points.y(i) < points.y(least)) least = i;
            if (greatest < 0 || points.y(i) > points.y(greatest)) greatest = i;
        }
        if (first < 0) return " without values";
        return " of " + Words.count(points.size(), "value") + " from " + Scale.number(points.y(first)) + " to "
                + Scale.number(points.y(last)) + ", least " + place(points, least) + ", greatest "
                + place(points, greatest);
    }

    private static String place(Points points, int i) {
        return Scale.number(points.y(i)) + " at " + Scale.number(points.x(i));
    }

    private static String span(Points points) {
        var bounds = Bounds.of(List.of(points));
        if (Double.isNaN(bounds.leastX())) return "";
        return ", x from " + Scale.number(bounds.leastX()) + " to " + Scale.number(bounds.greatestX()) + ", y from "
                + Scale.number(bounds.leastY()) + " to " + Scale.number(bounds.greatestY());
    }

    private static String histogram(Points edges) {
        if (edges.size() < 2) return "histogram without values";
        var most = 0;
        var all = 0.0;
        for (var i = 0; i + 1 < edges.size(); i++) {
            all += edges.y(i);
            if (edges.y(i) > edges.y(most)) most = i;
        }
        return "histogram of " + Words.count((long) all, "number") + " from " + Scale.number(edges.x(0)) + " to "
                + Scale.number(edges.x(edges.size() - 1)) + ", most (" + Words.count((long) edges.y(most)) + ") from "
                + Scale.number(edges.x(most)) + " to " + Scale.number(edges.x(most + 1));
    }
}
