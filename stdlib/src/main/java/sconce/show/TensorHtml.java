package sconce.show;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A tensor in a page: PyTorch's text, a line of facts, and of more than a few elements small pictures.
final class TensorHtml {
    private static final String STYLE = "<style>" + Resources.text("picture.css") + "</style>";
    private static final int SIDE = 128;
    private static final int WIDTH = 192;
    private static final int HEIGHT = 64;
    private static final int MOST_TEXT = 20_000;

    private TensorHtml() {}

    static String of(TensorFacts tensor, String text) {
        var out = new StringBuilder(2_000).append("<div class=\"sconce-picture\"><pre>")
                .append(Html.escape(text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "…" : text))
                .append("</pre><div><small><b>").append(tensor.kind()).append("</b> ")
                .append(tensor.shape() == null ? "[?]" : tensor.shape().toString());
        for (var trait : tensor.traits()) out.append(" · ").append(Html.escape(trait));
        var statistics = tensor.statistics();
        if (statistics != null) statistics(statistics, out);
        out.append("</small></div>");
        var picture = tensor.picture();
        var bins = statistics == null ? null : statistics.histogram();
        var histogram = bins == null || bins.size() < 3 ? ""
                : "histogram from " + Scale.number(bins.x(0)) + " to "
                        + Scale.number(bins.x(bins.size() - 1));
        if (picture == null && histogram.isEmpty()) return out.append("</div>").toString();
        out.append("<div>");
        if (picture != null) picture.image().write(picture.words(), SIDE, out);
        if (picture != null && !histogram.isEmpty()) out.append(' ');
        if (bins != null && !histogram.isEmpty()) histogram(bins, histogram, out);
        out.append("<br><small>").append(picture == null ? "" : Html.escape(picture.words()))
                .append(picture == null || histogram.isEmpty() ? "" : " · ").append(histogram);
        if (statistics != null && !histogram.isEmpty()
                && statistics.looked().spread() < statistics.looked().extremes()) {
            out.append(" of ").append(Words.count(statistics.looked().spread(), "element"));
        }
        return STYLE + out.append("</small></div></div>");
    }

    private static void statistics(TensorFacts.Statistics statistics, StringBuilder out) {
        for (var word : TensorReader.words(statistics)) out.append(" · ").append(word);
        bad(statistics, statistics.nan(), "NaN", out);
        bad(statistics, statistics.infinite(), "infinite", out);
    }

    private static void bad(TensorFacts.Statistics statistics, long count, String what, StringBuilder out) {
        if (count == 0) return;
        var looked = statistics.looked();
        out.append(" · <strong>⚠ ").append(Words.count(count)).append(' ').append(what).append("</strong>");
        if (looked.marked() < looked.all()) out.append(" among those");
    }

    // By hand: a tensor is shown often, and these few bars should not wait for the charting library.
    private static void histogram(Points bins, String words, StringBuilder out) {
        var greatest = 0.0;
        for (var i = 0; i + 1 < bins.size(); i++) greatest = Math.max(greatest, bins.y(i));
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\""
                + HEIGHT
                + "\"><style>path{fill:#0969da}@media(prefers-color-scheme:dark){path{fill:#58a6ff}}</style><path d=\"");
        var wide = (double) WIDTH / (bins.size() - 1);
        for (var i = 0; i + 1 < bins.size(); i++) {
            if (bins.y(i) == 0) continue;
            // What occurs at all is seen.
            var high = Math.max(1, Math.round(bins.y(i) / greatest * HEIGHT));
            var from = Math.round(i * wide);
            var to = Math.max(from + 1, Math.round((i + 1) * wide) - 1);
            svg.append('M').append(from).append(' ').append(HEIGHT).append('V').append(HEIGHT - high).append('H')
                    .append(to)
                    .append('V').append(HEIGHT).append('z');
        }
        svg.append("\"/></svg>");
        out.append("<img alt=\"").append(words).append("\" width=\"").append(WIDTH).append("\" height=\"")
                .append(HEIGHT)
                .append("\" src=\"data:image/svg+xml;base64,")
                .append(Base64.getEncoder().encodeToString(svg.toString().getBytes(StandardCharsets.UTF_8)))
                .append("\">");
    }
}
