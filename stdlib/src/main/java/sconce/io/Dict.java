package sconce.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;
import sconce.Tensor;
import sconce.TypeError;

/// Python's `dict` of a `.pt` file, which is how checkpoints of a whole training are saved: a map that gives its values as
/// what they are.
///
/// ```java
/// var file = java.nio.file.Files.createTempFile("checkpoint", ".pt").toString();
/// var model = new Linear(2, 1);
/// Torch.save(Map.of("model", model.stateDict(), "epoch", 3), file);
/// Dict saved = Torch.load(file);
/// model.loadStateDict(saved.dict("model"))   // <All keys matched successfully>
/// saved.number("epoch").intValue()           // 3
/// ```
public final class Dict extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    /// An empty one.
    public Dict() {}

    /// The entries of another map.
    public Dict(Map<?, ?> entries) { super(entries); }

    /// The map under a name: what `stateDict()` of a model, an optimizer or a scheduler gave.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    @SuppressWarnings("unchecked") // Keys that are no texts are told apart by whoever looks for them.
    public Map<String, Object> dict(String name) { return (Map<String, Object>) as(Map.class, name); }

    /// The tensor under a name.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    public Tensor tensor(String name) { return as(Tensor.class, name); }

    /// The number under a name: a Long, a Double, or a BigInteger.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    public Number number(String name) { return as(Number.class, name); }

    /// The text under a name.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    public String text(String name) { return as(String.class, name); }

    /// Whether it is true what stands under a name.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    public boolean truth(String name) { return as(Boolean.class, name); }

    /// The list under a name; a tuple is a list, too.
    ///
    /// @throws KeyError  if there is nothing of this name
    /// @throws TypeError if it is something else
    @SuppressWarnings("unchecked") // A list of whatever was saved.
    public List<Object> list(String name) { return (List<Object>) as(List.class, name); }

    private <T> T as(Class<T> kind, String name) {
        var value = get(name);
        if (kind.isInstance(value)) return kind.cast(value);
        if (!containsKey(name)) {
            throw new KeyError(key(name) + ": there " + (isEmpty() ? "is nothing"
                    : keySet().stream().map(Dict::key).collect(Collectors.joining(", ", "are ", ""))));
        }
        throw new TypeError(key(name) + " is of type " + Globals.typeName(value));
    }

    private static String key(@Nullable Object key) {
        return key instanceof String ? "'" + key + "'" : String.valueOf(key);
    }

    /// Python's `repr`.
    @Override
    public String toString() { return PythonValues.map(this); }
}
