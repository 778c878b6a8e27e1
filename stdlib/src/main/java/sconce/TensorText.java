package sconce;

/// PyTorch's `repr` of a tensor.
final class TensorText {
    private TensorText() {}

    static String of(Tensor tensor) { return "tensor(" + tensor.tolist() + ")"; }
}
