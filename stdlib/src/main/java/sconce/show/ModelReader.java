package sconce.show;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;
import sconce.nn.Contents;
import sconce.nn.Module;
import sconce.show.ModuleNode.Counts;
import sconce.show.TensorNode.Kind;

/// The one walk over a model: from modules to nodes.
///
/// A first pass meets every module once and learns what is held at several places; the second builds the tree. What is
/// shared counts once in every total that contains it.
final class ModelReader {
    /// Deeper modules are named but not entered: renderers recurse too.
    private static final int MOST_DEPTH = 300;

    private final IdentityHashMap<Module, Held> modules = new IdentityHashMap<>();
    private final IdentityHashMap<Tensor, Facts> tensors = new IdentityHashMap<>();

    private ModelReader() {}

    static ModelNode read(Module model) {
        var reader = new ModelReader();
        reader.meet(model);
        return reader.whole(reader.build(model, "", "", false, 0));
    }

    /// What the first pass learns of a module, and the second adds.
    private static final class Held {
        final Contents contents;
        int places;
        @Nullable
        String path;
        @Nullable
        Totals totals;
        boolean building;

        Held(Contents contents) { this.contents = contents; }
    }

    /// A tensor as read once, the number of places it is held at, and the first of them.
    private static final class Facts {
        final Counts counts;
        final String dtype;
        final String device;
        final boolean requiresGrad;
        final @Nullable Size shape;
        int places;
        @Nullable
        String path;

        Facts(Tensor tensor, Kind kind) {
            var type = tensor.dtype();
            dtype = type.name();
            device = tensor.device().name();
            requiresGrad = tensor.requiresGrad();
            shape = Contents.isLazy(tensor) ? null : tensor.shape();
            var elements = shape == null ? 0 : shape.numel();
            var bytes = elements * type.itemSize();
            counts = kind == Kind.BUFFER
                    ? new Counts(0, 0, elements, bytes)
                    : new Counts(elements, requiresGrad ? elements : 0, 0, bytes);
        }
    }

    /// Sums of what is held once, and the tensors that are held at several places.
    private static final class Totals {
        Counts once = Counts.NONE;
        long modules = 1;
        @Nullable
        Set<Tensor> shared;

        void share(Tensor tensor) {
            if (shared == null) shared = Collections.newSetFromMap(new IdentityHashMap<>());
            shared.add(tensor);
        }

        void add(Totals below) {
            once = once.plus(below.once);
            modules += below.modules;
            if (below.shared != null) below.shared.forEach(this::share);
        }
    }

    private void meet(Module model) {
        var waiting = new ArrayDeque<Module>();
        waiting.push(model);
        while (!waiting.isEmpty()) {
            var module = waiting.pop();
            var known = modules.get(module);
            if (known != null) {
                known.places++;
                continue;
            }
            var held = new Held(Contents.of(module));
            held.places = 1;
            modules.put(module, held);
            for (var parameter : held.contents.parameters().values()) meet(parameter, Kind.PARAMETER);
            for (var buffer : held.contents.buffers().values()) meet(buffer, Kind.BUFFER);
            for (var child : held.contents.modules().values()) if (child != null) waiting.push(child);
        }
    }

    private void meet(@Nullable Tensor tensor, Kind kind) {
        if (tensor != null) tensors.computeIfAbsent(tensor, fresh -> new Facts(fresh, kind)).places++;
    }

    private ModuleNode build(Module module, String name, String path, boolean shared, int depth) {
        var held = held(module);
        held.path = path;
        held.building = true;
        var several = shared || held.places > 1;
        var totals = new Totals();
        var own = new ArrayList<TensorNode>();
        var ownCounts = Counts.NONE;
        for (var kind : Kind.values()) {
            var ofKind = kind == Kind.PARAMETER ? held.contents.parameters() : held.contents.buffers();
            for (var entry : ofKind.entrySet()) {
                var tensor = entry.getValue();
                if (tensor == null) continue;
                var facts = facts(tensor);
                own.add(node(entry.getKey(), kind, facts, held.contents));
                ownCounts = ownCounts.plus(facts.counts);
                if (several || facts.places > 1) totals.share(tensor);
                else totals.once = totals.once.plus(facts.counts);
                if (facts.path == null) facts.path = Words.path(path, entry.getKey());
            }
        }
        var children = new ArrayList<PlaceNode>();
        for (var entry : held.contents.modules().entrySet()) {
            if (entry.getValue() != null) {
                children.add(place(entry.getValue(), entry.getKey(), path, several, depth, totals));
            }
        }
        held.totals = totals;
        held.building = false;
        return new ModuleNode(name, module.moduleName(), extra(module), module.training(), ownCounts, sum(totals),
                totals.modules, held.contents.hooks(), own, folded(children), unregistered(held.contents));
    }

    private PlaceNode place(Module child, String name, String parent, boolean shared, int depth, Totals totals) {
        var held = held(child);
        if (held.path != null) {
            if (held.totals != null) shared(held.totals, totals);
            return new SharedNode(name, child.moduleName(), extra(child), held.path, held.building);
        }
        if (depth == MOST_DEPTH) {
            held.path = Words.path(parent, name);
            totals.modules++;
            return new CutNode(name, child.moduleName());
        }
        var node = build(child, name, Words.path(parent, name), shared, depth + 1);
        totals.add(held.totals == null ? new Totals() : held.totals);
        return node;
    }

    // Everything below a module that is held at several places was counted as shared; its modules are listed once.
    private static void shared(Totals again, Totals totals) {
        if (again.shared != null) again.shared.forEach(totals::share);
    }

    private Held held(Module module) {
        var held = modules.get(module);
        // Registered between the two passes, by an extraRepr of all things.
        if (held == null) {
            meet(module);
            held = modules.get(module);
        }
        return Objects.requireNonNull(held);
    }

    private Facts facts(Tensor tensor) { return Objects.requireNonNull(tensors.get(tensor)); }

    private Counts sum(Totals totals) {
        var sum = totals.once;
        if (totals.shared != null) for (var tensor : totals.shared) sum = sum.plus(facts(tensor).counts);
        return sum;
    }

    private static TensorNode node(String name, Kind kind, Facts facts, Contents contents) {
        return new TensorNode(name, kind, facts.shape, facts.dtype, facts.device, facts.requiresGrad,
                !contents.notPersistent().contains(name), facts.path);
    }

    private static String extra(Module module) {
        try {
            return module.extraRepr().strip();
        } catch (RuntimeException broken) {
            return "extraRepr failed: " + broken;
        }
    }

    private static List<UnregisteredNode> unregistered(Contents contents) {
        if (contents.unregistered().isEmpty()) return List.of();
        var nodes = new ArrayList<UnregisteredNode>();
        contents.unregistered().forEach((name, value) -> nodes.add(Unregistered.node(name, value)));
        return nodes;
    }

    /// Folds neighbours that are alike and whose names count up, as PyTorch folds those of a ModuleList.
    private static List<PlaceNode> folded(List<PlaceNode> children) {
        var folded = new ArrayList<PlaceNode>();
        for (var i = 0; i < children.size();) {
            var end = i + 1;
            if (children.get(i) instanceof ModuleNode first) {
                while (end < children.size() && children.get(end) instanceof ModuleNode next
                        && follows(next.name(), children.get(end - 1).name()) && next.alike(first))
                    end++;
                folded.add(end - i == 1 ? first : new RepeatNode(first, children.get(end - 1).name(), end - i));
            } else folded.add(children.get(i));
            i = end;
        }
        return folded;
    }

    private static boolean follows(String name, String before) {
        try {
            return name.equals(String.valueOf(Integer.parseInt(before) + 1));
        } catch (NumberFormatException named) {
            return false;
        }
    }

    /// The head's facts come from the first pass, which has met everything, too deep or not.
    private ModelNode whole(ModuleNode root) {
        var total = Counts.NONE;
        var buffers = 0L;
        var dtypes = new HashMap<String, Long>();
        var devices = new HashMap<String, Long>();
        for (var facts : tensors.values()) {
            total = total.plus(facts.counts);
            dtypes.merge(facts.dtype, facts.counts.bytes(), Long::sum);
            devices.merge(facts.device, facts.counts.bytes(), Long::sum);
        }
        var evaluating = 0L;
        var unregistered = 0L;
        for (var entry : modules.entrySet()) {
            var contents = entry.getValue().contents;
            buffers += contents.buffers().values().stream().filter(buffer -> buffer != null).count();
            unregistered += contents.unregistered().size();
            if (!entry.getKey().training()) evaluating++;
        }
        var node = new ModuleNode(root.name(), root.type(), root.extra(), root.training(), root.own(), total,
                modules.size(), root.hooks(), root.tensors(), root.children(), root.unregistered());
        var children = root.children().stream().mapToLong(ModelReader::children).sum();
        return new ModelNode(node, byBytes(dtypes), byBytes(devices), children, buffers, evaluating, unregistered);
    }

    // As namedChildren has them: a module that stands twice among them is listed once.
    private static long children(PlaceNode place) {
        return switch (place) {
            case RepeatNode repeat -> repeat.count();
            case SharedNode shared -> shared.place().indexOf('.') < 0 && !shared.place().isEmpty() ? 0 : 1;
            case ModuleNode module -> 1;
            case CutNode cut -> 1;
        };
    }

    private static List<String> byBytes(Map<String, Long> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }
}
