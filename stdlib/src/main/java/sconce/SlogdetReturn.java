package sconce;

/// Determinants in parts. Stands for `torch.return_types.slogdet`.
///
/// @param sign the signs
/// @param logabsdet the logarithms of the absolute values
public record SlogdetReturn(Tensor sign, Tensor logabsdet) {
    static SlogdetReturn of(Object... results) { return new SlogdetReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("slogdet", "sign", sign, "logabsdet", logabsdet); }
}
