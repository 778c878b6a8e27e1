package sconce.show;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A chart's SVG as we show it: tenths of a pixel are enough, colours are classes of a style sheet that knows light and dark
/// pages, and what is not seen is left out. A fifth of the size remains.
final class SvgCompact {
    /// Stands for the lines behind a plot.
    static final String GRID = "#010203";
    /// Stands for the page.
    static final String PAGE = "#010204";
    /// Stand for the letters on light and on dark cells.
    static final String BLACK = "#010205";
    static final String WHITE = "#010206";
    /// How many colours there are for series; they come again after that.
    static final int COLOURS = 8;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");
    private static final Pattern FILL = Pattern.compile("fill:(#[0-9a-f]+)");
    private static final String STYLE = Resources.text("plot.css");
    private static final Map<String, String> CLASSES = classes();

    private final XMLStreamReader in;
    private final StringBuilder out = new StringBuilder(8_000);
    private final Map<String, String> ids = new HashMap<>();

    private SvgCompact(XMLStreamReader in) { this.in = in; }

    /// Stands for a series' colour in what is drawn.
    static String series(int i) { return "#0a0b%02x".formatted(i % COLOURS); }

    private static Map<String, String> classes() {
        var classes = new HashMap<String, String>();
        classes.put(GRID, "g");
        classes.put(PAGE, "p");
        classes.put(BLACK, "k");
        classes.put(WHITE, "w");
        for (var i = 0; i < COLOURS; i++) classes.put(series(i), "s" + i);
        // Lets-Plot writes colours in either way.
        for (var hex : List.copyOf(classes.keySet())) classes.put(rgb(hex), classes.getOrDefault(hex, ""));
        return Map.copyOf(classes);
    }

    private static String rgb(String hex) {
        var colour = Integer.parseInt(hex.substring(1), 16);
        return "rgb(" + (colour >> 16) + "," + (colour >> 8 & 255) + "," + (colour & 255) + ")";
    }

    /// @param title what a reader who does not see it is told
    static String of(String svg, String title, int width, int height) {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            var compact = new SvgCompact(factory.createXMLStreamReader(new StringReader(svg)));
            compact.out
                    .append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" ")
                    .append("width=\"").append(width).append("\" height=\"").append(height).append("\" viewBox=\"0 0 ")
                    .append(width).append(' ').append(height).append("\" role=\"img\"><title>")
                    .append(Html.escape(title)).append("</title><style>").append(STYLE)
                    .append("</style><rect class=\"page\" width=\"").append(width).append("\" height=\"").append(height)
                    .append("\" rx=\"6\"/>");
            compact.copy();
            return compact.out.append("</svg>").toString();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("the chart is no XML", broken);
        }
    }

    private void copy() throws XMLStreamException {
        in.nextTag(); // svg itself
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (in.getLocalName().equals("style") || isUnseen()) skip();
                    else start();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!in.getLocalName().equals("svg") || out.lastIndexOf("<svg") > 0) end();
                }
                case XMLStreamConstants.CHARACTERS -> {
                    var text = in.getText().strip();
                    if (!text.isEmpty()) out.append(Html.escape(text));
                }
                default -> {
                }
            }
        }
    }

    private boolean isUnseen() {
        var fill = attribute("fill");
        var stroke = attribute("stroke");
        return switch (in.getLocalName()) {
            case "rect",
                    "path" ->
                (fill.isEmpty() || fill.equals("rgb(255,255,255)") || attribute("fill-opacity").equals(
                        "0.0"))
                        && (stroke.isEmpty() || stroke.equals("rgb(255,255,255)")
                                || attribute("stroke-width").equals("0.0"))
                        && !inClip() && !fill.equals("none");
            case "circle" -> attribute("fill-opacity").equals("0.0");
            default -> false;
        };
    }

    private boolean inClip() {
        return out.length() > 10 && out.lastIndexOf("<clipPath") > out.lastIndexOf("</clipPath");
    }

    private String attribute(String name) {
        var value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0;) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                }
            }
        }
    }

    private void start() {
        out.append('<').append(in.getLocalName());
        var classes = new StringBuilder();
        var unstroked = attribute("stroke-opacity").matches("0(\\.0)?")
                || attribute("stroke-width").matches("0(\\.0)?");
        for (var i = 0; i < in.getAttributeCount(); i++) {
            var name = in.getAttributeLocalName(i);
            var value = in.getAttributeValue(i);
            if (unstroked && name.startsWith("stroke")) continue;
            var style = CLASSES.get(value);
            if (style != null && (name.equals("fill") || name.equals("stroke"))) {
                classes.append(classes.isEmpty() ? "" : " ").append(name.charAt(0)).append(style);
                continue;
            }
            if (name.equals("style")) {
                var fill = FILL.matcher(value);
                if (fill.find() && CLASSES.containsKey(fill.group(1))) {
                    classes.append(classes.isEmpty() ? "" : " ").append('f').append(CLASSES.get(fill.group(1)));
                    continue;
                }
            }
            if (name.equals("class")) {
                classes.append(classes.isEmpty() ? "" : " ").append(value);
                continue;
            }
            if (isDefault(name, value)) continue;
            if (name.equals("id")) {
                if (in.getLocalName().equals("g")) continue;
                value = id(value);
            }
            if (name.equals("clip-path")) value = "url(#" + id(value.substring(5, value.length() - 1)) + ")";
            out.append(' ').append("href".equals(name) && in.getAttributePrefix(i).equals("xlink") ? "xlink:" : "")
                    .append(name).append("=\"").append(Html.escape(compact(name, value))).append('"');
        }
        if (!classes.isEmpty()) out.append(" class=\"").append(classes).append('"');
        out.append('>');
    }

    private String id(String random) { return ids.computeIfAbsent(random, _ -> "c" + ids.size()); }

    private boolean isDefault(String name, String value) {
        return switch (name) {
            case "fill-opacity", "stroke-opacity" -> value.equals("1.0") || value.equals("1");
            case "fill" -> value.equals("none") && in.getLocalName().equals("line");
            case "clip-bounds-jfx", "fill-rule" -> true;
            case "transform" -> value.isEmpty();
            case "stroke-width" -> value.equals("1.0");
            default -> false;
        };
    }

    private static String compact(String name, String value) {
        if (name.equals("href") || name.equals("dy")) return value;
        var rounded = NUMBER.matcher(value).replaceAll(number -> rounded(number.group()));
        return name.equals("d") ? rounded.replace(" L", "L").strip() : rounded.strip();
    }

    private static String rounded(String number) {
        var text = String.format(Locale.ROOT, "%.1f", Double.parseDouble(number));
        return text.endsWith(".0") ? text.equals("-0.0") ? "0" : text.substring(0, text.length() - 2) : text;
    }

    private void end() {
        var name = in.getLocalName();
        if (out.charAt(out.length() - 1) == '>' && out.lastIndexOf("<" + name) == out.lastIndexOf("<")) {
            if (name.equals("g")) out.setLength(out.lastIndexOf("<"));
            else out.insert(out.length() - 1, '/');
            return;
        }
        out.append("</").append(name).append('>');
    }
}
