package sconce;

import org.jspecify.annotations.Nullable;

/// What libtorch, or the loading of a state dict, refuses to do. Stands for Python's `RuntimeError`.
public class TorchException extends RuntimeException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public TorchException(String message) { super(message); }

    @Override
    public String pythonName() { return "RuntimeError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
