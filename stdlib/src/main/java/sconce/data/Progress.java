package sconce.data;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import sconce.Tensor;
import sconce.TypeError;
import sconce.show.Displayable;
import sconce.show.Html;
import sconce.show.LiveDisplay;

/// A bar that shows how far a loop has come, in a notebook and in a terminal. Does what Python's tqdm does.
///
/// ```
/// for (var epoch : progress(10, "epochs")) ...
/// var bar = progress(loader);
/// for (var batch : bar) bar.set("loss", loss);
/// ```
///
/// @param <T> what the loop goes through
public final class Progress<T> implements Iterable<T>, Displayable {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 20;

    private final Iterable<T> source;
    private final OptionalInt total;
    private final String description;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String id = UUID.randomUUID().toString();
    private int done;
    private long start = System.nanoTime();
    private long drawn;
    private boolean ended;
    private boolean shown;

    private Progress(Iterable<T> source, String description) {
        this.source = source;
        this.description = description;
        total = size(source);
    }

    /// A bar over a loader, a data set, a list or anything else one can loop over.
    public static <T> Progress<T> progress(Iterable<T> source) { return progress(source, ""); }

    /// The same with a word before the bar.
    public static <T> Progress<T> progress(Iterable<T> source, String description) {
        return new Progress<>(source, description);
    }

    /// A bar over the numbers from 0 to below `n`.
    public static Progress<Integer> progress(int n) { return progress(n, ""); }

    /// The same with a word before the bar.
    public static Progress<Integer> progress(int n, String description) {
        return progress(new SequentialSampler(n), description);
    }

    private static OptionalInt size(Iterable<?> source) {
        try {
            return switch (source) {
                case Collection<?> collection -> OptionalInt.of(collection.size());
                case DataLoader<?> loader -> OptionalInt.of(loader.size());
                case Dataset<?> dataset -> OptionalInt.of(dataset.size());
                case Sampler<?> sampler -> OptionalInt.of(sampler.size());
                default -> OptionalInt.empty();
            };
        } catch (TypeError unknown) {
            return OptionalInt.empty();
        }
    }

    /// Shows a value behind the bar: `bar.set("loss", loss)`. Of a tensor with one element its number is kept, not what it
    /// was computed from. Stands for tqdm's `set_postfix`.
    public Progress<T> set(String name, Object value) {
        values.put(name, value instanceof Tensor tensor && tensor.numel() == 1 ? tensor.item() : value);
        return this;
    }

    @Override
    public Iterator<T> iterator() {
        done = 0;
        ended = false;
        start = System.nanoTime();
        draw();
        var inner = source.iterator();
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                // What was given before has been worked on by now.
                if (begun) step();
                begun = false;
                var more = inner.hasNext();
                if (!more && !ended) end();
                return more;
            }

            @Override
            public T next() {
                if (begun) step();
                var value = inner.next();
                begun = true;
                return value;
            }
        };
    }

    private void step() {
        done++;
        if (System.nanoTime() - drawn >= REDRAW_NANOS) draw();
    }

    private void end() {
        ended = true;
        draw();
        if (!LiveDisplay.isRich()) System.err.println();
    }

    private void draw() {
        drawn = System.nanoTime();
        if (LiveDisplay.isRich()) LiveDisplay.display(id, this, shown);
        else System.err.print("\r" + line());
        shown = true;
    }

    /// The bar without what differs from run to run: `epochs: 100%|####...| 10/10`.
    @Override
    public String toString() { return before() + "|" + bar() + "| " + count() + values(", "); }

    private String line() {
        return toString() + " [" + clock() + "]";
    }

    @Override
    public String toHtml() {
        var max = total.isPresent() ? " max=\"" + Math.max(1, total.getAsInt()) + "\" value=\"" + done + "\"" : "";
        return "<div>" + Html.escape(description.isEmpty() ? "" : description + " ") + "<progress" + max
                + " aria-label=\"" + Html.escape(description.isEmpty() ? "progress" : description) + "\"></progress> "
                + Html.escape(
                        count() + values(" \u00b7 ") + " \u00b7 " + clock())
                + "</div>";
    }

    private String before() {
        var share = total.isPresent() && total.getAsInt() > 0 ? 100 * (long) done / total.getAsInt() : ended ? 100 : 0;
        return (description.isEmpty() ? "" : description + ": ") + (total.isPresent() ? share + "%" : "");
    }

    private String bar() {
        var full = total.isPresent() && total.getAsInt() > 0
                ? (int) (WIDTH * (long) Math.min(done, total.getAsInt()) / total.getAsInt())
                : ended ? WIDTH : 0;
        return "\u2588".repeat(full) + " ".repeat(WIDTH - full);
    }

    private String count() { return done + (total.isPresent() ? "/" + total.getAsInt() : ""); }

    private String values(String separator) {
        return values.isEmpty() ? ""
                : separator + values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + text(entry.getValue())).collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.4g", ((Number) value).doubleValue())
                : String.valueOf(value);
    }

    /// As tqdm writes it: the time so far, the time still to come, the pace.
    private String clock() {
        var seconds = (System.nanoTime() - start) / 1e9;
        var pace = done / seconds;
        if (done == 0 || seconds <= 0) return clock(seconds);
        var left = total.isPresent() ? "<" + clock(Math.max(0, total.getAsInt() - done) / pace) : "";
        return clock(seconds) + left + ", "
                + (pace < 1 ? String.format(Locale.ROOT, "%.2f s/it", 1 / pace)
                        : String.format(Locale.ROOT, "%.1f it/s", pace));
    }

    private static String clock(double time) {
        var seconds = (long) time;
        return seconds < 3600 ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
