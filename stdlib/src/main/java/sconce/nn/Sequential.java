package sconce.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TypeError;
import sconce.ValueError;

/// Runs its modules one after another. Stands for `torch.nn.Sequential`.
///
/// ```java
/// var net = new Sequential(new Sequential(), new Sequential());
/// net.append(new Sequential()).size()   // 3
/// ```
public class Sequential extends Module implements Layer, Iterable<Module> {
    /// An empty one, which gives back its input.
    public Sequential() {}

    /// Modules under the names `0`, `1` and so on.
    @SuppressWarnings("this-escape")
    public Sequential(Module... modules) {
        for (var module : modules) append(module);
    }

    /// Modules under names of their own: `new Sequential(Map.entry("conv", ..), ..)`.
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public Sequential(Map.Entry<String, ? extends Module>... modules) {
        for (var entry : modules) addModule(entry.getKey(), entry.getValue());
    }

    /// Modules under names of their own, in the map's order.
    @SuppressWarnings("this-escape")
    public Sequential(SequencedMap<String, ? extends Module> modules) { modules.forEach(this::addModule); }

    /// Runs the modules one after another.
    @Override
    public Tensor call(Tensor x) { return run(this::forward, x); }

    /// Gives `x` to the first module, what that returns to the second, and so on.
    @Override
    public Tensor forward(Tensor x) {
        Object value = x;
        for (var module : members().look().modules.values()) {
            if (module == null) throw new TypeError("'NoneType' object is not callable");
            value = value instanceof Tensor tensor ? step(module, tensor) : module.invoke(value);
        }
        return Calls.tensor(this, value);
    }

    private static @Nullable Object step(Module module, Tensor x) {
        return module instanceof Layer layer ? layer.call(x) : module.invoke(x);
    }

    private Map<String, @Nullable Module> entries() { return members().look().modules; }

    private String key(int index) { return List.copyOf(entries().keySet()).get(Slices.index(index, size())); }

    /// How many modules there are. Stands for `len(seq)`.
    public int size() { return entries().size(); }

    /// The module at `index`; negative ones count from the end. Stands for `seq[index]`.
    ///
    /// @throws sconce.IndexError if there is none
    @SuppressWarnings("NullAway") // An empty place is given as it is.
    public Module get(int index) { return entries().get(key(index)); }

    /// The module at `index`, of type `M`.
    public <M extends Module> M get(int index, Class<M> type) {
        return Calls.cast(type, get(index), "module " + index);
    }

    /// A part, `"1:3"`, which shares the modules and keeps their names; or what stands under a name.
    @Override
    public @Nullable Module get(String sliceOrName) {
        return Slices.isSlice(sliceOrName) ? slice(sliceOrName)
                : (Module) super.get(sliceOrName);
    }

    /// A part, which shares the modules and keeps their names. Stands for `seq[1:3]`.
    public Sequential slice(String slice) {
        var keys = List.copyOf(entries().keySet());
        var part = new Sequential();
        for (int place : Slices.places(slice, keys.size()))
            part.addModule(keys.get(place), entries().get(keys.get(place)));
        return part;
    }

    /// Puts another module at `index`. Stands for `seq[index] = module`.
    public void set(int index, Module module) { set(key(index), module); }

    /// Takes the module at `index` out and renames those behind it. Stands for `del seq[index]`.
    public void delete(int index) { delete(List.of(Slices.index(index, size()))); }

    /// Takes a part, `"0:2"`, out and renames those behind it; or takes out what stands under a name.
    @Override
    public void delete(String sliceOrName) {
        if (Slices.isSlice(sliceOrName)) delete(Slices.places(sliceOrName, size()));
        else
            super.delete(sliceOrName);
    }

    private void delete(List<Integer> places) {
        var kept = new ArrayList<@Nullable Module>();
        var place = 0;
        for (var module : entries().values()) {
            if (!places.contains(place++)) kept.add(module);
        }
        renumber(kept);
    }

    private void renumber(List<@Nullable Module> modules) {
        var keys = List.copyOf(entries().keySet());
        keys.forEach(super::delete);
        for (var module : modules) addModule(String.valueOf(entries().size()), module);
    }

    /// Takes the module at `index` out and returns it.
    public Module pop(int index) {
        var module = get(index);
        delete(index);
        return module;
    }

    /// Adds a module at the end, and returns this.
    public Sequential append(Module module) {
        addModule(String.valueOf(size()), module);
        return this;
    }

    /// Adds a module before the one at `index`, and returns this.
    ///
    /// @throws sconce.IndexError if there is no such place
    public Sequential insert(int index, Module module) {
        var modules = new ArrayList<>(entries().values());
        modules.add(Slices.insertion(index, modules.size()), module);
        renumber(modules);
        return this;
    }

    /// Adds modules at the end, and returns this. Stands for `seq.extend(modules)` and `seq += modules`.
    public Sequential extend(Iterable<? extends Module> modules) {
        var added = new ArrayList<Module>();
        modules.forEach(added::add);
        added.forEach(this::append);
        return this;
    }

    /// A new one with these modules and those of `other` behind them. Stands for `seq + other`.
    public Sequential plus(Sequential other) { return new Sequential().extend(this).extend(other); }

    /// A new one with these modules `count` times, each the same object. Stands for `seq * count`.
    ///
    /// @throws ValueError if the count is not positive
    public Sequential times(int count) {
        checkFactor(count);
        var product = new Sequential();
        for (var i = 0; i < count; i++) product.extend(this);
        return product;
    }

    /// Repeats these modules until they stand here `count` times, and returns this. Stands for `seq *= count`.
    ///
    /// @throws ValueError if the count is not positive
    public Sequential times_(int count) {
        checkFactor(count);
        var once = new ArrayList<Module>();
        forEach(once::add);
        for (var i = 1; i < count; i++) extend(once);
        return this;
    }

    private static void checkFactor(int count) {
        if (count <= 0) {
            throw new ValueError("Non-positive multiplication factor " + count
                    + " for <class 'torch.nn.modules.container.Sequential'>");
        }
    }

    @Override
    public Iterator<Module> iterator() { return Containers.present(entries()).iterator(); }
}
