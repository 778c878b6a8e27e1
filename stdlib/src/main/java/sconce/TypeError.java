package sconce;

import org.jspecify.annotations.Nullable;

/// An argument of a kind that a function cannot take. Stands for Python's `TypeError`.
public class TypeError extends IllegalArgumentException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public TypeError(String message) { super(message); }

    @Override
    public String pythonName() { return "TypeError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
