package sconce;

/// A singular value decomposition of few values, `U diag(S) Vᴴ`: what [Torch#svdLowrank(Tensor)] and
/// [Torch#pcaLowrank(Tensor)] give. Prints as the tuple that PyTorch returns.
///
/// ```java
/// Torch.svdLowrank(Torch.eye(3), 2).S().shape()   // torch.Size([2])
/// ```
///
/// @param U `(*, m, q)`
/// @param S `(*, q)`, falling
/// @param V `(*, n, q)`
public record LowRankReturn(Tensor U, Tensor S, Tensor V) {
    @Override
    public String toString() { return ReturnText.tuple(U, S, V); }
}
