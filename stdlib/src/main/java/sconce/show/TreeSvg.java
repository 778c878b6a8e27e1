package sconce.show;

import java.util.List;
import java.util.Locale;
import sconce.show.TreeLines.Span;

/// A tree's lines as a picture: for slides and pages that show no HTML.
final class TreeSvg {
    private static final double LETTER = 7.25;
    private static final int LINE = 18;
    /// More lines are cut, so that no picture is larger than 200 kB.
    private static final int MOST_BYTES = 190_000;
    private static final String STYLE = Resources.text("tree.css");

    private TreeSvg() {}

    static String of(List<List<Span>> lines, String title) {
        var body = new StringBuilder();
        var shown = 0;
        var widest = 40.0;
        for (var line : lines) {
            var text = new StringBuilder("<text x=\"12\" y=\"").append(24 + shown * LINE).append("\">");
            var width = 0.0;
            for (var span : line) {
                width += Words.columns(span.text()) * LETTER;
                text.append("<tspan class=\"").append(span.kind().name().toLowerCase(Locale.ROOT)).append("\">")
                        .append(Html.escape(span.text())).append("</tspan>");
            }
            text.append("</text>");
            if (HtmlRenderer.Budget.bytes(body) + HtmlRenderer.Budget.bytes(text) > MOST_BYTES) break;
            body.append(text);
            widest = Math.max(widest, width);
            shown++;
        }
        if (shown < lines.size()) {
            body.append("<text class=\"numbers\" x=\"12\" y=\"").append(24 + shown * LINE).append("\">… ")
                    .append(Words.count(lines.size() - shown, "line")).append(" more: tree(model, depth)</text>");
            shown++;
        }
        var width = Math.round(widest) + 24;
        var height = shown * LINE + 20;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" role=\"img\"><title>" + Html.escape(title) + "</title><style>" + STYLE
                + "</style><rect class=\"page\" width=\"" + width + "\" height=\"" + height + "\" rx=\"6\"/>" + body
                + "</svg>";
    }
}
