package sconce.show;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.DType;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;
import sconce.nn.Contents;
import sconce.nn.Module;
import sconce.nn.Replica;
import sconce.nn.StateDict;
import sconce.show.Diff.Change;
import sconce.show.Diff.Distance;
import sconce.show.Diff.Kind;

/// From two models, state dicts or checkpoints to their differences.
final class DiffReader {
    /// Names under which training scripts keep a model's state in a checkpoint beside other things.
    private static final List<String> USUAL = List.of("state_dict", "model_state_dict", "model", "module", "net",
            "weights");

    private DiffReader() {}

    /// One of the two.
    ///
    /// @param name   what it is called
    /// @param module the model, if it is one
    /// @param state  its state dict
    private record Side(String name, @Nullable Module module, StateDict state) {}

    static Diff read(Object first, Object second) {
        var a = side(first);
        var b = side(second);
        var changes = new ArrayList<Change>();
        if (a.module != null && b.module != null) modules(a.module, b.module, changes);
        var same = 0L;
        var withoutValues = 0L;
        for (var entry : a.state.entrySet()) {
            var name = entry.getKey();
            var other = b.state.containsKey(name);
            var change = other ? changed(name, entry.getValue(), b.state.getOrDefault(name, null))
                    : new Change(Kind.MISSING, name, describe(entry.getValue()), "", null);
            if (change != null) changes.add(change);
            else if (noValues(entry.getValue()) || noValues(b.state.getOrDefault(name, null))) withoutValues++;
            else same++;
        }
        b.state.forEach((name, value) -> {
            if (!a.state.containsKey(name)) changes.add(new Change(Kind.ADDED, name, "", describe(value), null));
        });
        return new Diff(a.name, b.name, changes, same, withoutValues, loading(a, b));
    }

    private static Side side(@Nullable Object given) {
        return switch (given) {
            case Module module -> new Side(module.moduleName(), module, module.stateDict());
            case StateDict state -> new Side("StateDict", null, state);
            case Map<?, ?> map -> new Side("checkpoint", null, state(map));
            case Path file -> new Side(String.valueOf(file.getFileName()), null, state(checkpoint(file)));
            case String file -> side(Path.of(file));
            case File file -> side(file.toPath());
            case null, default -> throw new TypeError("diff takes models, state dicts and files of them, not "
                    + (given == null ? "null" : "a " + given.getClass().getSimpleName()));
        };
    }

    private static Map<?, ?> checkpoint(Path file) {
        Object content = Torch.load(file);
        if (content instanceof Map<?, ?> map) return map;
        throw new TypeError(file + " holds no state dict");
    }

    /// The map itself if it holds tensors, else the one in it that does.
    private static StateDict state(Map<?, ?> map) {
        if (map instanceof StateDict state) return state;
        if (map.values().stream().noneMatch(Tensor.class::isInstance)) {
            for (var name : USUAL) if (map.get(name) instanceof Map<?, ?> inner) return state(inner);
        }
        var state = new StateDict();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new TypeError(
                        "a state dict has names for keys, not " + key + ": give diff the entry that holds it");
            }
            state.put(name, value);
        });
        return state;
    }

    private static void modules(Module a, Module b, List<Change> changes) {
        var lines = lines(a);
        var others = lines(b);
        lines.forEach((path, line) -> {
            var other = others.get(path);
            if (other == null) changes.add(new Change(Kind.MISSING, path, line, "", null));
            else if (!other.equals(line)) changes.add(new Change(Kind.MODULE, path, line, other, null));
        });
        others.forEach((path, line) -> {
            if (!lines.containsKey(path)) changes.add(new Change(Kind.ADDED, path, "", line, null));
        });
    }

    private static Map<String, String> lines(Module model) {
        var lines = new LinkedHashMap<String, String>();
        model.namedModules(null, "", false).forEach((path, module) -> lines.put(path.isEmpty() ? "\"\"" : path,
                module.moduleName() + "(" + Words.clip(module.extraRepr(), 200) + ")"));
        return lines;
    }

    private static @Nullable Change changed(String name, @Nullable Object a, @Nullable Object b) {
        if (!(a instanceof Tensor one) || !(b instanceof Tensor other)) {
            return Objects.equals(a, b) ? null : new Change(Kind.VALUES, name, describe(a), describe(b), null);
        }
        var lazy = Contents.isLazy(one);
        var alike = lazy == Contents.isLazy(other) && (lazy || one.shape().equals(other.shape()));
        if (!alike) return new Change(Kind.SHAPE, name, describe(one), describe(other), null);
        var distance = distance(one, other);
        if (one.dtype() != other.dtype()) {
            return new Change(Kind.DTYPE, name, describe(one), describe(other), distance);
        }
        return distance == null ? null : new Change(Kind.VALUES, name, describe(one), describe(other), distance);
    }

    /// Null if no element differs, or there are no values to compare.
    private static @Nullable Distance distance(Tensor one, Tensor other) {
        if (noValues(one) || noValues(other) || one.numel() == 0) return null;
        try (var scope = Torch.scope(); var off = Torch.noGrad()) {
            var wide = one.dtype().isComplex() || other.dtype().isComplex() ? DType.complex128 : DType.float64;
            var a = one.detach().to("cpu").to(wide);
            var b = other.detach().to("cpu").to(wide);
            // NaN at the same place is no difference.
            var differ = a.ne(b).logicalAnd(a.isnan().logicalAnd(b.isnan()).logicalNot());
            var elements = differ.sum().item().longValue();
            if (elements == 0) return null;
            var finite = a.isfinite().logicalAnd(b.isfinite());
            var apart = b.sub(a).abs();
            var kept = apart.where(finite, Torch.zerosLike(apart));
            var size = a.abs().where(finite, Torch.zerosLike(apart)).norm().item().doubleValue();
            var norm = kept.norm().item().doubleValue();
            var lost = a.isfinite().logicalAnd(b.isfinite().logicalNot()).sum().item().longValue();
            return new Distance(norm, norm / size, kept.max().item().doubleValue(), elements, a.numel(), lost);
        }
    }

    private static boolean noValues(@Nullable Object value) {
        return value instanceof Tensor tensor && (Contents.isLazy(tensor) || tensor.device().type().equals("meta"));
    }

    private static String describe(@Nullable Object value) {
        if (!(value instanceof Tensor tensor)) return Words.clip(String.valueOf(value), 200);
        if (Contents.isLazy(tensor)) return "[?] " + tensor.dtype().name();
        return tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "] "))
                + tensor.dtype().name();
    }

    /// Loads into a copy without values, so that nothing changes and nothing is copied.
    private static @Nullable String loading(Side a, Side b) {
        var model = a.module != null ? a.module : b.module;
        if (model == null) return null;
        var given = a.module != null ? b.state : a.state;
        var shapes = new StateDict(given);
        shapes.replaceAll((name, value) -> value instanceof Tensor tensor && !Contents.isLazy(tensor)
                ? ShapeRules.meta(tensor)
                : value);
        try {
            // What is lazy would else take its shape where its values are to be.
            return Replica.ofShapes(model).copy().to("meta").loadStateDict(shapes).toString();
        } catch (TorchException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
