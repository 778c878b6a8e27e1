package sconce;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How the records print that stand for PyTorch's named results: `MaxReturn(values, indices)` is
/// `torch.return_types.max` with a line for each part. Records call it in their `toString`.
final class NamedResult {
    private NamedResult() {}

    static String text(Record result) {
        var name = result.getClass().getSimpleName();
        if (name.endsWith("Return")) name = name.substring(0, name.length() - "Return".length());
        var text = new StringJoiner(",\n", "torch.return_types." + snake(name) + "(\n", ")");
        for (var component : result.getClass().getRecordComponents()) {
            text.add((component.getName().length() == 1 ? component.getName() : snake(component.getName())) + "="
                    + Print.repr(value(result, component)));
        }
        return text.toString();
    }

    private static @Nullable Object value(Record result, RecordComponent component) {
        try {
            return component.getAccessor().invoke(result);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(component + " cannot be read", unreadable);
        }
    }

    /// `LinalgQr` as `linalg_qr`, `LU` as it is.
    private static String snake(String camel) {
        if (camel.equals(camel.toUpperCase(java.util.Locale.ROOT))) return camel;
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
