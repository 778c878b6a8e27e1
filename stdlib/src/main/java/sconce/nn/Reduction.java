package sconce.nn;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;

/// What becomes of the losses of single elements: all given, their mean, their sum.
final class Reduction {
    private Reduction() {}

    /// libtorch's number of a reduction.
    ///
    /// @throws ValueError if there is no such reduction
    static long code(String reduction) {
        return switch (reduction) {
            case "none" -> 0;
            case "mean" -> 1;
            case "elementwise_mean" -> {
                Warnings.warn("reduction='elementwise_mean' is deprecated. Please use reduction='mean' instead.");
                yield 1;
            }
            case "sum" -> 2;
            default -> throw new ValueError(reduction + " is not a valid value for reduction");
        };
    }

    /// The reduction that the old keywords `size_average` and `reduce` mean; it warns of them.
    static String legacy(@Nullable Boolean sizeAverage, @Nullable Boolean reduce) {
        var average = sizeAverage == null || sizeAverage;
        var reduced = reduce == null || reduce;
        var reduction = !reduced ? "none" : average ? "mean" : "sum";
        Warnings.warn("size_average and reduce args will be deprecated, please use reduction='" + reduction
                + "' instead.");
        return reduction;
    }

    /// The losses reduced, for losses that libtorch does not know whole.
    ///
    /// @param unknown what is said of an unknown reduction after its name
    static Tensor apply(String reduction, Tensor losses, String unknown) {
        return switch (reduction) {
            case "none" -> losses;
            case "mean" -> Operators.call("mean", losses);
            case "sum" -> Operators.call("sum", losses);
            default -> throw new ValueError(reduction + unknown);
        };
    }

    /// The losses reduced after each had its weight.
    static Tensor ofWeighted(String reduction, Tensor losses, Supplier<Tensor> mean) {
        return switch (reduction) {
            case "none" -> losses;
            case "mean" -> mean.get();
            case "sum" -> Operators.call("sum", losses);
            default -> throw new ValueError(
                    "Invalid reduction mode: " + reduction + ". Expected one of 'none', 'mean', 'sum'.");
        };
    }
}
