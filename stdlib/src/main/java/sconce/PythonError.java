package sconce;

import org.jspecify.annotations.Nullable;

/// What all errors of the library have in common: PyTorch's text as the message, the name of the Python exception it
/// stands for, and where in the model it happened.
public interface PythonError {
    /// The Python exception this stands for, such as `ValueError`.
    String pythonName();

    /// PyTorch's text alone.
    @Nullable
    String getMessage();

    /// The place: the module's path, the shapes it was called with; null if unknown.
    @Nullable
    String where();

    /// Says where it happened. The innermost place is told first and stands.
    void addWhere(String place);

    /// The message, and the place on a line of its own.
    default String describe() {
        return pythonName() + ": " + getMessage() + (where() == null ? "" : System.lineSeparator() + "in " + where());
    }
}
