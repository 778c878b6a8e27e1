package sconce;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A module, parameter or other name that an object does not have. Stands for Python's `AttributeError`.
public class AttributeError extends NoSuchElementException implements PythonError {
    private @Nullable String where;

    /// An error with PyTorch's text.
    public AttributeError(String message) { super(message); }

    @Override
    public String pythonName() { return "AttributeError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
