package sconce;

/// k-th smallest elements, and where they were. Stands for `torch.return_types.kthvalue`.
///
/// @param values the elements
/// @param indices where along the dimension each of them was
public record KthvalueReturn(Tensor values, Tensor indices) {
    static KthvalueReturn of(Object... results) { return new KthvalueReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("kthvalue", "values", values, "indices", indices); }
}
