package sconce;

import org.jspecify.annotations.Nullable;

/// Something that a class or device does not offer. Stands for Python's `NotImplementedError`.
public class NotImplementedError extends UnsupportedOperationException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public NotImplementedError(String message) { super(message); }

    @Override
    public String pythonName() { return "NotImplementedError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
