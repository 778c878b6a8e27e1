package sconce.nn;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sconce.IndexError;
import sconce.Kwargs;
import sconce.Tensor;
import sconce.TypeError;

/// The positional arguments of a call, as hooks see them: Python's `args`, with the named ones beside them.
///
/// ```java
/// Inputs.of(Torch.tensor(1), Torch.tensor(2)).get(1)   // tensor(2)
/// ```
public final class Inputs implements Iterable<@Nullable Object> {
    private final @Nullable Object[] values;
    private final Kwargs kwargs;

    Inputs(@Nullable Object[] values, Kwargs kwargs) {
        this.values = values;
        this.kwargs = kwargs;
    }

    /// Arguments to replace others with.
    public static Inputs of(@Nullable Object... values) { return new Inputs(values.clone(), Kwargs.NONE); }

    /// These arguments with other named ones.
    public Inputs withKwargs(Kwargs other) { return new Inputs(values, other); }

    /// How many there are.
    public int size() { return values.length; }

    /// The argument at `index`, a tensor; negative ones count from the end.
    ///
    /// @throws TypeError if it is something else; [#at] takes anything
    public Tensor get(int index) {
        if (at(index) instanceof Tensor tensor) return tensor;
        throw new TypeError("argument " + index + " is a " + TypeNames.of(at(index)) + ", not a tensor: take it by at("
                + index + ")");
    }

    /// The argument at `index`, whatever it is; negative ones count from the end.
    public @Nullable Object at(int index) {
        var place = index < 0 ? index + values.length : index;
        if (place < 0 || place >= values.length) throw new IndexError("tuple index out of range");
        return values[place];
    }

    /// The arguments given by name.
    public Kwargs kwargs() { return kwargs; }

    /// The arguments as a list.
    public List<Object> toList() { return Collections.unmodifiableList(Arrays.asList(values)); }

    /// The arguments as a stream.
    public Stream<Object> stream() { return Arrays.stream(values); }

    @Override
    public Iterator<Object> iterator() { return toList().iterator(); }

    @Nullable
    Object[] values() { return values; }

    /// As Python prints a tuple.
    @Override
    public String toString() {
        var text = stream().map(value -> value == null ? "None" : value.toString()).collect(Collectors.joining(", "));
        return "(" + text + (values.length == 1 ? ",)" : ")");
    }
}
