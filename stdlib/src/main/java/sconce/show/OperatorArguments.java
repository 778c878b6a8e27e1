package sconce.show;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;

/// The arguments of one operator, in the order of its schema.
///
/// @param name   the operator's name without its overload and without the underscore of the in-place ones
/// @param values as they were given
@SuppressWarnings("ArrayRecordComponent") // They are the caller's array, and are not compared.
record OperatorArguments(String name, @Nullable Object[] values) {
    static OperatorArguments of(String qualified, @Nullable Object[] values) {
        var dot = qualified.indexOf('.');
        var base = dot < 0 ? qualified : qualified.substring(0, dot);
        return new OperatorArguments(inPlace(base) ? base.substring(0, base.length() - 1) : base, values);
    }

    /// Whether an operator of this name changes its first argument and gives it back.
    static boolean inPlace(String base) { return base.endsWith("_") && !base.endsWith("__"); }

    int count() { return values.length; }

    @Nullable
    Object at(int index) { return index < values.length ? values[index] : null; }

    Tensor tensor(int index) { return (Tensor) Objects.requireNonNull(at(index)); }

    boolean isTensor(int index) { return at(index) instanceof Tensor; }

    long[] sizes(int index) { return tensor(index).shape().longs(); }

    /// A list of numbers, one for each of so many dimensions; what is left out is `byDefault`.
    long[] longs(int index, int dimensions, long byDefault) {
        var given = switch (at(index)) {
            case null -> new long[] { byDefault };
            case long[] longs -> longs;
            case int[] ints -> Arrays.stream(ints).asLongStream().toArray();
            case Number number -> new long[] { number.longValue() };
            case Collection<?> list -> list.stream().mapToLong(each -> ((Number) each).longValue()).toArray();
            default -> throw new IllegalArgumentException(name + ": argument " + index + " is no list of numbers");
        };
        return given.length == 1 ? LongStream.generate(() -> given[0]).limit(dimensions).toArray() : given;
    }

    long number(int index, long byDefault) {
        return at(index) instanceof Number number ? number.longValue() : byDefault;
    }

    /// A list of tensors.
    List<Tensor> tensors(int index) {
        return switch (at(index)) {
            case Tensor[] array -> Arrays.asList(array);
            case Object[] array -> Arrays.stream(array).map(Tensor.class::cast).toList();
            case Collection<?> list -> list.stream().map(Tensor.class::cast).toList();
            case null, default -> List.of();
        };
    }
}
