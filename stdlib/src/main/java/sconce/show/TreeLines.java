package sconce.show;

import java.util.ArrayList;
import java.util.List;

/// A model's tree as lines of text, of which each piece says what it is: text, colours and pictures are made of them.
final class TreeLines {
    /// What a piece of a line is.
    enum Kind { BRANCH, NAME, TYPE, EXTRA, NUMBERS, TENSOR, MARK, WARNING }

    /// A piece of a line.
    record Span(Kind kind, String text) {}

    private final ModelNode model;
    private final int depth;
    private final List<List<Span>> lines = new ArrayList<>();
    private List<Span> line = new ArrayList<>();

    private TreeLines(ModelNode model, int depth) {
        this.model = model;
        this.depth = depth;
    }

    /// The tree down to a depth; 1 is the model's children.
    static List<List<Span>> of(ModelNode model, int depth) {
        var tree = new TreeLines(model, depth);
        tree.lines.add(tree.line);
        tree.type(model.root());
        tree.add(Kind.NUMBERS, "  " + String.join(", ", Words.facts(model)));
        tree.inside(model.root(), "", 0);
        return tree.lines;
    }

    private void next(String branch) {
        line = new ArrayList<>();
        lines.add(line);
        add(Kind.BRANCH, branch);
    }

    private void add(Kind kind, String text) { if (!text.isEmpty()) line.add(new Span(kind, text)); }

    private void inside(ModuleNode module, String indent, int level) {
        var children = module.children();
        var branch = indent + (children.isEmpty() ? "     " : "│    ");
        if (!module.tensors().isEmpty()) {
            next(branch);
            for (var i = 0; i < module.tensors().size(); i++) {
                if (i > 0) add(Kind.TENSOR, ", ");
                tensor(module.tensors().get(i), module.frozen());
            }
        }
        for (var field : module.unregistered()) {
            next(branch);
            add(Kind.NAME, field.name() + ": ");
            add(Kind.TYPE, Words.clip(Words.holds(field), 200));
            add(Kind.WARNING, "  [not registered: " + Words.reason(field) + "]");
        }
        if (level == depth && !children.isEmpty()) {
            next(indent + "└─ ");
            add(Kind.NUMBERS, "… " + Words.count(module.modules() - 1, "module") + " below");
            return;
        }
        for (var i = 0; i < children.size(); i++) {
            var last = i == children.size() - 1;
            next(indent + (last ? "└─ " : "├─ "));
            child(children.get(i), module, indent + (last ? "   " : "│  "), level + 1);
        }
    }

    private void child(PlaceNode place, ModuleNode parent, String indent, int level) {
        switch (place) {
            case ModuleNode module -> {
                add(Kind.NAME, "(" + module.name() + "): ");
                module(module, parent, 1, indent, level);
            }
            case RepeatNode repeat -> {
                add(Kind.NAME, "(" + repeat.name() + "-" + repeat.last() + "): ");
                add(Kind.NUMBERS, repeat.count() + " x ");
                module(repeat.first(), parent, repeat.count(), indent, level);
            }
            case SharedNode shared -> {
                add(Kind.NAME, "(" + shared.name() + "): ");
                add(Kind.TYPE, shared.type());
                if (!shared.extra().isEmpty()) add(Kind.EXTRA, "(" + Words.clip(shared.extra(), 400) + ")");
                add(Kind.MARK, (shared.cycle() ? "  [contains itself: " : "  [shared: the same object as ")
                        + (shared.place().isEmpty() ? "the model itself" : shared.place()) + "]");
            }
            case CutNode cut -> {
                add(Kind.NAME, "(" + cut.name() + "): ");
                add(Kind.TYPE, cut.type());
                add(Kind.MARK, "  [too deep to show]");
            }
        }
    }

    private void module(ModuleNode module, ModuleNode parent, int count, String indent, int level) {
        type(module);
        for (var mark : Words.marks(module, parent.frozen(), parent.training())) {
            add(mark.endsWith("not registered") ? Kind.WARNING : Kind.MARK, "  [" + mark + "]");
        }
        var numbers = Words.numbers(module, model, count);
        if (!numbers.isEmpty()) add(Kind.NUMBERS, "  " + numbers);
        inside(module, indent, level);
    }

    private void type(ModuleNode module) {
        add(Kind.TYPE, module.type());
        var extra = Words.clip(module.extra(), 400);
        if (!extra.isEmpty() || module.children().isEmpty()) add(Kind.EXTRA, "(" + extra + ")");
    }

    private void tensor(TensorNode tensor, boolean moduleFrozen) {
        add(Kind.TENSOR, tensor.name() + " " + Words.shape(tensor));
        if (tensor.kind() == TensorNode.Kind.BUFFER) add(Kind.MARK, " [buffer]");
        for (var mark : Words.marks(tensor, model, moduleFrozen)) add(Kind.MARK, " [" + mark + "]");
        if (tensor.shared() != null) add(Kind.MARK, " [shared: the same as " + tensor.shared() + "]");
    }
}
