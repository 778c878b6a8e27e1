package sconce;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// `torch.gradient`, whose spacing may be a number, one for each dimension, or the places of the elements.
final class Differences {
    private Differences() {}

    static List<Tensor> gradient(Tensor input, Number spacing, @Nullable Size dim, long edgeOrder) {
        return Operators.call("gradient.scalararray", input, spacing, dims(input, dim), edgeOrder);
    }

    static List<Tensor> gradient(Tensor input, List<?> spacing, @Nullable Size dim, long edgeOrder) {
        var places = !spacing.isEmpty() && spacing.getFirst() instanceof Tensor;
        return Operators.call(places ? "gradient.tensorarray" : "gradient.scalarrayarray", input, spacing,
                dims(input, dim), edgeOrder);
    }

    private static Size dims(Tensor input, @Nullable Size dim) {
        return dim != null ? dim : new Size(LongStream.range(0, input.dim()).toArray());
    }
}
