package sconce;

/// A QR decomposition as Householder reflectors. Stands for `torch.return_types.geqrf`.
///
/// @param a the reflectors
/// @param tau their factors
public record GeqrfReturn(Tensor a, Tensor tau) {
    static GeqrfReturn of(Object... results) { return new GeqrfReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("geqrf", "a", a, "tau", tau); }
}
