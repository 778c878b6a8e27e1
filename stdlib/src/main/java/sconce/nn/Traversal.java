package sconce.nn;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sconce.AttributeError;
import sconce.Parameter;
import sconce.Tensor;
import sconce.ValueError;

/// Walks over the tree of modules: lists with dotted names, and what stands at a path.
@SuppressWarnings("ReferenceEquality") // Modules and tensors are the same if they are one object.
final class Traversal {
    private Traversal() {}

    static <T> Set<T> identitySet() { return Collections.newSetFromMap(new IdentityHashMap<>()); }

    static SequencedMap<String, Module> namedChildren(Module module) {
        var found = new NamedMap<Module>();
        var memo = Traversal.<Module>identitySet();
        for (var entry : module.members().look().modules.entrySet()) {
            var child = entry.getValue();
            if (child != null && memo.add(child)) found.append(entry.getKey(), child);
        }
        return found;
    }

    static SequencedMap<String, Module> namedModules(Module module, @Nullable Set<Module> memo, String prefix,
            boolean removeDuplicate) {
        var found = new NamedMap<Module>();
        if (removeDuplicate) collect(module, memo == null ? identitySet() : memo, prefix, found);
        else
            collectAll(module, prefix, found);
        return found;
    }

    private static void collect(Module module, Set<Module> memo, String prefix, NamedMap<Module> found) {
        if (!memo.add(module)) return;
        found.append(prefix, module);
        var children = module.members().look().modules;
        if (children.isEmpty()) return;
        for (var entry : children.entrySet()) {
            var child = entry.getValue();
            if (child != null) collect(child, memo, join(prefix, entry.getKey()), found);
        }
    }

    private static void collectAll(Module module, String prefix, NamedMap<Module> found) {
        found.append(prefix, module);
        for (var entry : module.members().look().modules.entrySet()) {
            var child = entry.getValue();
            if (child == null) continue;
            try (var trail = Trail.enter(module, entry.getKey(), child, "namedModules without removeDuplicate")) {
                collectAll(child, join(prefix, entry.getKey()), found);
            }
        }
    }

    static String join(String prefix, String name) { return prefix.isEmpty() ? name : prefix + "." + name; }

    /// What `own` gives for each module of the tree, by dotted name.
    static <T> SequencedMap<String, T> namedMembers(Module module, String prefix, boolean recurse,
            boolean removeDuplicate, Function<Members, Map<String, @Nullable T>> own) {
        var found = new NamedMap<T>();
        var memo = Traversal.<T>identitySet();
        if (!recurse) {
            addMembers(own.apply(module.members().look()), prefix, removeDuplicate ? memo : null, found);
            return found;
        }
        namedModules(module, null, prefix, removeDuplicate).forEach((path, part) -> addMembers(
                own.apply(part.members()), path, removeDuplicate ? memo : null, found));
        return found;
    }

    private static <T> void addMembers(Map<String, @Nullable T> members, String prefix, @Nullable Set<T> memo,
            NamedMap<T> found) {
        if (members.isEmpty()) return;
        for (var entry : members.entrySet()) {
            var value = entry.getValue();
            if (value != null && (memo == null || memo.add(value))) found.append(join(prefix, entry.getKey()), value);
        }
    }

    static Module submodule(Module module, String target) {
        requireTarget(target, "split");
        if (target.isEmpty()) return module;
        var current = module;
        for (var name : target.split("\\.", -1)) current = step(current, name);
        return current;
    }

    /// The child of this name.
    ///
    /// @throws AttributeError if there is no such attribute, or it is no module
    static Module step(Module module, String name) {
        var members = module.members().look();
        var child = members.modules.get(name);
        if (child != null) return child;
        if (!members.hasAttribute(name)) {
            throw new AttributeError(module.moduleName() + " has no attribute `" + name + "`");
        }
        throw new AttributeError("`" + name + "` is not an nn.Module");
    }

    static void setSubmodule(Module module, String target, Module child, boolean strict) {
        requireTarget(target, "split");
        if (target.isEmpty()) throw new ValueError("Cannot set the submodule without a target name!");
        var dot = target.lastIndexOf('.');
        var parent = submodule(module, dot < 0 ? "" : target.substring(0, dot));
        var name = target.substring(dot + 1);
        var members = parent.members().look();
        if (members.modules.get(name) == null) {
            if (members.hasAttribute(name)) throw new AttributeError("`" + name + "` is not an nn.Module");
            if (strict) throw new AttributeError(parent.moduleName() + " has no attribute `" + name + "`");
        }
        parent.set(name, child);
    }

    static Parameter parameter(Module module, String target) {
        var owner = owner(module, target);
        var name = target.substring(target.lastIndexOf('.') + 1);
        var found = owner.members().look().parameters.get(name);
        if (found == null) throw new AttributeError(missing(owner, name, "an nn.Parameter"));
        return found;
    }

    static Tensor buffer(Module module, String target) {
        var owner = owner(module, target);
        var name = target.substring(target.lastIndexOf('.') + 1);
        var found = owner.members().look().buffers.get(name);
        if (found == null) throw new AttributeError(missing(owner, name, "a buffer"));
        return found;
    }

    private static void requireTarget(@Nullable String target, String method) {
        if (target == null) throw new AttributeError("'NoneType' object has no attribute '" + method + "'");
    }

    private static Module owner(Module module, String target) {
        requireTarget(target, "rpartition");
        var dot = target.lastIndexOf('.');
        return submodule(module, dot < 0 ? "" : target.substring(0, dot));
    }

    private static String missing(Module owner, String name, String kind) {
        return owner.members().hasAttribute(name) ? "`" + name + "` is not " + kind
                : owner.moduleName() + " has no attribute `" + name + "`";
    }

    /// The name under which `part` stands in `module`, a dotted path if it is no child; null if it is not in it.
    static @Nullable String nameWithin(Module module, Module part) {
        for (var entry : module.members().modules.entrySet()) {
            if (entry.getValue() == part) return entry.getKey();
        }
        for (var entry : namedModules(module, null, "", true).entrySet()) {
            if (entry.getValue() == part) return entry.getKey();
        }
        return null;
    }
}
