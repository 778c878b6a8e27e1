package sconce.libtorch;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Python calls the types of values, for messages that name one.
public final class PythonTypes {
    private PythonTypes() {}

    /// The name of the type that stands for a Java value's: `NoneType`, `int`, `list`.
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String text -> "str";
            case Boolean truth -> "bool";
            case Double real -> "float";
            case Float real -> "float";
            case ComplexNumber number -> "complex";
            case Number whole -> "int";
            case Map<?, ?> map -> "dict";
            case TensorHandle tensor -> tensor.getClass().getSimpleName();
            case Collection<?> several -> "list";
            case Object array when array.getClass().isArray() -> "list";
            default -> value.getClass().getSimpleName();
        };
    }
}
