package sconce.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;
import sconce.show.PlotNode.Range;

/// A drawing of numbers: lines, points, bars, a histogram or a heat map. Made by [Show#plot] and its like; a picture in a
/// notebook, letters on a terminal.
///
/// ```java
/// plot(List.of(2.3, 1.1, 0.4, 0.2), o -> o.title("Training").yLabel("loss").logY(true));
/// ```
public final class Plot implements Displayable {
    /// The MIME type of the picture.
    private static final String SVG = "image/svg+xml";

    private final PlotNode node;
    private @Nullable String svg;

    Plot(PlotNode node) { this.node = node; }

    PlotNode node() { return node; }

    /// The picture, which is readable on light and dark pages.
    public synchronized String toSvg() {
        if (svg == null) svg = PlotSvg.of(node);
        return svg;
    }

    /// The plot in letters, 72 columns wide.
    @Override
    public String toString() { return PlotText.of(node, false); }

    /// The same in a terminal's colours.
    @Override
    public String toAnsi() { return PlotText.of(node, true); }

    /// The picture as an image, which front ends show untrusted too, and its numbers as text below it.
    @Override
    public String toHtml() { return PlotHtml.of(node, toSvg()); }

    @Override
    public Map<String, Object> toMimeBundle() {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(Renderer.TEXT, toString());
        forms.put(SVG, toSvg());
        forms.put(Renderer.HTML, toHtml());
        return forms;
    }

    /// Writes the picture into a file: `plot(losses).save("loss.svg")`.
    ///
    /// @throws ValueError if the file's name does not end in `.svg`
    public Plot save(String file) {
        if (!file.endsWith(".svg")) throw new ValueError("save(\"" + file + "\"): a plot is saved as .svg");
        try {
            Files.writeString(Path.of(file), toSvg());
        } catch (IOException broken) {
            throw new UncheckedIOException("could not write " + file, broken);
        }
        return this;
    }

    /// What a plot looks like; every option has a default.
    public static final class Options {
        private static final int LEAST = 80;
        private static final int MOST = 4_000;

        String title = "";
        String xLabel = "";
        String yLabel = "";
        boolean logX;
        boolean logY;
        boolean legend = true;
        boolean markers;
        boolean values;
        int width = 640;
        int height = 360;
        int bins;
        double smooth;
        @Nullable
        Range xLimits;
        @Nullable
        Range yLimits;
        List<String> names = List.of();
        List<String> columnNames = List.of();

        /// What stands above the plot.
        public Options title(String title) {
            this.title = title;
            return this;
        }

        /// What the axis below measures.
        public Options xLabel(String label) {
            xLabel = label;
            return this;
        }

        /// What the axis at the left measures.
        public Options yLabel(String label) {
            yLabel = label;
            return this;
        }

        /// Whether the axis below is logarithmic; numbers up to 0 are then not drawn, and a note says so.
        public Options logX(boolean log) {
            logX = log;
            return this;
        }

        /// Whether the axis at the left is logarithmic; numbers up to 0 are then not drawn, and a note says so.
        public Options logY(boolean log) {
            logY = log;
            return this;
        }

        /// What the axis below spans; by default what the numbers span.
        public Options xLimits(double from, double to) {
            xLimits = range("xLimits", from, to);
            return this;
        }

        /// What the axis at the left spans; by default what the numbers span.
        public Options yLimits(double from, double to) {
            yLimits = range("yLimits", from, to);
            return this;
        }

        /// The names of what is drawn, in order, or of a heat map's rows.
        public Options names(String... names) {
            this.names = List.of(names);
            return this;
        }

        /// The names of a heat map's columns.
        public Options columnNames(String... names) {
            columnNames = List.of(names);
            return this;
        }

        /// Whether names stand beside the plot; they do where there is more than one.
        public Options legend(boolean legend) {
            this.legend = legend;
            return this;
        }

        /// Whether a line's points are marked.
        public Options markers(boolean markers) {
            this.markers = markers;
            return this;
        }

        /// Draws lines as running means, the raw ones pale behind them: 0 not at all, towards 1 ever smoother. Does what
        /// TensorBoard's smoothing does.
        ///
        /// @throws ValueError if the weight is not from 0 to below 1
        public Options smooth(double weight) {
            if (!(weight >= 0 && weight < 1)) {
                throw new ValueError("smooth(" + weight + "): the weight is from 0 to below 1");
            }
            smooth = weight;
            return this;
        }

        /// How many bars a histogram has; by default as many as suit the numbers.
        public Options bins(int bins) {
            if (bins < 1 || bins > 1_000) throw new ValueError("bins(" + bins + "): from 1 to 1000 bins");
            this.bins = bins;
            return this;
        }

        /// Whether a heat map's numbers stand in its cells.
        public Options values(boolean values) {
            this.values = values;
            return this;
        }

        /// The picture's width and height in pixels; 640 and 360 by default.
        public Options size(int width, int height) {
            if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
                throw new ValueError("size(" + width + ", " + height + "): a plot is from " + LEAST + " to " + MOST
                        + " pixels wide and high");
            }
            this.width = width;
            this.height = height;
            return this;
        }

        private static Range range(String option, double from, double to) {
            if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
                throw new ValueError(option + "(" + from + ", " + to + "): the second number is the greater one");
            }
            return new Range(from, to);
        }
    }
}
