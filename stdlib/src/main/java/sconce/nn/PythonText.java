package sconce.nn;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Java values as Python's `repr` shows them, for the few places where PyTorch prints a container.
final class PythonText {
    private PythonText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String string -> "'" + string.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case Boolean truth -> truth ? "True" : "False";
            case StateDict state -> state.toString();
            case Map<?, ?> map -> map.entrySet().stream().map(e -> of(e.getKey()) + ": " + of(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case sconce.Size size -> size.toString();
            case Collection<?> list -> list.stream().map(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
