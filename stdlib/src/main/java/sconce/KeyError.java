package sconce;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A key that a map or container does not have. Stands for Python's `KeyError`.
public class KeyError extends NoSuchElementException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public KeyError(String message) { super(message); }

    @Override
    public String pythonName() { return "KeyError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
