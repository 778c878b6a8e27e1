package sconce.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.Tuple;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// The keyword arguments of an optimizer, by PyTorch's names and in its order, which its printed form and its saved state
/// show. An optimizer's own `Options` extend it: they give all defaults to the constructor, and have a method for each name.
///
/// @param <O> the options themselves
abstract class OptimizerOptions<O extends OptimizerOptions<O>> {
    private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

    /// @param defaults name, value, name, value ...
    OptimizerOptions(@Nullable Object... defaults) {
        for (var i = 0; i < defaults.length; i += 2) values.put(String.valueOf(defaults[i]), defaults[i + 1]);
    }

    /// The learning rate.
    public O lr(Number lr) { return set("lr", lr); }

    /// The learning rate, as a tensor of one element that may change.
    public O lr(Tensor lr) { return set("lr", lr); }

    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    final O set(String name, @Nullable Object value) {
        values.put(name, value);
        return (O) this;
    }

    static Tuple<@Nullable Object> tuple(@Nullable Object... values) { return Tuple.of(Arrays.asList(values)); }

    final SequencedMap<String, @Nullable Object> values() { return values; }

    final @Nullable Object get(String name) { return values.get(name); }

    final boolean truth(String name) { return Boolean.TRUE.equals(values.get(name)); }

    final double number(String name) { return number(values.get(name)); }

    static double number(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Tensor tensor -> tensor.doubleValue();
            case null, default -> Double.NaN;
        };
    }

    final @Nullable Object element(String name, int index) {
        return values.get(name) instanceof List<?> several ? several.get(index) : null;
    }

    /// Fails with the text and the value unless it holds.
    static void require(boolean holds, String text, @Nullable Object value) {
        if (!holds) throw new ValueError(text + text(value));
    }

    /// A value as an f-string of Python writes it.
    private static String text(@Nullable Object value) {
        return PythonFormat.of(value instanceof Tensor tensor && tensor.dim() == 0 ? tensor.item() : value);
    }

    final void requireOneElement() {
        if (get("lr") instanceof Tensor lr && lr.numel() != 1) throw new ValueError("Tensor lr must be 1-element");
    }

    final void requireLr() {
        requireOneElement();
        require(number("lr") >= 0, "Invalid learning rate: ", get("lr"));
    }

    final void requireEps() { require(number("eps") >= 0, "Invalid epsilon value: ", get("eps")); }

    final void requireBetas() {
        for (var i = 0; i < 2; i++) {
            if (element("betas", i) instanceof Tensor several && several.numel() != 1) {
                throw new TorchException("Boolean value of Tensor with more than one value is ambiguous");
            }
            var beta = number(element("betas", i));
            require(beta >= 0 && beta < 1, "Invalid beta parameter at index " + i + ": ", element("betas", i));
        }
    }

    /// Requires a value that is not negative, and names it as PyTorch does.
    final void requirePositive(String name) {
        require(number(name) >= 0, "Invalid " + name + " value: ", get(name));
    }

    /// What PyTorch refuses once the parameters are known.
    final void checkFused() {
        if (!truth("fused")) return;
        if (truth("differentiable")) throw new TorchException("`fused` does not support `differentiable`");
        if (truth("foreach")) throw new TorchException("`fused` and `foreach` cannot be `True` together.");
    }
}
