package sconce.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;
import sconce.Parameter;
import sconce.Tensor;

/// Holds parameters by name, in the order of insertion. Stands for `torch.nn.ParameterDict`.
///
/// A plain tensor becomes a [Parameter]; other values are kept, but neither trained nor saved.
///
/// ```java
/// var dict = new ParameterDict(Map.entry("left", Torch.ones(2)), Map.entry("right", Torch.zeros(3)));
/// dict.keys()   // [left, right]
/// ```
public class ParameterDict extends Module implements Iterable<String> {
    /// The values in order; what is registered stands in the members too.
    private final transient LinkedHashMap<String, @Nullable Object> values = new LinkedHashMap<>();

    /// An empty dict.
    public ParameterDict() {}

    /// A dict of these entries.
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public ParameterDict(Map.Entry<String, ?>... entries) {
        for (var entry : entries) put(entry.getKey(), entry.getValue());
    }

    /// A dict of the map's entries.
    @SuppressWarnings("this-escape")
    public ParameterDict(Map<String, ?> entries) { update(entries); }

    /// How many values there are. Stands for `len(dict)`.
    public int size() { return values.size(); }

    /// The parameter under `key`. Stands for `dict[key]`.
    ///
    /// @throws sconce.AttributeError if there is none
    /// @throws sconce.TypeError if something else stands there; [#at] takes anything
    @Override
    public Parameter get(String key) {
        if (!values.containsKey(key)) throw members().missing(key);
        return Calls.cast(Parameter.class, at(key), "value " + key);
    }

    /// The value under `key`, or `byDefault` if there is none. Stands for `dict.get(key, default)`.
    public @Nullable Object get(String key, @Nullable Object byDefault) {
        return values.containsKey(key) ? at(key) : byDefault;
    }

    /// The value under `key`, whatever it is; null if there is none. Stands for `dict.get(key)`.
    public @Nullable Object at(String key) {
        var members = members().look();
        if (members.computed.containsKey(key)) return members.computed.get(key);
        var parameter = members.parameters.get(key);
        return parameter != null ? parameter : values.get(key);
    }

    /// Puts a value under `key`. Stands for `dict[key] = value`.
    public void put(String key, @Nullable Object value) {
        if (value instanceof Tensor tensor) {
            var parameter = tensor instanceof Parameter given ? given : new Parameter(tensor);
            registerParameter(key, parameter);
            values.put(key, parameter);
        } else {
            if (members().look().parameters.containsKey(key)) super.delete(key);
            values.put(key, value);
        }
    }

    /// Takes out what stands under `key`. Stands for `del dict[key]`.
    @Override
    public void delete(String key) {
        if (!values.containsKey(key)) throw new KeyError(key);
        values.remove(key);
        if (members().look().parameters.containsKey(key)) super.delete(key);
    }

    /// The parameter under `key`; if there is none, `byDefault` is put there first.
    public Parameter setdefault(String key, @Nullable Object byDefault) {
        if (!values.containsKey(key)) put(key, byDefault);
        return get(key);
    }

    /// The parameter under `key`.
    public Parameter setdefault(String key) { return setdefault(key, null); }

    /// Takes out everything.
    public void clear() { List.copyOf(values.keySet()).forEach(this::delete); }

    /// Takes the parameter under `key` out and returns it.
    public Parameter pop(String key) {
        var parameter = get(key);
        delete(key);
        return parameter;
    }

    /// Takes the last entry out and returns it.
    public Map.Entry<String, Parameter> popitem() {
        if (values.isEmpty()) throw new KeyError("dictionary is empty");
        var key = values.lastEntry().getKey();
        return Map.entry(key, pop(key));
    }

    /// Puts in the map's entries: in its order if it has one, else by name, as PyTorch does with a plain dict.
    public void update(Map<String, ?> entries) {
        var ordered = entries instanceof SequencedMap ? entries : new TreeMap<>(entries);
        ordered.forEach(this::put);
    }

    /// Puts in the entries of another dict.
    public void update(ParameterDict other) { other.values.keySet().forEach(key -> put(key, other.at(key))); }

    /// A new dict with the same parameters.
    public ParameterDict copy() {
        var copy = new ParameterDict();
        copy.update(this);
        return copy;
    }

    /// A new dict with these parameters and those of `other`. Stands for `dict | other`.
    public ParameterDict or(ParameterDict other) {
        var both = copy();
        both.update(other);
        return both;
    }

    /// A new dict with the same value under every key.
    public ParameterDict fromkeys(Iterable<String> keys, @Nullable Object value) {
        var made = new ParameterDict();
        keys.forEach(key -> made.put(key, value));
        return made;
    }

    /// Whether there is something under `key`. Stands for `key in dict`.
    public boolean containsKey(String key) { return values.containsKey(key); }

    /// The names.
    public Set<String> keys() { return Collections.unmodifiableSet(values.keySet()); }

    /// The parameters.
    public List<Parameter> values() { return values.keySet().stream().map(this::get).toList(); }

    /// The names with their parameters.
    public Set<Map.Entry<String, Parameter>> items() {
        var items = new LinkedHashMap<String, Parameter>();
        values.keySet().forEach(key -> items.put(key, get(key)));
        return items.entrySet();
    }

    /// The names, as in Python.
    @Override
    public Iterator<String> iterator() { return List.copyOf(values.keySet()).iterator(); }

    @Override
    public String extraRepr() {
        var lines = new ArrayList<String>();
        values.keySet()
                .forEach(key -> lines.add("  (" + key + "): " + Containers.describe(at(key), TypeNames.of(at(key)))));
        return String.join("\n", lines);
    }
}
