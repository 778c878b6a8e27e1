package sconce;

/// Greatest elements, and where they were. Stands for `torch.return_types.max`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record MaxReturn(Tensor values, Tensor indices) {
    static MaxReturn of(Object... results) { return new MaxReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("max", "values", values, "indices", indices); }
}
