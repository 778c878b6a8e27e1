package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sconce.show.PlotNode.Axis;
import sconce.show.PlotNode.Range;

/// Where numbers lie on an axis, and which of them are written beside it.
final class Scale {
    private final double from;
    private final double to;
    private final boolean log;

    private Scale(double from, double to, boolean log) {
        this.from = from;
        this.to = to;
        this.log = log;
    }

    /// An axis that spans its limits, else these numbers.
    ///
    /// @param least    of the numbers; NaN if there is none
    /// @param greatest of the numbers
    static Scale of(Axis axis, double least, double greatest) {
        var limits = axis.limits();
        // On a logarithmic axis a limit up to 0 is none.
        var range = limits != null && (!axis.log() || limits.from() > 0) ? limits : new Range(least, greatest);
        var from = Double.isFinite(range.from()) ? range.from() : axis.log() ? 0.1 : 0;
        var to = Double.isFinite(range.to()) ? range.to() : 1;
        if (axis.log()) {
            return to > from ? new Scale(Math.log10(from), Math.log10(to), true)
                    : new Scale(Math.log10(from) - 0.5, Math.log10(from) + 0.5, true);
        }
        if (to > from) return new Scale(from, to, false);
        var room = from == 0 ? 1 : Math.abs(from) * 0.1;
        return new Scale(from - room, from + room, false);
    }

    /// 0 at the beginning of the axis, 1 at its end.
    double place(double value) { return ((log ? Math.log10(value) : value) - from) / (to - from); }

    /// Round numbers on the axis, about so many.
    List<Double> ticks(int about) { return ticks(about, false); }

    /// The same, whole numbers alone if asked.
    List<Double> ticks(int about, boolean whole) {
        if (log && to - from >= 1) return decades(about);
        var first = log ? Math.pow(10, from) : from;
        var last = log ? Math.pow(10, to) : to;
        var step = step(last - first, about);
        if (whole) step = Math.max(1, step);
        var ticks = new ArrayList<Double>();
        for (var i = (long) Math.ceil(first / step - 1e-9); i * step <= last + step * 1e-9; i++) ticks.add(i * step);
        return ticks;
    }

    private List<Double> decades(int about) {
        var first = (int) Math.ceil(from - 1e-9);
        var last = (int) Math.floor(to + 1e-9);
        var every = Math.max(1, (int) Math.ceil((last - first) / (double) about));
        var ticks = new ArrayList<Double>();
        for (var power = first; power <= last; power += every) ticks.add(Math.pow(10, power));
        return ticks;
    }

    private static double step(double span, int about) {
        var rough = span / Math.max(1, about);
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /// Ticks as they are written, all with as many digits after the point.
    static List<String> labels(List<Double> ticks) {
        var texts = new ArrayList<String>();
        for (var digits = 0; digits <= 6; digits++) {
            texts.clear();
            var exact = true;
            for (var tick : ticks) {
                var text = String.format(Locale.ROOT, "%." + digits + "f", tick);
                exact &= Math.abs(Double.parseDouble(text) - tick) <= Math.abs(tick) * 1e-6;
                texts.add(digits == 0 ? Words.count(Math.round(tick)) : text);
            }
            if (exact && texts.stream().allMatch(text -> text.length() <= 9)) return texts;
        }
        return ticks.stream().map(Scale::number).toList();
    }

    /// A number in at most four digits: `0.0123`, `1.5e-07`, `12,345`.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) return Words.count((long) value).replace("--", "-");
        var size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            var text = String.format(Locale.ROOT, "%.2e", value);
            return text.replaceFirst("\\.?0+e", "e");
        }
        var digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        var text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
