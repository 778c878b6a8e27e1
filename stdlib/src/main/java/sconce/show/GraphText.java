package sconce.show;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import sconce.show.Graph.Edge;
import sconce.show.Graph.Kind;
import sconce.show.Graph.Node;

/// A graph as lines: one for each node in the order in which it ran, modules around what ran in them.
final class GraphText {
    private final Graph graph;
    private final StringBuilder out = new StringBuilder();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private GraphText(Graph graph) { this.graph = graph; }

    static String of(Graph graph) { return new GraphText(graph).text(); }

    private String text() {
        out.append("graph of ").append(graph.title());
        graph.nodes().forEach(this::number);
        graph.nodes().forEach(node -> node(node, ""));
        for (var note : graph.notes()) out.append('\n').append(note);
        return out.toString();
    }

    private void number(Node node) {
        if (node.kind() != Kind.GROUP) numbers.put(node.id(), numbers.size());
        node.children().forEach(this::number);
    }

    private void node(Node node, String indent) {
        out.append('\n').append(indent);
        if (node.kind() == Kind.GROUP) {
            out.append(node.name(node.path())).append(node.again());
            node.children().forEach(child -> node(child, indent + "  "));
            return;
        }
        out.append(numbers.get(node.id())).append(": ").append(node.name(node.path()));
        if (!node.detail().isEmpty()) out.append('(').append(node.detail()).append(')');
        out.append(node.again());
        var from = graph.edges().stream().filter(edge -> edge.to() == node.id()).map(this::source)
                .collect(Collectors.joining(", "));
        if (!from.isEmpty()) out.append(" <- ").append(from);
    }

    private String source(Edge edge) {
        return numbers.get(edge.from()) + " " + edge.shape()
                + (edge.dtype().equals("float32") ? "" : " " + edge.dtype());
    }
}
