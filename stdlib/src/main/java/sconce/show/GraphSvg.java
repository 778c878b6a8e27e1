package sconce.show;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import sconce.show.Graph.Edge;
import sconce.show.Graph.Kind;
import sconce.show.Graph.Node;

/// A graph as a picture, laid out in layers by the Eclipse Layout Kernel.
final class GraphSvg {
    private static final double LINE = 15;
    private static final String STYLE = Resources.text("graph.css");

    private final Map<Integer, ElkNode> boxes = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private GraphSvg() {}

    static String of(Graph graph) { return new GraphSvg().svg(graph); }

    private String svg(Graph graph) {
        var root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        root.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        // Of several good orders the one in which things ran.
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 24.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 22.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(12));
        for (var node : graph.nodes()) box(node, root, "");
        var edges = graph.edges().stream().map(this::edge).toList();
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());

        var width = number(root.getWidth());
        var height = number(root.getHeight());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width).append("\" height=\"")
                .append(height).append("\" viewBox=\"0 0 ").append(width).append(' ').append(height)
                .append("\" role=\"img\"><title>").append(Html.escape("graph of " + graph.title()))
                .append("</title><style>").append(STYLE).append("</style><defs><marker id=\"a\" viewBox=\"0 0 8 8\" ")
                .append("refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"arrow\" ")
                .append("d=\"M0 0L8 4L0 8z\"/></marker></defs><rect class=\"page\" width=\"").append(width)
                .append("\" height=\"").append(height).append("\" rx=\"6\"/>");
        for (var node : graph.nodes()) draw(node, 0, 0);
        edges.forEach(this::draw);
        return out.append("</svg>").toString();
    }

    private void box(Node node, ElkNode parent, String outer) {
        names.put(node.id(), node.name(node.within(outer)) + node.again());
        var box = ElkGraphUtil.createNode(parent);
        boxes.put(node.id(), box);
        if (node.kind() == Kind.GROUP) {
            // Room for the name above what is inside.
            box.setProperty(LayeredOptions.PADDING, new ElkPadding(28, 14, 14, 14));
            box.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS,
                    java.util.EnumSet.of(org.eclipse.elk.core.options.SizeConstraint.MINIMUM_SIZE));
            box.setProperty(LayeredOptions.NODE_SIZE_MINIMUM,
                    new org.eclipse.elk.core.math.KVector(width(name(node), 7.3) + 20, 40));
            for (var child : node.children()) box(child, box, node.path());
            return;
        }
        var lines = lines(node);
        box.setDimensions(lines.stream().mapToDouble(line -> width(line, 7.3)).max().orElse(0) + 22,
                lines.size() * LINE + 10);
    }

    private String name(Node node) { return names.getOrDefault(node.id(), node.label()); }

    private List<String> lines(Node node) {
        return node.detail().isEmpty() ? List.of(name(node)) : List.of(name(node), node.detail());
    }

    private ElkEdge edge(Edge edge) {
        var drawn = ElkGraphUtil.createSimpleEdge(boxes.get(edge.from()), boxes.get(edge.to()));
        var label = ElkGraphUtil.createLabel(edge.label(), drawn);
        label.setDimensions(width(edge.label(), 6.3) + 12, 13);
        return drawn;
    }

    // East Asian letters are as wide as they are high.
    private static double width(String text, double letter) {
        return text.codePoints().mapToDouble(c -> c >= 0x1100 ? 1.7 * letter : letter).sum();
    }

    private void draw(Node node, double x, double y) {
        var box = java.util.Objects.requireNonNull(boxes.get(node.id()));
        var left = x + box.getX();
        var top = y + box.getY();
        var kind = node.kind().name().toLowerCase(Locale.ROOT);
        // A class of the box's own: renderers outside browsers know no other selectors.
        out.append("<g class=\"").append(kind).append("\"><rect class=\"").append(kind).append("-box\" x=\"")
                .append(number(left)).append("\" y=\"").append(number(top)).append("\" width=\"")
                .append(number(box.getWidth())).append("\" height=\"").append(number(box.getHeight()))
                .append("\" rx=\"").append(node.kind() == Kind.OPERATOR ? 12 : 5).append("\"/>");
        if (node.kind() == Kind.GROUP) {
            text(name(node), left + 10, top + 18, "name", out);
        } else {
            var lines = lines(node);
            var middle = left + box.getWidth() / 2;
            var first = top + (box.getHeight() - lines.size() * LINE) / 2 + 11.5;
            for (var i = 0; i < lines.size(); i++)
                text(lines.get(i), middle, first + i * LINE, i == 0 ? "l" : "d", out);
        }
        out.append("</g>");
        for (var child : node.children()) draw(child, left, top);
    }

    private void draw(ElkEdge edge) {
        // Points are told from the corner of the box that holds the edge.
        var x = 0.0;
        var y = 0.0;
        for (var holder = edge.getContainingNode(); holder != null; holder = holder.getParent()) {
            x += holder.getX();
            y += holder.getY();
        }
        for (var section : edge.getSections()) {
            out.append("<path class=\"edge\" d=\"M").append(number(x + section.getStartX())).append(' ')
                    .append(number(y + section.getStartY()));
            for (var bend : section.getBendPoints()) {
                out.append('L').append(number(x + bend.getX())).append(' ').append(number(y + bend.getY()));
            }
            out.append('L').append(number(x + section.getEndX())).append(' ').append(number(y + section.getEndY()))
                    .append("\" marker-end=\"url(#a)\"/>");
        }
        for (var label : edge.getLabels()) {
            text(label.getText(), x + label.getX() + 3, y + label.getY() + 10, "shape", out);
        }
    }

    private static void text(String text, double x, double y, String kind, StringBuilder out) {
        out.append("<text class=\"").append(kind).append("\" x=\"").append(number(x)).append("\" y=\"")
                .append(number(y))
                .append("\">").append(Html.escape(text)).append("</text>");
    }

    private static String number(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }
}
