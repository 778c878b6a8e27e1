package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// `torch.unique` and `torch.unique_consecutive`: libtorch always gives three tensors, of which some are empty.
final class Uniques {
    private Uniques() {}

    static Tensor all(Tensor input, boolean sorted) { return of(input, sorted, false, false, null).output(); }

    static UniqueReturn of(Tensor input, boolean sorted, boolean inverse, boolean counts, @Nullable Long dim) {
        return asked(dim == null
                ? Operators.call("_unique2", input, sorted, inverse, counts)
                : Operators.call("unique_dim", input, dim, sorted, inverse, counts), inverse, counts);
    }

    static UniqueReturn consecutive(Tensor input, boolean inverse, boolean counts, @Nullable Long dim) {
        return asked(Operators.call("unique_consecutive", input, inverse, counts, dim), inverse, counts);
    }

    private static UniqueReturn asked(Object[] results, boolean inverse, boolean counts) {
        return new UniqueReturn((Tensor) results[0], inverse ? (Tensor) results[1] : null,
                counts ? (Tensor) results[2] : null);
    }
}
