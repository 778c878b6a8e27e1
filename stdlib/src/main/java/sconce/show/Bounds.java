package sconce.show;

import java.util.List;

/// What points span; NaN if there are none.
record Bounds(double leastX, double greatestX, double leastY, double greatestY) {
    static Bounds of(List<Points> all) {
        double leastX = Double.NaN;
        double greatestX = Double.NaN;
        double leastY = Double.NaN;
        double greatestY = Double.NaN;
        for (var points : all) {
            for (var i = 0; i < points.size(); i++) {
                var x = points.x(i);
                var y = points.y(i);
                if (!Double.isFinite(x) || !Double.isFinite(y)) continue;
                // Written so that the first number wins over NaN.
                if (!(x >= leastX)) leastX = x;
                if (!(x <= greatestX)) greatestX = x;
                if (!(y >= leastY)) leastY = y;
                if (!(y <= greatestY)) greatestY = y;
            }
        }
        return new Bounds(leastX, greatestX, leastY, greatestY);
    }
}
