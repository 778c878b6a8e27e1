package sconce;

/// Mantissas and exponents. Stands for `torch.return_types.frexp`.
///
/// @param mantissa numbers of size 0.5 to 1
/// @param exponent powers of 2
public record FrexpReturn(Tensor mantissa, Tensor exponent) {
    static FrexpReturn of(Object... results) { return new FrexpReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("frexp", "mantissa", mantissa, "exponent", exponent); }
}
