package sconce;

import org.jspecify.annotations.Nullable;

/// A value that a function cannot take. Stands for Python's `ValueError`.
public class ValueError extends IllegalArgumentException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public ValueError(String message) { super(message); }

    @Override
    public String pythonName() { return "ValueError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
