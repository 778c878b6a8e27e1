package sconce;

import org.jspecify.annotations.Nullable;

/// An index outside its range. Stands for Python's `IndexError`.
public class IndexError extends IndexOutOfBoundsException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public IndexError(String message) { super(message); }

    @Override
    public String pythonName() { return "IndexError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
