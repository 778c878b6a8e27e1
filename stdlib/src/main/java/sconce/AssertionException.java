package sconce;

import org.jspecify.annotations.Nullable;

/// What a function takes for granted does not hold. Stands for Python's `AssertionError`, a name that Java has taken.
public class AssertionException extends IllegalArgumentException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public AssertionException(String message) { super(message); }

    @Override
    public String pythonName() { return "AssertionError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
