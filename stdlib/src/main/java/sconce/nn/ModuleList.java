package sconce.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds modules by index. Stands for `torch.nn.ModuleList`.
///
/// ```java
/// var layers = new ModuleList(new Sequential(), new Sequential());
/// layers.append(new Sequential()).size()   // 3
/// ```
public class ModuleList extends Module implements Iterable<Module> {
    /// An empty list.
    public ModuleList() {}

    /// A list of these modules.
    @SuppressWarnings("this-escape")
    public ModuleList(Module... modules) { extend(List.of(modules)); }

    /// A list of the modules that `modules` gives; of `modules` itself if it is a module, as several of them would be.
    @SuppressWarnings("this-escape")
    public ModuleList(Iterable<? extends Module> modules) {
        if (modules instanceof Module one) append(one);
        else
            extend(modules);
    }

    private Map<String, @Nullable Module> entries() { return members().look().modules; }

    /// How many modules there are. Stands for `len(list)`.
    public int size() { return entries().size(); }

    /// The module at `index`; negative ones count from the end. Stands for `list[index]`.
    ///
    /// @throws sconce.IndexError if there is none
    @SuppressWarnings("NullAway") // An empty place is given as it is.
    public Module get(int index) { return entries().get(String.valueOf(Slices.index(index, size()))); }

    /// The module at `index`, of type `M`.
    public <M extends Module> M get(int index, Class<M> type) {
        return Calls.cast(type, get(index), "module " + index);
    }

    /// A part, `"1:3"`, which shares the modules; or what stands under a name.
    @Override
    public @Nullable Module get(String sliceOrName) {
        return Slices.isSlice(sliceOrName) ? slice(sliceOrName) : (Module) super.get(sliceOrName);
    }

    /// A part, which shares the modules. Stands for `list[1:3]`.
    public ModuleList slice(String slice) {
        return new ModuleList(Slices.places(slice, size()).stream().map(this::get).toList());
    }

    /// Puts another module at `index`. Stands for `list[index] = module`.
    public void set(int index, Module module) { set(String.valueOf(Slices.index(index, size())), module); }

    /// Takes the module at `index` out and renumbers those behind it. Stands for `del list[index]`.
    public void delete(int index) { delete(List.of(Slices.index(index, size()))); }

    /// Takes a part, `"0:2"`, out and renumbers those behind it; or takes out what stands under a name.
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
        List.copyOf(entries().keySet()).forEach(super::delete);
        for (var module : modules) addModule(String.valueOf(entries().size()), module);
    }

    /// Takes the module at `index` out and returns it.
    public Module pop(int index) {
        var module = get(index);
        delete(index);
        return module;
    }

    /// Adds a module at the end, and returns this.
    public ModuleList append(@Nullable Module module) {
        addModule(String.valueOf(size()), module);
        return this;
    }

    /// Adds a module before the one at `index`, and returns this.
    ///
    /// @throws sconce.IndexError if there is no such place
    public ModuleList insert(int index, Module module) {
        var modules = new ArrayList<>(entries().values());
        modules.add(Slices.insertion(index, modules.size()), module);
        renumber(modules);
        return this;
    }

    /// Adds modules at the end, and returns this. Stands for `list.extend(modules)` and `list += modules`.
    public ModuleList extend(Iterable<? extends Module> modules) {
        var added = new ArrayList<Module>();
        modules.forEach(added::add);
        added.forEach(this::append);
        return this;
    }

    /// A new list of these modules and those of `other`. Stands for `list + other`.
    public ModuleList plus(Iterable<? extends Module> other) { return new ModuleList().extend(this).extend(other); }

    /// Whether the module itself is in the list. Stands for `module in list`.
    public boolean contains(Module module) { return entries().containsValue(module); }

    /// The modules from the last to the first. Stands for `reversed(list)`.
    public List<Module> reversed() { return Containers.present(entries()).reversed(); }

    @Override
    public Iterator<Module> iterator() { return Containers.present(entries()).iterator(); }

    /// PyTorch's `repr`: equal neighbours are folded into one line.
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        var first = 0;
        var last = 0;
        String run = null;
        for (var entry : entries().entrySet()) {
            var text = text(entry.getKey(), entry.getValue());
            if (text.equals(run)) {
                last++;
                continue;
            }
            if (run != null) lines.add(line(first, last, run));
            first = last = run == null ? 0 : last + 1;
            run = text;
        }
        if (run != null) lines.add(line(first, last, run));
        return Repr.frame(moduleName(), "", lines);
    }

    private String text(String name, @Nullable Module module) {
        if (module == null) return "None";
        try (var trail = Trail.enter(this, name, module, "printing it")) {
            return module.toString();
        }
    }

    private static String line(int first, int last, String text) {
        var places = first == last ? "(" + first + "): "
                : "(" + first + "-" + last + "): " + (last - first + 1) + " x ";
        return Repr.indent(places + text, 2);
    }
}
