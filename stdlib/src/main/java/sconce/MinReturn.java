package sconce;

/// Smallest elements, and where they were. Stands for `torch.return_types.min`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record MinReturn(Tensor values, Tensor indices) {
    static MinReturn of(Object... results) { return new MinReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("min", "values", values, "indices", indices); }
}
