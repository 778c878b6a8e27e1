package sconce;

/// Medians of what is not NaN, and where they were. Stands for `torch.return_types.nanmedian`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record NanmedianReturn(Tensor values, Tensor indices) {
    static NanmedianReturn of(Object... results) {
        return new NanmedianReturn((Tensor) results[0], (Tensor) results[1]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("nanmedian", "values", values, "indices", indices); }
}
