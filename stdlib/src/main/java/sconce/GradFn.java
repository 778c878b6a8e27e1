package sconce;

/// A recorded operation, as `Tensor.gradFn` shows it.
///
/// @param name its name, such as `AddBackward0`
public record GradFn(String name) {
    @Override
    public String toString() { return "<" + name + ">"; }
}
