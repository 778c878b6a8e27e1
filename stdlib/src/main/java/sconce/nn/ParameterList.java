package sconce.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.TypeError;

/// Holds parameters by index. Stands for `torch.nn.ParameterList`.
///
/// A plain tensor becomes a [Parameter]; other values are kept, but neither trained nor saved.
///
/// ```java
/// var list = new ParameterList(Torch.ones(2), Torch.zeros(3));
/// list.get(-1).shape()   // torch.Size([3])
/// ```
public class ParameterList extends Module implements Iterable<Parameter> {
    private final transient Map<Integer, @Nullable Object> others = new HashMap<>();
    private int size;

    /// An empty list.
    public ParameterList() {}

    /// A list of these values.
    @SuppressWarnings("this-escape")
    public ParameterList(Object... values) { extend(Arrays.asList(values)); }

    /// A list of one tensor. Without this one, its rows would be the values.
    @SuppressWarnings("this-escape")
    public ParameterList(Tensor value) { append(value); }

    /// A list of what `values` gives.
    @SuppressWarnings("this-escape")
    public ParameterList(Iterable<?> values) { extend(values); }

    /// How many values there are. Stands for `len(list)`.
    public int size() { return size; }

    /// The parameter at `index`; negative ones count from the end. Stands for `list[index]`.
    ///
    /// @throws sconce.IndexError if there is none
    /// @throws sconce.TypeError if something else stands there; [#at] takes anything
    public Parameter get(int index) { return Calls.cast(Parameter.class, at(index), "value " + index); }

    /// The value at `index`, whatever it is.
    public @Nullable Object at(int index) {
        var place = Slices.index(index, size);
        var members = members().look();
        var name = String.valueOf(place);
        if (members.computed.containsKey(name)) return members.computed.get(name);
        var parameter = members.parameters.get(name);
        return parameter != null ? parameter : others.get(place);
    }

    /// A part, `"1:3"`, which shares the parameters; or what stands under a name.
    @Override
    public @Nullable Object get(String sliceOrName) {
        return Slices.isSlice(sliceOrName) ? slice(sliceOrName) : super.get(sliceOrName);
    }

    /// A part, which shares the parameters. Stands for `list[1:3]`.
    public ParameterList slice(String slice) {
        var part = new ParameterList();
        for (int place : Slices.places(slice, size)) part.append(at(place));
        return part;
    }

    /// Puts another value at `index`. Stands for `list[index] = value`.
    public void set(int index, @Nullable Object value) { put(Slices.index(index, size), value); }

    private void put(int place, @Nullable Object value) {
        var name = String.valueOf(place);
        if (value instanceof Tensor tensor) {
            others.remove(place);
            registerParameter(name, tensor instanceof Parameter ? tensor : new Parameter(tensor));
        } else {
            if (members().look().parameters.containsKey(name)) delete(name);
            others.put(place, value);
        }
    }

    /// Adds a value at the end, and returns this.
    public ParameterList append(@Nullable Object value) {
        put(size, value);
        size++;
        return this;
    }

    /// Adds values at the end, and returns this. Stands for `list.extend(values)` and `list += values`.
    ///
    /// @throws TypeError for a tensor, which is never taken apart: [#append] takes it whole
    public ParameterList extend(Iterable<?> values) {
        if (values instanceof Tensor tensor) {
            throw new TypeError("ParameterList.extend should be called with an iterable, but got "
                    + tensor.getClass().getSimpleName());
        }
        var added = new ArrayList<@Nullable Object>();
        if (values instanceof ParameterList list) added.addAll(list.values());
        else
            values.forEach(added::add);
        added.forEach(this::append);
        return this;
    }

    /// All values in order.
    public List<Object> values() {
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < size; i++) values.add(at(i));
        return values;
    }

    /// The parameters in order.
    @Override
    public Iterator<Parameter> iterator() {
        return values().stream().filter(Parameter.class::isInstance).map(Parameter.class::cast).iterator();
    }

    @Override
    public String extraRepr() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < size; i++) {
            var value = at(i);
            lines.add("  (" + i + "): "
                    + Containers.describe(value, value instanceof Tensor t ? t.dtype().toString() : ""));
        }
        return String.join("\n", lines);
    }
}
