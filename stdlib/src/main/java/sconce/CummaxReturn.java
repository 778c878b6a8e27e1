package sconce;

/// Greatest elements so far, and where they were. Stands for `torch.return_types.cummax`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record CummaxReturn(Tensor values, Tensor indices) {
    static CummaxReturn of(Object... results) { return new CummaxReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("cummax", "values", values, "indices", indices); }
}
