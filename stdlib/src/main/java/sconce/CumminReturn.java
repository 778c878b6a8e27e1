package sconce;

/// Smallest elements so far, and where they were. Stands for `torch.return_types.cummin`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record CumminReturn(Tensor values, Tensor indices) {
    static CumminReturn of(Object... results) { return new CumminReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("cummin", "values", values, "indices", indices); }
}
