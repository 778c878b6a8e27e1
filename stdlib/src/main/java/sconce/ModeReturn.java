package sconce;

/// Commonest elements, and where they were. Stands for `torch.return_types.mode`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record ModeReturn(Tensor values, Tensor indices) {
    static ModeReturn of(Object... results) { return new ModeReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("mode", "values", values, "indices", indices); }
}
