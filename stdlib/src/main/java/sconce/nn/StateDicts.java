package sconce.nn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;
import sconce.Warnings;

/// Saves and loads the state of a tree of modules, by the rules of `Module.state_dict` and `Module.load_state_dict`.
final class StateDicts {
    static final String EXTRA_STATE = "_extra_state";
    /// The key of the local metadata that tells a module to take tensors over instead of copying them.
    static final String ASSIGN = "assign_to_params_buffers";

    private StateDicts() {}

    static void save(Module module, StateDict destination, String prefix, boolean keepVars) {
        var members = module.members().look();
        var localMetadata = new LinkedHashMap<String, Object>(Map.of("version", module.version()));
        destination.metadata().put(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), localMetadata);
        var hooks = module.hooks;
        if (hooks != null) {
            for (var entry : hooks.stateDictPre.entries()) entry.hook.accept(module, prefix, keepVars);
        }
        module.saveToStateDict(destination, prefix, keepVars);
        for (var entry : members.modules.entrySet()) {
            var child = entry.getValue();
            if (child == null) continue;
            try (var trail = Trail.enter(module, entry.getKey(), child, "stateDict")) {
                child.stateDict(destination, prefix + entry.getKey() + ".", keepVars);
            }
        }
        if (hooks != null) {
            for (var entry : hooks.stateDictPost.entries())
                entry.hook.accept(module, destination, prefix, localMetadata);
        }
    }

    /// What one module itself saves. Stands for `_save_to_state_dict`.
    static void saveOwn(Module module, StateDict destination, String prefix, boolean keepVars) {
        var members = module.members().look();
        members.parameters.forEach((name, value) -> {
            if (value != null) destination.put(prefix + name, keepVars ? value : saved(value));
        });
        members.buffers.forEach((name, value) -> {
            if (value != null && !members.notPersistent.contains(name)) {
                destination.put(prefix + name, keepVars ? value : saved(value));
            }
        });
        if (module.hasExtraState()) destination.put(prefix + EXTRA_STATE, module.getExtraState());
    }

    private static Tensor saved(Tensor tensor) { return Lazy.isLazy(tensor) ? tensor : tensor.detach(); }

    static LoadResult load(Module module, @Nullable Map<String, ?> given, boolean strict, boolean assign) {
        if (given == null) throw new TypeError("Expected state_dict to be dict-like, got <class 'NoneType'>.");
        var missing = new ArrayList<String>();
        var unexpected = new ArrayList<String>();
        var errors = new ArrayList<String>();
        var state = new StateDict(given);
        load(module, state, "", state.metadata(), assign, missing, unexpected, errors);
        if (strict) {
            if (!unexpected.isEmpty()) errors.addFirst("Unexpected key(s) in state_dict: " + quoted(unexpected) + ". ");
            if (!missing.isEmpty()) errors.addFirst("Missing key(s) in state_dict: " + quoted(missing) + ". ");
        }
        if (!errors.isEmpty()) {
            var error = new TorchException("Error(s) in loading state_dict for " + module.moduleName() + ":\n\t"
                    + String.join("\n\t", errors));
            var hint = strict ? snakeCaseHint(module, missing, unexpected) : null;
            if (hint != null) error.addWhere(hint);
            throw error;
        }
        return new LoadResult(missing, unexpected);
    }

    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
    }

    private static void load(Module module, StateDict state, String prefix,
            Map<String, Map<String, Object>> metadata, boolean assign, List<String> missing, List<String> unexpected,
            List<String> errors) {
        var path = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
        var localMetadata = new LinkedHashMap<String, Object>(metadata.getOrDefault(path, Map.of()));
        if (assign) localMetadata.put(ASSIGN, true);
        module.loadFromStateDict(state, prefix, localMetadata, true, missing, unexpected, errors);
        var parts = byChild(state, prefix.length());
        for (var entry : module.members().look().modules.entrySet()) {
            var child = entry.getValue();
            if (child == null) continue;
            var part = parts.getOrDefault(entry.getKey(), new StateDict());
            try (var trail = Trail.enter(module, entry.getKey(), child, "loadStateDict")) {
                load(child, part, prefix + entry.getKey() + ".", metadata, assign, missing, unexpected, errors);
            }
        }
        var hooks = module.hooks;
        if (hooks == null || hooks.loadPost.isEmpty()) return;
        var keys = new LoadResult(missing, unexpected);
        for (var entry : hooks.loadPost.entries()) entry.hook.accept(module, keys);
    }

    /// The entries below each child, by the child's name.
    private static Map<String, StateDict> byChild(StateDict state, int from) {
        var parts = new LinkedHashMap<String, StateDict>();
        for (var entry : state.entrySet()) {
            var key = entry.getKey();
            var dot = key.indexOf('.', from);
            if (dot > 0) {
                parts.computeIfAbsent(key.substring(from, dot), _ -> new StateDict()).put(key, entry.getValue());
            }
        }
        return parts;
    }

    /// What one module itself takes. Stands for `_load_from_state_dict`.
    static void loadOwn(Module module, StateDict state, String prefix, Map<String, Object> localMetadata,
            boolean strict, List<String> missing, List<String> unexpected, List<String> errors) {
        var hooks = module.hooks;
        if (hooks != null) {
            for (var entry : hooks.loadPre.entries()) {
                entry.hook.accept(module, state, prefix, localMetadata, strict, missing, unexpected, errors);
            }
        }
        var members = module.members().look();
        var local = new LinkedHashMap<String, Tensor>();
        members.parameters.forEach((name, value) -> { if (value != null) local.put(name, value); });
        members.buffers.forEach((name, value) -> {
            if (value != null && !members.notPersistent.contains(name)) local.put(name, value);
        });
        var assign = localMetadata.containsKey(ASSIGN);
        local.forEach((name, target) -> {
            var key = prefix + name;
            if (state.containsKey(key)) take(members, name, target, key, state.getOrDefault(key, null), assign, errors);
            else if (strict) missing.add(key);
        });
        loadExtra(module, state, prefix + EXTRA_STATE, strict, missing, unexpected);
        if (strict) addUnexpected(state, prefix, members, local, unexpected);
    }

    private static void loadExtra(Module module, StateDict state, String key, boolean strict, List<String> missing,
            List<String> unexpected) {
        if (module.hasExtraState()) {
            if (state.containsKey(key)) module.setExtraState(state.get(key));
            else if (strict) missing.add(key);
        } else if (strict && state.containsKey(key)) {
            unexpected.add(key);
        }
    }

    private static void addUnexpected(StateDict state, String prefix, Members members, Map<String, Tensor> local,
            List<String> unexpected) {
        for (var key : state.keySet()) {
            if (!key.startsWith(prefix) || key.equals(prefix + EXTRA_STATE)) continue;
            var rest = key.substring(prefix.length());
            var dot = rest.indexOf('.');
            var known = dot < 0 ? local.containsKey(rest) : members.modules.containsKey(rest.substring(0, dot));
            if (!known) unexpected.add(key);
        }
    }

    private static void take(Members members, String name, Tensor target, String key, @Nullable Object value,
            boolean assign,
            List<String> errors) {
        if (!(value instanceof Tensor given)) {
            errors.add("While copying the parameter named \"" + key
                    + "\", expected torch.Tensor or Tensor-like object from checkpoint but received <class '"
                    + TypeNames.of(value) + "'>");
            return;
        }
        var input = given;
        if (!Lazy.isLazy(target)) {
            // State dicts of PyTorch 0.3 had no tensors without dimensions.
            if (target.dim() == 0 && input.dim() == 1) input = input.get(0);
            if (!input.shape().equals(target.shape())) {
                errors.add("size mismatch for " + key + ": copying a param with shape " + input.shape()
                        + " from checkpoint, the shape in current model is " + target.shape() + ".");
                return;
            }
        }
        if (target.device().type().equals("meta") && !input.device().type().equals("meta") && !assign) {
            Warnings.warn("for " + key
                    + ": copying from a non-meta parameter in the checkpoint to a meta parameter in the "
                    + "current model, which is a no-op. (Did you mean to pass `assign=True` to assign items in the state "
                    + "dictionary to their corresponding key in the module instead of copying them in place?)");
        }
        try {
            if (assign) assign(members, name, target, input);
            else
                copy(target, input);
        } catch (RuntimeException refused) {
            errors.add("While copying the parameter named \"" + key + "\", whose dimensions in the model are "
                    + target.shape() + " and whose dimensions in the checkpoint are " + input.shape()
                    + ", an exception occurred : ('" + refused.getMessage() + "',).");
        }
    }

    private static void copy(Tensor target, Tensor source) {
        Torch.noGrad(() -> { sconce.libtorch.Operators.call("copy_", target, source); });
    }

    /// The tensor takes the place of what the module held; a parameter stays the same object.
    private static void assign(Members members, String name, Tensor target, Tensor source) {
        switch (target) {
            case Parameter parameter -> parameter.hold(source.detach().requiresGrad_(parameter.requiresGrad()));
            case sconce.Buffer buffer -> buffer.hold(source);
            default -> members.replaceBuffer(name, source);
        }
    }

    /// Java spells names in camel case where Python's keys are in snake case: says so if that explains what is missing.
    private static @Nullable String snakeCaseHint(Module module, List<String> missing,
            List<String> unexpected) {
        for (var key : missing) {
            var snake = key.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
            if (!snake.equals(key) && unexpected.contains(snake)) {
                return module.moduleName() + ", whose " + key + " is called " + snake + " in the state dict: "
                        + "spell the field so, or annotate it with @Name";
            }
        }
        return null;
    }
}
