package sconce;

import org.jspecify.annotations.Nullable;

/// A division by zero of plain numbers. Stands for Python's `ZeroDivisionError`.
public class ZeroDivisionError extends ArithmeticException implements PythonError {
    private static final long serialVersionUID = 1;
    private @Nullable String where;

    /// An error with Python's text.
    public ZeroDivisionError(String message) { super(message); }

    @Override
    public String pythonName() { return "ZeroDivisionError"; }

    @Override
    public @Nullable String where() { return where; }

    @Override
    public void addWhere(String place) { where = where == null ? place : where; }

    @Override
    public String toString() { return describe(); }
}
