package sconce.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.nn.Contents;
import sconce.nn.IntOrTuple;
import sconce.nn.Module;
import sconce.show.Summary.Row;
import sconce.show.Summary.Weight;
import sconce.show.Trace.Call;
import sconce.show.Trace.Value;

/// From a model to its summary. Rows come in the order of the calls, each at the last place where its module is held,
/// as torchinfo has them; modules that only hold others are put in before the first of those.
@SuppressWarnings("ReferenceEquality") // It is the same module, or another.
final class SummaryReader {
    /// A model that holds modules at more places than this is not walked to its end again and again.
    private static final int MOST_PLACES = 1_000_000;

    private final Summary.Options options;
    private final IdentityHashMap<Module, Place> places = new IdentityHashMap<>();
    private final Set<Module> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private int walked;

    private SummaryReader(Summary.Options options) { this.options = options; }

    static Summary read(Module model, Summary.Options options) {
        options.columns();
        var inputs = CallInputs.of(model, options.inputs, options.dtypes);
        return new SummaryReader(options).read(model, inputs);
    }

    /// Where a module is held.
    private record Place(String name, Module module, int depth, @Nullable Place parent) {}

    /// A row in the making.
    private static final class Draft {
        final Place place;
        final @Nullable Call call;
        final boolean recursive;
        final List<Parameter> parameters;
        long own, total;
        final Set<Tensor> below = Collections.newSetFromMap(new IdentityHashMap<>());

        Draft(Place place, @Nullable Call call, boolean recursive) {
            this.place = place;
            this.call = call;
            this.recursive = recursive;
            parameters = place.module.parameters().stream().filter(each -> !Contents.isLazy(each)).toList();
            own = call == null ? 0 : call.ownMultiplyAdds();
        }

        boolean leaf() { return place.module.namedChildren().isEmpty(); }
    }

    private Summary read(Module model, CallInputs inputs) {
        if (inputs.isEmpty()) {
            var drafts = new ArrayList<Draft>();
            walk(new Place(model.moduleName(), model, 0, null), drafts, new ArrayList<>());
            return summary(model, drafts, 0, List.of());
        }
        var trace = Trace.of(model, this::setMode, values -> inputs.arguments(values, options.batchDim));
        walk(new Place(model.moduleName(), trace.root().module, 0, null), null, new ArrayList<>());
        var drafts = new ArrayList<Draft>();
        calls(trace.root(), drafts);
        var bytes = trace.root().inputs.stream().mapToLong(Value::bytes).sum();
        var notes = trace.withValues()
                ? List.of("Called with numbers, as its forward looks at values.")
                : List.<String>of();
        return summary(trace.root().module, withContainers(drafts), bytes, notes);
    }

    private void setMode(Module copy) {
        if (options.mode.equals("train")) copy.train();
        if (options.mode.equals("eval")) copy.eval();
    }

    /// Finds the last place of each module; without a call, every place is a row.
    private void walk(Place place, @Nullable List<Draft> rows, List<Module> path) {
        if (path.contains(place.module) || walked++ > MOST_PLACES) return;
        places.put(place.module, place);
        if (rows != null) rows.add(new Draft(place, null, !met.add(place.module)));
        path.add(place.module);
        Contents.of(place.module).modules().forEach((name, child) -> {
            if (child != null) walk(new Place(name, child, place.depth + 1, place), rows, path);
        });
        path.removeLast();
    }

    private void calls(Call call, List<Draft> drafts) {
        // A module made during the call, or hidden in a list, has no place in the tree; what it does is its caller's.
        var place = places.get(call.module);
        var draft = place == null ? null : new Draft(place, call, !met.add(call.module));
        if (draft != null) drafts.add(draft);
        for (var step : call.steps) if (step instanceof Call inner) calls(inner, drafts);
    }

    private List<Draft> withContainers(List<Draft> called) {
        var rows = new ArrayList<Draft>();
        var open = new HashMap<Integer, Module>();
        for (var draft : called) {
            var above = new ArrayList<Place>();
            for (var p = draft.place.parent; p != null && p.depth > 0; p = p.parent) above.addFirst(p);
            for (var place : above) {
                if (open.get(place.depth) == place.module) continue;
                rows.add(new Draft(place, null, !met.add(place.module)));
                open.put(place.depth, place.module);
            }
            rows.add(draft);
            open.put(draft.place.depth, draft.place.module);
            open.keySet().removeIf(depth -> depth > draft.place.depth);
        }
        return rows;
    }

    private Summary summary(Module model, List<Draft> drafts, long inputBytes, List<String> notes) {
        gather(drafts);
        var indices = new HashMap<Integer, Integer>();
        var rows = new ArrayList<Row>(drafts.size());
        for (var draft : drafts) rows.add(row(draft, indices.merge(draft.place.depth, 1, Integer::sum)));
        var parameters = drafts.isEmpty() ? List.<Parameter>of() : drafts.getFirst().parameters;
        var all = new ArrayList<>(notes);
        var shared = sharedElements(model);
        if (shared > 0) {
            all.add(Words.count(shared, "parameter") + " " + (shared == 1 ? "is" : "are")
                    + " held by several layers and counted once.");
        }
        var lazy = model.parameters().stream().filter(Contents::isLazy).count();
        if (lazy > 0) all.add(Words.count(lazy, "parameter") + " without a shape yet: give an input to see it.");
        return new Summary(rows, elements(parameters), trainable(parameters),
                drafts.stream().mapToLong(draft -> draft.own).sum(), inputBytes, outputBytes(drafts),
                parameters.stream().mapToLong(each -> each.numel() * each.dtype().itemSize()).sum(), all, options);
    }

    /// Sums multiply-adds and parameters of the rows below each row.
    private static void gather(List<Draft> drafts) {
        var above = new ArrayList<Draft>();
        for (var draft : drafts) {
            while (!above.isEmpty() && above.getLast().place.depth >= draft.place.depth) above.removeLast();
            for (var outer : above) {
                outer.total += draft.own;
                outer.below.addAll(draft.parameters);
            }
            above.add(draft);
        }
    }

    private Row row(Draft draft, int index) {
        var module = draft.place.module;
        var call = draft.call;
        var left = draft.parameters.stream().filter(each -> !draft.below.contains(each)).toList();
        return new Row(draft.place.name, module.moduleName(), draft.place.depth, index,
                call == null ? List.of() : size(call.inputs), call == null ? List.of() : size(call.outputs),
                kernelSize(module), elements(draft.parameters), trainable(draft.parameters), elements(left),
                draft.own + draft.total, draft.own, draft.recursive, draft.leaf(), weights(draft));
    }

    private static List<Long> size(List<Value> values) {
        return values.isEmpty() ? List.of() : values.getFirst().shape();
    }

    private List<Weight> weights(Draft draft) {
        if (options.verbose < 2) return List.of();
        var weights = new ArrayList<Weight>();
        draft.place.module.namedParameters().forEach((name, parameter) -> {
            if (Contents.isLazy(parameter)) return;
            // Of the model itself only those of its own.
            if (draft.place.parent == null && name.indexOf('.') >= 0) return;
            weights.add(new Weight(name, parameter.shape(), parameter.numel()));
        });
        return weights;
    }

    private static long outputBytes(List<Draft> drafts) {
        var bytes = 0L;
        for (var draft : drafts) {
            if (draft.call == null || draft.call.outputs.isEmpty()) continue;
            if (draft.place.module.parameters(false).isEmpty()) continue;
            bytes += 2 * draft.call.outputs.getFirst().bytes();
        }
        return bytes;
    }

    private static long elements(List<Parameter> parameters) {
        return parameters.stream().mapToLong(Tensor::numel).sum();
    }

    private static long trainable(List<Parameter> parameters) {
        return parameters.stream().filter(Tensor::requiresGrad).mapToLong(Tensor::numel).sum();
    }

    private static long sharedElements(Module model) {
        var holders = new IdentityHashMap<Parameter, Integer>();
        for (var module : model.modules()) {
            for (var parameter : module.parameters(false)) holders.merge(parameter, 1, Integer::sum);
        }
        return holders.entrySet().stream().filter(each -> each.getValue() > 1 && !Contents.isLazy(each.getKey()))
                .mapToLong(each -> each.getKey().numel()).sum();
    }

    private static String kernelSize(Module module) {
        return switch (Contents.attribute(module, "kernelSize")) {
            case Number number -> number.toString();
            case IntOrTuple sizes -> sizes.single() ? sizes.toString() : PythonFormat.list(sizes.expand(1));
            case List<?> sizes -> PythonFormat.list(sizes);
            case null, default -> "";
        };
    }
}
