package sconce;

/// A singular value decomposition `U diag(S) Vᴴ`. Stands for `torch.return_types.svd`.
///
/// @param U left singular vectors, a column each
/// @param S singular values, the greatest first
/// @param V right singular vectors, a column each
public record SvdReturn(Tensor U, Tensor S, Tensor V) {
    static SvdReturn of(Object... results) {
        return new SvdReturn((Tensor) results[0], (Tensor) results[1], (Tensor) results[2]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("svd", "U", U, "S", S, "V", V); }
}
