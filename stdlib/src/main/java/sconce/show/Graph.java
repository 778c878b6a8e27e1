package sconce.show;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.ValueError;

/// What ran in one call of a model: modules and operators in order, and the tensors that went between them. Made by
/// [Show#graph]; a picture in a notebook, lines as text.
///
/// ```java
/// graph(new Sequential(new Linear(4, 3), new ReLU()), 2, 4).edges().size()   // 3
/// ```
///
/// @param title   the model's class
/// @param nodes   at the top level, in order
/// @param edges   from node to node, by their ids
/// @param notes   what a reader should know beside it
public record Graph(String title, List<Node> nodes, List<Edge> edges, List<String> notes) implements Displayable {
    /// The MIME type of the picture.
    private static final String SVG = "image/svg+xml";

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        notes = List.copyOf(notes);
    }

    /// Kinds of nodes.
    public enum Kind {
        /// What the model was given.
        INPUT,
        /// What the model gave.
        OUTPUT,
        /// A module whose inside is not shown.
        MODULE,
        /// A module around what ran in it.
        GROUP,
        /// An operator.
        OPERATOR
    }

    /// A box of the picture.
    ///
    /// @param id       its number, in the order in which it ran
    /// @param kind     which
    /// @param label    a class name or an operator's
    /// @param detail   the extra repr, the parameters that an operator takes, or empty
    /// @param path     the module's dotted path; empty for what has none
    /// @param call     which call of the module it is, from 1 on
    /// @param children what ran in it, in order
    public record Node(int id, Kind kind, String label, String detail, String path, int call, List<Node> children) {
        public Node {
            children = List.copyOf(children);
        }

        /// The label, after a name if there is one.
        String name(String shown) { return shown.isEmpty() ? label : "(" + shown + ") " + label; }

        /// The path from the module around it.
        String within(String outer) {
            return !outer.isEmpty() && path.startsWith(outer + ".") ? path.substring(outer.length() + 1) : path;
        }

        /// The number of a further call, or nothing.
        String again() { return call > 1 ? " · call " + call : ""; }
    }

    /// A tensor that goes from one node to another.
    ///
    /// @param from  the id of the node that made it
    /// @param to    the id of the node that takes it
    /// @param shape its sizes
    /// @param dtype as `float32`
    public record Edge(int from, int to, List<Long> shape, String dtype) {
        public Edge {
            shape = List.copyOf(shape);
        }

        /// `2×3`; a dtype is told unless it is the usual one.
        String label() {
            var sizes = shape.isEmpty() ? "scalar" : String.join("×", shape.stream().map(String::valueOf).toList());
            return dtype.equals("float32") ? sizes : sizes + " " + dtype;
        }
    }

    /// Keyword arguments of `graph`.
    public static final class Options {
        /// How many levels of modules are opened; -1 for as many as make a readable picture.
        int depth = -1;

        /// How many levels of modules are opened: 0 shows the model as one box, 1 its children. By default as many as
        /// make a picture of at most 150 boxes.
        public Options depth(int depth) {
            if (depth < 0) throw new ValueError("graph: the depth is 0 or more, not " + depth);
            this.depth = depth;
            return this;
        }
    }

    /// The picture, which is readable on light and dark pages.
    public String toSvg() { return GraphSvg.of(this); }

    /// A line for each node, with what it takes and gives.
    @Override
    public String toString() { return GraphText.of(this); }

    /// The picture as an image, which front ends show untrusted too, and the same as text below it.
    @Override
    public String toHtml() {
        var svg = Base64.getEncoder().encodeToString(toSvg().getBytes(StandardCharsets.UTF_8));
        var text = toString();
        return "<div><img alt=\"" + Html.escape("Graph of " + title + "; the same as text is below") + "\" src=\"data:"
                + SVG + ";base64," + svg + "\" style=\"max-width:100%\"><details><summary>as text</summary><pre>"
                + Html.escape(text.length() > 40_000 ? text.substring(0, 40_000) + "…" : text)
                + "</pre></details></div>";
    }

    @Override
    public Map<String, Object> toMimeBundle() {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(Renderer.TEXT, toString());
        forms.put(SVG, toSvg());
        forms.put(Renderer.HTML, toHtml());
        return forms;
    }
}
