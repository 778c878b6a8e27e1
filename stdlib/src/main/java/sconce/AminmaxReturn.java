package sconce;

/// Smallest and greatest elements. Stands for `torch.return_types.aminmax`.
///
/// @param min the smallest elements
/// @param max the greatest elements
public record AminmaxReturn(Tensor min, Tensor max) {
    static AminmaxReturn of(Object... results) { return new AminmaxReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("aminmax", "min", min, "max", max); }
}
