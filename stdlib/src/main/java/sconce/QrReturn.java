package sconce;

/// A QR decomposition. Stands for `torch.return_types.qr`.
///
/// @param Q orthogonal factors
/// @param R upper triangular factors
public record QrReturn(Tensor Q, Tensor R) {
    static QrReturn of(Object... results) { return new QrReturn((Tensor) results[0], (Tensor) results[1]); }

    /// As PyTorch prints it.
    @Override
    public String toString() { return ReturnText.named("qr", "Q", Q, "R", R); }
}
