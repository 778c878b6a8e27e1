package sconce.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;
import sconce.Tensor;
import sconce.TypeError;

/// What a module saves: tensors, and the extra state of modules that have one, by dotted name in order. Stands for the
/// `OrderedDict` that `state_dict()` gives.
///
/// The tensors share memory with the module.
///
/// ```java
/// var state = new StateDict(Map.of("weight", Torch.ones(2)));
/// state.tensor("weight").sum()   // tensor(2.)
/// ```
public class StateDict extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;
    private final transient Map<String, Map<String, Object>> metadata = new LinkedHashMap<>();

    /// An empty one.
    public StateDict() {}

    /// The entries of another map, and its metadata if it is a state dict.
    public StateDict(Map<String, ?> entries) {
        super(entries);
        if (entries instanceof StateDict state) metadata.putAll(state.metadata);
    }

    /// What is saved under a name.
    ///
    /// @throws KeyError if there is nothing; [#getOrDefault] gives null instead
    @Override
    @SuppressWarnings("NullAway") // A null that somebody saved is given as it is.
    public Object get(@Nullable Object key) {
        var value = super.get(key);
        if (value == null && !containsKey(key)) throw new KeyError(PythonText.of(key));
        return value;
    }

    /// The tensor saved under a name.
    ///
    /// @throws KeyError if there is nothing
    /// @throws TypeError if it is something else: extra state
    public Tensor tensor(String key) {
        var value = get(key);
        if (value instanceof Tensor tensor) return tensor;
        throw new TypeError(PythonText.of(key) + " is no tensor but a " + TypeNames.of(value));
    }

    /// For each module, by its dotted name, what it says of the form in which it saved: `version`. Stands for
    /// `_metadata`.
    public Map<String, Map<String, Object>> metadata() { return metadata; }

    /// Python's `repr` of an ordered dict.
    @Override
    public String toString() {
        if (isEmpty()) return "OrderedDict()";
        return entrySet().stream().map(entry -> "('" + entry.getKey() + "', " + PythonText.of(entry.getValue()) + ")")
                .collect(Collectors.joining(", ", "OrderedDict([", "])"));
    }
}
