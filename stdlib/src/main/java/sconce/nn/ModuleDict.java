package sconce.nn;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.KeyError;

/// Holds modules by name, in the order of insertion. Stands for `torch.nn.ModuleDict`.
///
/// ```java
/// var layers = new ModuleDict(Map.entry("left", new Sequential()), Map.entry("right", new Sequential()));
/// layers.keys()   // [left, right]
/// ```
public class ModuleDict extends Module implements Iterable<String> {
    /// An empty dict.
    public ModuleDict() {}

    /// A dict of these entries.
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public ModuleDict(Map.Entry<String, ? extends Module>... modules) {
        for (var entry : modules) put(entry.getKey(), entry.getValue());
    }

    /// A dict of the map's entries, in its order.
    @SuppressWarnings("this-escape")
    public ModuleDict(SequencedMap<String, ? extends Module> modules) { update(modules); }

    private Map<String, @Nullable Module> entries() { return members().look().modules; }

    /// How many modules there are. Stands for `len(dict)`.
    public int size() { return entries().size(); }

    /// The module under `key`. Stands for `dict[key]`.
    ///
    /// @throws KeyError if there is none
    @Override
    @SuppressWarnings("NullAway") // An empty place is given as it is.
    public Module get(String key) {
        check(key);
        return entries().get(key);
    }

    /// The module under `key`, of type `M`.
    public <M extends Module> M get(String key, Class<M> type) { return Calls.cast(type, get(key), "module " + key); }

    private void check(String key) {
        if (!entries().containsKey(key)) throw new KeyError(key);
    }

    /// Puts a module under `key`; one that stands there is replaced in its place. Stands for `dict[key] = module`.
    ///
    /// @throws KeyError if the key is empty, has a dot or is the name of a method
    public void put(String key, @Nullable Module module) { addModule(key, module); }

    /// Takes out what stands under `key`. Stands for `del dict[key]`.
    ///
    /// @throws KeyError if there is nothing
    @Override
    public void delete(String key) {
        check(key);
        super.delete(key);
    }

    /// Takes the module under `key` out and returns it.
    public Module pop(String key) {
        var module = get(key);
        delete(key);
        return module;
    }

    /// Takes out everything.
    public void clear() { List.copyOf(entries().keySet()).forEach(super::delete); }

    /// Puts in the map's entries.
    public void update(Map<String, ? extends Module> modules) { modules.forEach(this::put); }

    /// Puts in the entries of another dict.
    public void update(ModuleDict modules) { update(modules.items()); }

    /// Puts in these entries.
    public void update(Iterable<? extends Map.Entry<String, ? extends Module>> modules) {
        for (var entry : modules) put(entry.getKey(), entry.getValue());
    }

    /// Whether there is something under `key`. Stands for `key in dict`.
    public boolean containsKey(String key) { return entries().containsKey(key); }

    /// The names.
    public Set<String> keys() { return Collections.unmodifiableSet(entries().keySet()); }

    /// The modules.
    public List<Module> values() { return Containers.present(entries()); }

    /// The names with their modules.
    @SuppressWarnings("NullAway") // An empty place is given as it is.
    public Set<Map.Entry<String, Module>> items() { return Collections.unmodifiableMap(entries()).entrySet(); }

    /// The names, as in Python.
    @Override
    public Iterator<String> iterator() { return keys().iterator(); }
}
