package sconce.show;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `namedChildren`, each opening to its own: nested lists in details. What the budget does not hold is cut, the deepest
/// levels first, with a line that says how to see it.
final class ChildrenView {
    /// More children than this are cut even when there is room, so that room is left for what is below.
    private static final int MOST_CHILDREN = 100;
    private static final int MOST_TENSORS = 16;
    /// A tree of at most so many rows starts opened.
    private static final int OPENED = 24;

    private final ModelNode model;
    private final HtmlRenderer.Budget budget;
    private final char name;
    private final Set<String> linked = new HashSet<>();

    ChildrenView(ModelNode model, HtmlRenderer.Budget budget, char name) {
        this.model = model;
        this.budget = budget;
        this.name = name;
        links(model.root());
        if (!linked.isEmpty()) linked.retainAll(places(model.root(), "", new HashSet<>()));
    }

    void write(StringBuilder out) {
        var root = new Branch(model.root(), "", "", body(model.root()));
        budget.take(root.reserved);
        budget.take(HtmlRenderer.Budget.bytes(root.body));
        var waiting = new ArrayDeque<Branch>();
        waiting.add(root);
        while (!waiting.isEmpty()) grow(waiting.poll(), waiting);
        root.inside(out, rows(model.root(), OPENED + 1) <= OPENED);
    }

    private void grow(Branch branch, ArrayDeque<Branch> waiting) {
        var children = branch.module.children();
        var fit = 0;
        for (var child : children) {
            if (fit == MOST_CHILDREN && children.size() > MOST_CHILDREN) break;
            var grown = branch(child, branch);
            if (!budget.take(grown.bytes())) break;
            branch.children.add(grown);
            if (grown.opens()) waiting.add(grown);
            fit++;
        }
        if (fit == children.size()) budget.giveBack(branch.reserved);
        else branch.cut = cut(branch.module, branch.path, fit);
    }

    private Branch branch(PlaceNode place, Branch parent) {
        var path = Words.path(parent.path, place.name());
        var row = new StringBuilder();
        return switch (place) {
            case ModuleNode module -> {
                label(module.name(), path, row);
                HtmlRenderer.facts(module, model, parent.module.frozen(), parent.module.training(), 1, row);
                path(path, parent, row);
                yield new Branch(module, path, row.toString(), body(module));
            }
            case RepeatNode repeat -> {
                label(repeat.name() + "-" + repeat.last(), path, row);
                HtmlRenderer.facts(repeat.first(), model, parent.module.frozen(), parent.module.training(),
                        repeat.count(), row);
                path(path, parent, row);
                yield new Branch(repeat.first(), path, row.toString(), body(repeat.first()));
            }
            case SharedNode shared -> {
                label(shared.name(), "", row);
                HtmlRenderer.type(shared.type(), shared.extra().isEmpty() ? null : Words.clip(shared.extra(), 240),
                        row);
                row.append(shared.cycle() ? " <em>contains itself:</em> " : " <em>shared:</em> the same object as ");
                link(shared.place(), row);
                yield new Branch(row.toString());
            }
            case CutNode cut -> {
                label(cut.name(), "", row);
                HtmlRenderer.type(cut.type(), "…", row);
                row.append(" <small>too deep to show here</small>");
                yield new Branch(row.toString());
            }
        };
    }

    private void label(String text, String path, StringBuilder row) {
        row.append("<b");
        if (linked.contains(path)) row.append(" id=\"").append(id(path)).append('"');
        row.append(">(").append(Html.escape(Words.clip(text, 120))).append("):</b> ");
    }

    /// What getSubmodule takes, to be copied; at the first level it is the name. Of the longest the other view has it.
    private static void path(String path, Branch parent, StringBuilder row) {
        if (parent.path.isEmpty() || path.length() > 120) return;
        row.append(" <samp>").append(Html.escape(path)).append("</samp>");
    }

    private void link(String path, StringBuilder row) {
        if (path.isEmpty()) {
            row.append("the model itself");
            return;
        }
        link(path, path, row);
    }

    /// A name that leads to the row of a place, if that is not inside a fold.
    private void link(String place, String text, StringBuilder row) {
        var leads = linked.contains(place);
        if (leads) row.append("<a href=\"#").append(id(place)).append("\">");
        row.append("<code>").append(Html.escape(Words.clip(text, 200))).append("</code>");
        if (leads) row.append("</a>");
    }

    private static String holder(String tensor) { return tensor.substring(0, Math.max(0, tensor.lastIndexOf('.'))); }

    // A path may hold what an id or an address may not.
    private String id(String path) { return name + "-" + Integer.toHexString(path.hashCode()); }

    /// A module's own tensors and the fields it did not register.
    private String body(ModuleNode module) {
        var out = new StringBuilder();
        tensors(module, TensorNode.Kind.PARAMETER, "", out);
        tensors(module, TensorNode.Kind.BUFFER, "buffers ", out);
        for (var field : module.unregistered()) {
            out.append("<div><b>").append(Html.escape(Words.clip(field.name(), 120))).append(":</b> <code>")
                    .append(Html.escape(Words.clip(Words.holds(field), 200)))
                    .append("</code> <strong>not registered</strong>: ")
                    .append(Html.escape(Words.reason(field))).append("</div>");
        }
        return out.toString();
    }

    private void tensors(ModuleNode module, TensorNode.Kind kind, String title, StringBuilder out) {
        var tensors = module.tensors().stream().filter(tensor -> tensor.kind() == kind).toList();
        if (tensors.isEmpty()) return;
        out.append("<div>").append(title);
        var separator = "";
        for (var tensor : tensors.subList(0, Math.min(tensors.size(), MOST_TENSORS))) {
            out.append(separator).append("<span>").append(Html.escape(Words.clip(tensor.name(), 120))).append(" <code>")
                    .append(Words.shape(tensor)).append("</code>");
            for (var mark : Words.marks(tensor, model, module.frozen())) HtmlRenderer.mark(mark, out);
            var shared = tensor.shared();
            if (shared != null) {
                out.append(" <em>shared:</em> the same as ");
                link(holder(shared), shared, out);
            }
            out.append("</span>");
            separator = ", ";
        }
        if (tensors.size() > MOST_TENSORS) {
            out.append(", … ").append(Words.count(tensors.size() - MOST_TENSORS)).append(" more");
        }
        out.append("</div>");
    }

    private static String cut(ModuleNode module, String path, int shown) {
        var children = module.children();
        var next = Words.path(path, children.get(shown).name());
        var more = Words.count(children.size() - shown);
        return "<li><small>… " + more + (shown > 0 ? " more" : "") + " not shown here. To see "
                + (children.size() - shown == 1 ? "it" : "the first of them") + ": <code>model"
                + (next.length() > 200 ? ".getSubmodule(…)" : ".getSubmodule(&quot;" + Html.escape(next) + "&quot;)")
                + "</code></small></li>";
    }

    /// Finds the places that something else is said to be the same as.
    private void links(ModuleNode module) {
        for (var tensor : module.tensors()) if (tensor.shared() != null) linked.add(holder(tensor.shared()));
        for (var child : module.children()) {
            switch (child) {
                case SharedNode shared -> linked.add(shared.place());
                case ModuleNode inner -> links(inner);
                case RepeatNode repeat -> links(repeat.first());
                case CutNode cut -> {
                }
            }
        }
    }

    /// The paths of all rows.
    private static Set<String> places(ModuleNode module, String path, Set<String> found) {
        for (var child : module.children()) {
            var place = Words.path(path, child.name());
            found.add(place);
            if (child instanceof ModuleNode inner) places(inner, place, found);
            if (child instanceof RepeatNode repeat) places(repeat.first(), place, found);
        }
        return found;
    }

    /// The rows of the tree, counted up to `most`.
    private static int rows(ModuleNode module, int most) {
        var rows = 0;
        for (var child : module.children()) {
            rows++;
            if (child instanceof ModuleNode inner) rows += rows(inner, most - rows);
            if (child instanceof RepeatNode repeat) rows += rows(repeat.first(), most - rows);
            if (rows >= most) return rows;
        }
        return rows;
    }

    /// A row of the view and the rows inside it.
    private static final class Branch {
        private static final String OPEN = "<li><details open><summary></summary><ul></ul></details></li>";
        private final ModuleNode module;
        private final String path, row, body;
        private final int reserved;
        private final List<Branch> children = new ArrayList<>();
        private String cut = "";

        Branch(ModuleNode module, String path, String row, String body) {
            this.module = module;
            this.path = path;
            this.row = row;
            this.body = body;
            // Room for the line that says what is cut, until it is known whether something is.
            reserved = module.children().isEmpty() ? 0 : HtmlRenderer.Budget.bytes(cut(module, path, 0)) + 40;
        }

        Branch(String row) { this(LEAF, "", row, ""); }

        boolean opens() { return !module.children().isEmpty(); }

        int bytes() {
            return HtmlRenderer.Budget.bytes(row) + HtmlRenderer.Budget.bytes(body) + reserved + OPEN.length();
        }

        void write(StringBuilder out, boolean open) {
            out.append("<li>");
            if (opens()) {
                out.append(open ? "<details open><summary>" : "<details><summary>").append(row).append("</summary>");
                inside(out, open);
                out.append("</details>");
            } else out.append("<div>").append(row).append("</div>").append(body);
            out.append("</li>");
        }

        void inside(StringBuilder out, boolean open) {
            out.append(body);
            if (!opens()) return;
            out.append("<ul>");
            for (var child : children) child.write(out, open);
            out.append(cut).append("</ul>");
        }
    }

    private static final ModuleNode LEAF = new ModuleNode("", "", "", true, ModuleNode.Counts.NONE,
            ModuleNode.Counts.NONE, 1, Map.of(), List.of(), List.of(), List.of());
}
