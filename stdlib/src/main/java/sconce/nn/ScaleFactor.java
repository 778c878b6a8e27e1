package sconce.nn;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import sconce.show.PythonFormat;

/// A factor for all dimensions, or one for each, printed as it was given: `2.0`, or `(2.0, 1.5)`.
///
/// ```java
/// new Upsample(o -> o.scaleFactor(2, 1.5)).scaleFactor   // (2.0, 1.5)
/// ```
public final class ScaleFactor {
    private final double[] factors;
    private final boolean single;

    ScaleFactor(double[] factors, boolean single) {
        this.factors = factors;
        this.single = single;
    }

    /// Whether it is one factor for all dimensions.
    public boolean single() { return single; }

    /// How many factors were given.
    int count() { return factors.length; }

    /// Whether it is nothing but a zero, which Python takes for none.
    boolean none() { return single && factors[0] == 0; }

    /// The factors, one for each of so many dimensions if one was given for all, else as they were given.
    double[] expand(int dimensions) {
        if (!single) return factors.clone();
        var all = new double[dimensions];
        Arrays.fill(all, factors[0]);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScaleFactor that && single == that.single && Arrays.equals(factors, that.factors);
    }

    @Override
    public int hashCode() { return Arrays.hashCode(factors); }

    @Override
    public String toString() {
        return single ? PythonFormat.of(factors[0]) : PythonFormat.tuple(DoubleStream.of(factors).boxed().toList());
    }
}
