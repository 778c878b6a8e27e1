package sconce.show;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tensor as plain data: what one wants to know of it beside its elements.
///
/// @param kind       `Tensor`, `Parameter` or `Buffer`
/// @param shape      the sizes of its dimensions; null while a lazy module has not seen its first input
/// @param traits     dtype, device, layout, gradient, bytes
/// @param statistics what its elements are like; null where there are none to look at
/// @param picture    its elements as a picture; null where they make none
record TensorFacts(String kind, @Nullable List<Long> shape, List<String> traits, @Nullable Statistics statistics,
        @Nullable Picture picture) {
    TensorFacts {
        shape = shape == null ? null : List.copyOf(shape);
        traits = List.copyOf(traits);
    }

    /// What elements are like. Those that are not finite count only as such.
    ///
    /// @param of        `|x|` where the elements are complex, else empty
    /// @param least     the smallest; NaN if none is finite
    /// @param mean      their mean
    /// @param greatest  the largest
    /// @param deviation the standard deviation; NaN where there are too few
    /// @param nan       how many are NaN
    /// @param infinite  how many are infinite
    /// @param looked    how many elements were looked at
    /// @param histogram how often they occur, as [Histogram] counts; without bins where there are too few
    record Statistics(String of, double least, double mean, double greatest, double deviation, long nan, long infinite,
            Looked looked, Points histogram) {}

    /// How many elements were looked at.
    ///
    /// @param all      how many there are
    /// @param spread   of how many the histogram and the standard deviation are
    /// @param extremes of how many least, mean and greatest are
    /// @param marked   among how many those that are not finite were counted
    record Looked(long all, long spread, long extremes, long marked) {}

    /// Elements as a picture.
    ///
    /// @param image what is seen
    /// @param words what it is: `CHW colour image`, `heat map`
    record Picture(PixelImage image, String words) {}

    /// What real elements are like in two numbers; NaN where one of them is.
    record Spread(double mean, double deviation) {}
}
