package sconce.show;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How many numbers there are in each of some bins of one width.
final class Histogram {
    private static final int MOST = 60;

    private Histogram() {}

    static double[] finite(double[] values) { return Arrays.stream(values).filter(Double::isFinite).toArray(); }

    /// Edges as x and counts as y, one edge more than there are counts; the last count is NaN.
    ///
    /// @param bins   how many; 0 for as many as suit the numbers
    /// @param limits the first and last edge; null for what the numbers span
    static Points of(double[] values, int bins, PlotNode.@Nullable Range limits) {
        if (values.length == 0) return Points.of(new double[0]);
        var least = limits != null ? limits.from() : Arrays.stream(values).min().orElse(0);
        var greatest = limits != null ? limits.to() : Arrays.stream(values).max().orElse(0);
        var wide = greatest > least;
        var count = bins;
        if (bins == 0 && limits == null && greatest - least < MOST && areWhole(values)) {
            // A few whole numbers get a bin each.
            count = (int) (greatest - least) + 1;
            least -= 0.5;
            greatest += 0.5;
        } else if (!wide) {
            var room = least == 0 ? 0.5 : Math.abs(least) * 0.05;
            least -= room;
            greatest += room;
        }
        if (count == 0) count = wide ? suiting(values, least, greatest) : 1;
        var edges = new double[count + 1];
        var counts = new double[count + 1];
        for (var i = 0; i <= count; i++) edges[i] = least + (greatest - least) * i / count;
        for (var value : values) {
            if (value < least || value > greatest) continue;
            var bin = (int) ((value - least) / (greatest - least) * count);
            counts[Math.clamp(bin, 0, count - 1)]++;
        }
        counts[count] = Double.NaN;
        return Points.of(edges, counts);
    }

    private static boolean areWhole(double[] values) { return Arrays.stream(values).allMatch(v -> v == Math.rint(v)); }

    // By the rule of Freedman and Diaconis, and by that of Sturges where there are few numbers or most are the same.
    private static int suiting(double[] values, double least, double greatest) {
        var span = greatest - least;
        var sorted = values.clone();
        Arrays.sort(sorted);
        var quartiles = sorted[(int) (sorted.length * 0.75)] - sorted[(int) (sorted.length * 0.25)];
        var sturges = (int) Math.ceil(Math.log(values.length) / Math.log(2)) + 1;
        if (quartiles == 0) return Math.min(MOST, sturges);
        var width = 2 * quartiles / Math.cbrt(values.length);
        return (int) Math.clamp(Math.ceil(span / width), (double) Math.min(sturges, MOST), MOST);
    }
}
