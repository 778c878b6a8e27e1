package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// What `lu` gives; prints as a tuple.
///
/// @param LU both triangular factors in one matrix
/// @param pivots the rows exchanged, counted from 1
/// @param infos 0, or where it failed, for each matrix; null if not asked for
public record LuReturn(Tensor LU, Tensor pivots, @Nullable Tensor infos) {
    static LuReturn of(Tensor A, boolean pivot, boolean infos) {
        Object[] results = Operators.call("_lu_with_info", A, pivot, !infos);
        return new LuReturn((Tensor) results[0], (Tensor) results[1], infos ? (Tensor) results[2] : null);
    }

    @Override
    public String toString() {
        return infos == null ? ReturnText.tuple(LU, pivots) : ReturnText.tuple(LU, pivots, infos);
    }
}
