package sconce;

/// Sorted elements, and where they were. Stands for `torch.return_types.sort`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record SortReturn(Tensor values, Tensor indices) {
    static SortReturn of(Object... results) { return new SortReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("sort", "values", values, "indices", indices); }
}
