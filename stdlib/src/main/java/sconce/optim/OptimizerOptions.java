package sconce.optim;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// The keyword arguments of an optimizer, by PyTorch's names and in its order, which its printed form and its saved state
/// show. An optimizer's own `Options` extend it: they give all defaults to the constructor, and have a method for each name.
abstract class OptimizerOptions<O extends OptimizerOptions<O>> {
    private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

    /// @param defaults name, value, name, value ...
    OptimizerOptions(@Nullable Object... defaults) {
        for (var i = 0; i < defaults.length; i += 2) values.put(String.valueOf(defaults[i]), defaults[i + 1]);
    }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O set(String name, @Nullable Object value) {
        values.put(name, value);
        return (O) this;
    }

    final SequencedMap<String, @Nullable Object> values() { return values; }

    final @Nullable Object get(String name) { return values.get(name); }

    final double number(String name) {
        return switch (values.get(name)) {
            case Number number -> number.doubleValue();
            case Tensor tensor -> tensor.doubleValue();
            case null, default -> 0;
        };
    }
}
