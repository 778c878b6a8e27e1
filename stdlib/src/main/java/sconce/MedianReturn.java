package sconce;

/// Medians, and where they were. Stands for `torch.return_types.median`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record MedianReturn(Tensor values, Tensor indices) {
    static MedianReturn of(Object... results) { return new MedianReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("median", "values", values, "indices", indices); }
}
