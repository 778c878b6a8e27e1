package sconce;

/// Greatest or smallest elements, and where they were. Stands for `torch.return_types.topk`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record TopkReturn(Tensor values, Tensor indices) {
    static TopkReturn of(Object... results) { return new TopkReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("topk", "values", values, "indices", indices); }
}
