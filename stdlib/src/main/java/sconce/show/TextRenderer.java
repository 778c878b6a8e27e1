package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Nodes as a tree of Unicode lines.
final class TextRenderer {
    private final ModelNode model;
    private final int depth;
    private final StringBuilder out = new StringBuilder();

    private TextRenderer(ModelNode model, int depth) {
        this.model = model;
        this.depth = depth;
    }

    /// The tree down to a depth; 1 is the model's children.
    static String text(ModelNode model, int depth) { return new TextRenderer(model, depth).model(); }

    /// The table with its columns below each other.
    static String text(TableNode table) {
        var rows = new ArrayList<List<String>>();
        rows.add(table.columns().stream().map(TableNode.Column::name).toList());
        for (var row : table.rows()) rows.add(row.stream().map(cell -> Words.clip(cell, 100)).toList());
        var widths = IntStream.range(0, table.columns().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        var out = new StringBuilder();
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                var gap = " ".repeat(widths[column] - row.get(column).length());
                var numbers = table.columns().get(column).numbers();
                out.append(numbers ? gap : "").append(row.get(column)).append(numbers ? "" : gap).append("  ");
            }
            while (out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
            out.append('\n');
        }
        if (table.more() > 0) out.append("… ").append(Words.count(table.more())).append(" more\n");
        return out.append(table.title()).append(table.facts().isEmpty() ? "" : ", ")
                .append(String.join(", ", table.facts())).toString();
    }

    private String model() {
        var root = model.root();
        type(root);
        out.append("  ").append(String.join(", ", Words.facts(model)));
        inside(root, "", 0);
        return out.toString();
    }

    private void inside(ModuleNode module, String indent, int level) {
        var lines = new ArrayList<String>();
        if (!module.tensors().isEmpty()) {
            lines.add(module.tensors().stream().map(tensor -> tensor(tensor, module.frozen()))
                    .collect(Collectors.joining(", ")));
        }
        for (var field : module.unregistered()) {
            lines.add(field.name() + ": " + Words.clip(Words.holds(field), 200) + "  [not registered: "
                    + Words.reason(field) + "]");
        }
        var children = module.children();
        for (var line : lines)
            out.append('\n').append(indent).append(children.isEmpty() ? "     " : "│    ").append(line);
        if (level == depth && !children.isEmpty()) {
            out.append('\n').append(indent).append("└─ … ").append(Words.count(module.modules() - 1, "module"))
                    .append(" below");
            return;
        }
        for (var i = 0; i < children.size(); i++) {
            var last = i == children.size() - 1;
            out.append('\n').append(indent).append(last ? "└─ " : "├─ ");
            child(children.get(i), module, indent + (last ? "   " : "│  "), level + 1);
        }
    }

    private void child(PlaceNode place, ModuleNode parent, String indent, int level) {
        switch (place) {
            case ModuleNode module -> {
                out.append('(').append(module.name()).append("): ");
                module(module, parent, 1, indent, level);
            }
            case RepeatNode repeat -> {
                out.append('(').append(repeat.name()).append('-').append(repeat.last()).append("): ")
                        .append(repeat.count())
                        .append(" x ");
                module(repeat.first(), parent, repeat.count(), indent, level);
            }
            case SharedNode shared -> out.append('(').append(shared.name()).append("): ").append(shared.type())
                    .append(shared.cycle() ? "  [contains itself: " : "  [shared: the same object as ")
                    .append(shared.place().isEmpty() ? "the model itself" : shared.place()).append(']');
            case CutNode cut -> out.append('(').append(cut.name()).append("): ").append(cut.type())
                    .append("  [too deep to show]");
        }
    }

    private void module(ModuleNode module, ModuleNode parent, int count, String indent, int level) {
        type(module);
        for (var mark : Words.marks(module, parent.frozen(), parent.training()))
            out.append("  [").append(mark).append(']');
        var numbers = Words.numbers(module, model, count);
        if (!numbers.isEmpty()) out.append("  ").append(numbers);
        inside(module, indent, level);
    }

    private void type(ModuleNode module) {
        out.append(module.type());
        var extra = Words.clip(module.extra(), 400);
        if (!extra.isEmpty() || module.children().isEmpty()) out.append('(').append(extra).append(')');
    }

    private String tensor(TensorNode tensor, boolean moduleFrozen) {
        var line = new StringBuilder(tensor.name()).append(' ').append(Words.shape(tensor));
        if (tensor.kind() == TensorNode.Kind.BUFFER) line.append(" [buffer]");
        for (var mark : Words.marks(tensor, model, moduleFrozen)) line.append(" [").append(mark).append(']');
        if (tensor.shared() != null) line.append(" [shared: the same as ").append(tensor.shared()).append(']');
        return line.toString();
    }
}
