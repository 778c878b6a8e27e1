package sconce;

/// An LU decomposition in parts. Stands for `torch.return_types.lu_unpack`.
///
/// @param P the permutation
/// @param L lower triangular factors
/// @param U upper triangular factors
public record LuUnpackReturn(Tensor P, Tensor L, Tensor U) {
    static LuUnpackReturn of(Object... results) {
        return new LuUnpackReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("lu_unpack", "P", P, "L", L, "U", U); }
}
