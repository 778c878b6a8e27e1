package sconce;

/// A matrix that an algorithm of linear algebra cannot work with. Stands for `torch.linalg.LinAlgError`.
public class LinAlgError extends TorchException {
    /// An error with PyTorch's text.
    public LinAlgError(String message) { super(message); }

    @Override
    public String pythonName() { return "LinAlgError"; }
}
