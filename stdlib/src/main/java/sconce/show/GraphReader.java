package sconce.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sconce.nn.Module;
import sconce.show.Graph.Edge;
import sconce.show.Graph.Kind;
import sconce.show.Graph.Node;
import sconce.show.Trace.Call;
import sconce.show.Trace.Operation;
import sconce.show.Trace.Step;
import sconce.show.Trace.Value;

/// From what a call did to its graph. Operators on parameters and constants alone are no nodes; they are told with the
/// operator that takes their result.
final class GraphReader {
    /// More boxes are no picture.
    private static final int MOST_NODES = 150;
    /// What gives the tensor it was given, under another handle.
    private static final Set<String> SAME = Set.of("alias", "detach", "contiguous", "lift_fresh");
    /// What gives a part or another form of the tensor it was given, in the same memory.
    private static final Set<String> VIEWS = Set.of("select", "slice", "view", "reshape", "narrow", "transpose",
            "permute",
            "t", "numpy_T", "squeeze", "unsqueeze", "expand", "flatten", "diagonal", "unbind", "split", "chunk",
            "alias",
            "detach");
    private static final String LIBRARY = Module.class.getPackageName();

    private final IdentityHashMap<Module, String> paths = new IdentityHashMap<>();
    private final IdentityHashMap<Module, Integer> calls = new IdentityHashMap<>();
    /// By the number of a value: the node that made it.
    private final Map<Integer, Integer> makers = new HashMap<>();
    /// By the number of a value: the parameters it was computed from alone.
    private final Map<Integer, Set<String>> constants = new HashMap<>();
    /// By the number of a view: the value that it is a view of.
    private final Map<Integer, Integer> bases = new HashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final int depth;
    private int ids;

    private GraphReader(int depth) { this.depth = depth; }

    static Graph read(Module model, List<?> inputs, Graph.Options options) {
        var given = CallInputs.of(model, inputs, List.of());
        var trace = Trace.of(model, copy -> {}, values -> given.arguments(values, null));
        var depth = options.depth;
        var notes = new ArrayList<String>();
        if (trace.withValues()) notes.add("Called with numbers, as its forward looks at values.");
        if (depth < 0) {
            var deepest = height(trace.root());
            depth = deepest;
            while (depth > 1 && boxes(trace.root(), depth) > MOST_NODES) depth--;
            if (depth < deepest) {
                notes.add("Modules are opened " + Words.count(depth, "level")
                        + " deep. To see more: graph(model, input, o -> "
                        + "o.depth(" + (depth + 1) + "))");
            }
        }
        return new GraphReader(depth).graph(trace, notes);
    }

    private static int height(Call call) {
        var most = 0;
        for (var step : call.steps) if (step instanceof Call inner) most = Math.max(most, height(inner));
        return most + 1;
    }

    private static int boxes(Call call, int depth) {
        if (depth == 0 || isLeaf(call)) return 1;
        var sum = 1;
        for (var step : call.steps) sum += step instanceof Call inner ? boxes(inner, depth - 1) : 1;
        return sum;
    }

    /// A layer of the library is one box, whatever operators it is made of; so is a module that runs but one.
    private static boolean isLeaf(Call call) {
        if (call.steps.stream().anyMatch(Call.class::isInstance)) return false;
        return call.steps.size() < 2 || call.module.getClass().getPackageName().equals(LIBRARY);
    }

    private Graph graph(Trace trace, List<String> notes) {
        var root = trace.root();
        root.module.namedModules().forEach((path, module) -> paths.put(module, path));
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < root.inputs.size(); i++) {
            nodes.add(plain(Kind.INPUT, label("input", root.inputNames, i), ""));
            makers.putIfAbsent(root.inputs.get(i).id(), nodes.getLast().id());
        }
        if (isLeaf(root) || depth == 0) nodes.add(call(root, 0));
        else nodes.addAll(inside(root, 0));
        for (var i = 0; i < root.outputs.size(); i++) {
            nodes.add(plain(Kind.OUTPUT, label("output", root.outputNames, i), ""));
            connect(root.outputs.get(i), nodes.getLast().id());
        }
        return new Graph(root.module.moduleName(), nodes, List.copyOf(edges), notes);
    }

    /// `input` if there is but one, else `input mask`.
    private static String label(String what, List<String> names, int i) {
        return names.size() == 1 || names.get(i).equals(what) ? what : what + " " + Words.clip(names.get(i), 60);
    }

    private Node plain(Kind kind, String label, String detail) {
        return new Node(ids++, kind, label, detail, "", 1, List.of());
    }

    private List<Node> inside(Call call, int level) {
        var nodes = new ArrayList<Node>();
        for (var step : call.steps) {
            switch (step) {
                case Call inner -> nodes.add(call(inner, level + 1));
                case Operation operation -> {
                    var node = operation(operation);
                    if (node != null) nodes.add(node);
                }
            }
        }
        return nodes;
    }

    private Node call(Call call, int level) {
        var id = ids++;
        var number = calls.merge(call.module, 1, Integer::sum);
        var path = paths.getOrDefault(call.module, "");
        var name = call.module.moduleName();
        if (level < depth && !isLeaf(call)) {
            return new Node(id, Kind.GROUP, name, "", path, number, inside(call, level));
        }
        swallow(call, id, new LinkedHashSet<>());
        for (var output : call.outputs) {
            // What a module gives unchanged goes through it all the same.
            if (!maker(output, id)) connect(output, id);
            makers.put(output.id(), id);
        }
        var detail = Words.clip(call.module.extraRepr(), 48);
        if (detail.isEmpty() && !call.module.getClass().getPackageName().equals(LIBRARY)
                && call.steps.size() == 1 && call.steps.getFirst() instanceof Operation only) {
            detail = name(only);
        }
        return new Node(id, Kind.MODULE, name, detail, path, number, List.of());
    }

    private boolean maker(Value value, int id) { return makers.getOrDefault(value.id(), -1) == id; }

    /// All that happens in a call belongs to one node.
    private void swallow(Call call, int id, Set<Integer> own) {
        for (var step : call.steps) {
            switch (step) {
                case Call inner -> swallow(inner, id, own);
                case Operation operation -> {
                    for (var input : operation.inputs()) if (!own.contains(input.id())) connect(input, id);
                    for (var output : operation.outputs()) {
                        own.add(output.id());
                        makers.put(output.id(), id);
                    }
                }
            }
        }
        if (call.steps.isEmpty()) call.inputs.forEach(input -> connect(input, id));
    }

    private @Nullable Node operation(Operation operation) {
        if (VIEWS.contains(name(operation)) && !operation.inputs().isEmpty()) {
            for (var output : operation.outputs()) bases.put(output.id(), operation.inputs().getFirst().id());
        }
        var inputs = operation.inputs().stream().filter(input -> makers.containsKey(input.id())).toList();
        var parameters = new TreeSet<String>();
        for (var input : operation.inputs()) {
            if (makers.containsKey(input.id())) continue;
            if (input.name() != null) parameters.add(input.name());
            parameters.addAll(constants.getOrDefault(input.id(), Set.of()));
        }
        if (inputs.isEmpty()) {
            for (var output : operation.outputs()) constants.put(output.id(), parameters);
            return null;
        }
        if (SAME.contains(name(operation))) {
            for (var output : operation.outputs()) {
                var maker = makers.get(inputs.getFirst().id());
                if (maker != null) makers.put(output.id(), maker);
            }
            return null;
        }
        var node = plain(Kind.OPERATOR, name(operation), Words.clip(String.join(", ", parameters), 48));
        for (var input : inputs) connect(input, node.id());
        for (var output : operation.outputs()) makers.put(output.id(), node.id());
        if (isInPlace(operation)) {
            // What is written into a view is in the whole too.
            for (var base = bases.get(operation.inputs().getFirst().id()); base != null; base = bases.get(base)) {
                makers.put(base, node.id());
            }
        }
        return node;
    }

    private static boolean isInPlace(Operation operation) {
        return OperatorArguments.inPlace(operation.name().replaceFirst("\\..*", ""));
    }

    /// `add` for `add_.Tensor`.
    private static String name(Operation operation) {
        var name = OperatorArguments.of(operation.name(), new @Nullable Object[0]).name();
        while (name.startsWith("_")) name = name.substring(1);
        return name;
    }

    private void connect(Value value, int to) {
        var from = makers.get(value.id());
        if (from != null && from != to) edges.add(new Edge(from, to, value.shape(), value.dtype().name()));
    }
}
