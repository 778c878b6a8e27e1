package sconce.show;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A plot to which a loop adds while it runs: it is redrawn in its place a few times a second, beside the loop, and once
/// more when the cell has ended. Where displays cannot be replaced it is shown at the end of the cell alone. Made by
/// [Show#livePlot].
///
/// ```java
/// var curve = livePlot(o -> o.logY(true));
/// for (var step = 0; step < 100; step++) curve.add("train", Math.exp(-step / 20.0));
/// ```
public final class LivePlot implements Displayable {
    private static final long REDRAW_NANOS = Duration.ofMillis(250).toNanos();
    /// Drawing takes at most this share of the time.
    private static final int SHARE = 4;

    private final Consumer<Plot.Options> options;
    private final SequencedMap<String, Growing> series = new LinkedHashMap<>();
    private final Numbers numbers = new Numbers("add");
    private final String id = UUID.randomUUID().toString();
    /// One picture at a time, so that an older one never comes after a newer one, nor after the end of the cell.
    private final Object drawing = new Object();
    private boolean shown;
    /// Whether that was in the cell that runs.
    private boolean shownHere;
    private boolean waiting;
    private boolean atEnd;
    private boolean changed;
    private long next;

    LivePlot(Consumer<Plot.Options> options) {
        this.options = options;
        // What is wrong with the options is said here, not in the middle of a training.
        options.accept(new Plot.Options());
        // The first drawing waits for the charting library; while the loop comes to its first value it is loaded.
        if (LiveDisplay.isRich()) Thread.ofPlatform().daemon().name("live-plot-loader").start(plot()::toSvg);
    }

    /// Adds a value to the one line, after those it has: a number or a tensor with one element.
    public LivePlot add(@Nullable Object value) { return add("", value); }

    /// Adds a value to a line, after those it has; a new name begins a line.
    public LivePlot add(String name, @Nullable Object value) {
        return add(name, OptionalDouble.empty(), value);
    }

    /// Adds a value to a line at a place.
    public LivePlot add(String name, double x, @Nullable Object value) {
        return add(name, OptionalDouble.of(x), value);
    }

    private LivePlot add(String name, OptionalDouble x, @Nullable Object value) {
        var y = numbers.number(value);
        boolean first;
        synchronized (this) {
            var line = series.computeIfAbsent(name, _ -> new Growing());
            line.add(x.orElse(line.next()), y);
            changed = true;
            first = redrawSoon();
        }
        // Here, so that it stands where the loop began.
        if (first) draw();
        return this;
    }

    /// The plot as it is now.
    public Plot plot() {
        var all = new LinkedHashMap<String, Points>();
        synchronized (this) {
            series.forEach((name, growing) -> all.put(name, growing.points()));
        }
        var reader = new PlotReader("livePlot", options);
        return reader.lines(
                all.entrySet().stream().map(e -> new PlotReader.Series(e.getKey(), e.getValue())).toList());
    }

    @Override
    public String toString() { return plot().toString(); }

    @Override
    public String toAnsi() { return plot().toAnsi(); }

    @Override
    public String toHtml() { return plot().toHtml(); }

    /// The plot as it is now; in the cell where it grew, of which it may be the last expression too, that it stands there.
    @Override
    public Map<String, Object> toMimeBundle() {
        synchronized (this) {
            if (shownHere && LiveDisplay.isRich()) return Map.of(Renderer.TEXT, "LivePlot (above, where it grew)");
        }
        return plot().toMimeBundle();
    }

    /// Gives whether it has yet to be shown for the first time.
    private boolean redrawSoon() {
        if (!atEnd) atEnd = LiveDisplay.atEnd(this::end);
        if (!atEnd || waiting || !LiveDisplay.isRich()) return false;
        if (!shown) return true;
        waiting = true;
        var due = next;
        Thread.ofVirtual().name("live-plot").start(() -> drawAt(due));
        return false;
    }

    private void drawAt(long due) {
        try {
            var wait = due - System.nanoTime();
            if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            waiting = false;
        }
        draw();
    }

    private void draw() {
        synchronized (drawing) {
            var began = System.nanoTime();
            boolean update;
            synchronized (this) {
                if (!changed) return;
                changed = false;
                update = shown;
                shown = true;
                shownHere |= !update;
            }
            LiveDisplay.display(id, plot(), update);
            var took = System.nanoTime() - began;
            synchronized (this) {
                next = System.nanoTime() + Math.max(REDRAW_NANOS, SHARE * took);
            }
        }
    }

    private void end() {
        draw();
        synchronized (this) {
            atEnd = false;
            shownHere = false;
            // A later cell shows its own.
            shown = shown && LiveDisplay.isRich();
        }
    }

    /// Numbers that become more.
    private static final class Growing {
        private double[] x = new double[64];
        private double[] y = new double[64];
        private int size;

        void add(double atX, double value) {
            if (size == x.length) {
                x = Arrays.copyOf(x, size * 2);
                y = Arrays.copyOf(y, size * 2);
            }
            x[size] = atX;
            y[size++] = value;
        }

        double next() { return size == 0 ? 0 : x[size - 1] + 1; }

        Points points() { return Points.of(x, y, size); }
    }
}
