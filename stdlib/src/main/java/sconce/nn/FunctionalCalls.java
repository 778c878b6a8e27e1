package sconce.nn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.show.PythonFormat;

/// How [Func#functionalCall] runs a module with tensors lent to it.
@SuppressWarnings("ReferenceEquality") // Tensors are the same if they are one object.
final class FunctionalCalls {
    private FunctionalCalls() {}

    /// All entries of several maps, whose names must differ.
    static Map<String, Tensor> merged(List<? extends Map<String, ? extends Tensor>> maps) {
        var merged = new LinkedHashMap<String, Tensor>();
        var repeated = new ArrayList<String>();
        for (var map : maps) {
            map.forEach((name, tensor) -> {
                if (merged.put(name, tensor) != null && !repeated.contains(name)) repeated.add(name);
            });
        }
        if (repeated.isEmpty()) return merged;
        throw new ValueError(PythonFormat.list(repeated)
                + " appeared in multiple dictionaries; behavior of functional call is ambiguous");
    }

    static @Nullable Object run(Module module, Map<String, ? extends Tensor> state, boolean tieWeights, boolean strict,
            @Nullable Object[] args) {
        var all = tensors(module);
        var lent = tieWeights ? untied(all, state) : state;
        if (strict) check(module, all, lent);
        var back = new LinkedHashMap<String, Supplier<@Nullable Tensor>>();
        try {
            lent.forEach((name, tensor) -> lend(module, name, tensor, back));
            return module.invoke(args);
        } finally {
            var names = new ArrayList<>(back.sequencedEntrySet().reversed());
            for (var entry : names) giveBack(entry.getKey(), entry.getValue().get(), state);
        }
    }

    private static void lend(Module module, String name, Tensor tensor, Map<String, Supplier<@Nullable Tensor>> back) {
        var dot = name.lastIndexOf('.');
        var members = module.getSubmodule(dot < 0 ? "" : name.substring(0, dot)).members().look();
        var last = name.substring(dot + 1);
        if (members.parameters.containsKey(last) || members.buffers.containsKey(last)) {
            back.put(name, members.lend(last, tensor));
        }
    }

    /// What forward put in a tensor's place goes into the caller's map, if that can be changed.
    @SuppressWarnings("unchecked")
    private static void giveBack(String name, @Nullable Tensor after, Map<String, ? extends Tensor> state) {
        var given = state.get(name);
        if (given == null || after == null || given == after) return;
        try {
            ((Map<String, Tensor>) state).put(name, after);
        } catch (UnsupportedOperationException fixed) {
            // A map that cannot change keeps what it was made of.
        }
    }

    private static Map<String, Tensor> tensors(Module module) {
        var all = new LinkedHashMap<String, Tensor>(module.namedParameters("", true, false));
        all.putAll(module.namedBuffers("", true, false));
        return all;
    }

    /// The given tensors under all names that their places have.
    private static Map<String, Tensor> untied(Map<String, Tensor> all, Map<String, ? extends Tensor> given) {
        var names = new IdentityHashMap<Tensor, List<String>>();
        all.forEach((name, tensor) -> names.computeIfAbsent(tensor, _ -> new ArrayList<>()).add(name));
        var untied = new HashMap<String, Tensor>(given);
        for (var entry : given.entrySet()) {
            var place = all.get(entry.getKey());
            if (place == null) continue;
            var tied = names.getOrDefault(place, List.of());
            for (var name : tied) {
                var other = given.get(name);
                if (other != null && other != entry.getValue()) {
                    throw new ValueError("functional_call got multiple values for keys "
                            + PythonFormat.list(List.copyOf(new TreeSet<>(tied)))
                            + ", which are tied. Consider using tie_weights=False");
                }
                untied.put(name, entry.getValue());
            }
        }
        return untied;
    }

    private static void check(Module module, Map<String, Tensor> all, Map<String, ? extends Tensor> given) {
        var unexpected = new TreeSet<>(given.keySet());
        unexpected.removeAll(all.keySet());
        var missing = new TreeSet<>(all.keySet());
        missing.removeAll(given.keySet());
        var errors = new ArrayList<String>();
        if (!unexpected.isEmpty()) errors.add("Unexpected key(s): " + quoted(unexpected) + ".");
        if (!missing.isEmpty()) errors.add("Missing key(s): " + quoted(missing) + ".");
        if (errors.isEmpty()) return;
        throw new TorchException("Error(s) in reparametrizing for " + module.moduleName() + ":\n\t"
                + String.join("\n\t", errors));
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(PythonFormat::quoted).collect(Collectors.joining(", "));
    }
}
