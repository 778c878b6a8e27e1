package sconce.show;

import java.util.Arrays;

/// Places in a plane, in order. A place whose x or y is not a number is a gap.
final class Points {
    private final double[] x;
    private final double[] y;

    private Points(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// The first so many of two arrays, copied.
    static Points of(double[] x, double[] y, int size) {
        return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    static Points of(double[] x, double[] y) { return of(x, y, x.length); }

    /// Values at 0, 1, 2 and so on.
    static Points of(double[] y) {
        var x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return of(x, y);
    }

    int size() { return x.length; }

    double x(int i) { return x[i]; }

    double y(int i) { return y[i]; }

    boolean isGap(int i) { return !Double.isFinite(x[i]) || !Double.isFinite(y[i]); }

    /// The same without what cannot be drawn: on a logarithmic axis numbers up to 0 are gaps too.
    Points drawable(boolean logX, boolean logY) {
        var toX = new double[x.length];
        var toY = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            var drawn = drawable(x[i], logX) && drawable(y[i], logY);
            toX[i] = x[i];
            toY[i] = drawn ? y[i] : Double.NaN;
        }
        return new Points(toX, toY);
    }

    static boolean drawable(double value, boolean log) { return Double.isFinite(value) && (!log || value > 0); }

    /// Fewer points that draw the same line: of each stretch the first, the least, the greatest and the last one.
    Points thinned(int stretches) {
        if (size() <= 4 * stretches) return this;
        var toX = new double[4 * stretches];
        var toY = new double[4 * stretches];
        var size = 0;
        for (var stretch = 0; stretch < stretches; stretch++) {
            var from = (int) ((long) size() * stretch / stretches);
            var to = (int) ((long) size() * (stretch + 1) / stretches);
            var least = from;
            var greatest = from;
            for (var i = from; i < to; i++) {
                if (y[i] < y[least] || Double.isNaN(y[least])) least = i;
                if (y[i] > y[greatest] || Double.isNaN(y[greatest])) greatest = i;
            }
            var kept = new int[] { from, Math.min(least, greatest), Math.max(least, greatest), to - 1 };
            for (var k = 0; k < kept.length; k++) {
                if (k > 0 && kept[k] == kept[k - 1]) continue;
                toX[size] = x[kept[k]];
                toY[size++] = y[kept[k]];
            }
        }
        return of(toX, toY, size);
    }
}
