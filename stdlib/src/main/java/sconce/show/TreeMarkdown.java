package sconce.show;

import java.util.stream.Collectors;

/// A model's tree as Markdown: nested lists, for a README or an issue.
final class TreeMarkdown {
    private final ModelNode model;
    private final int depth;
    private final StringBuilder out = new StringBuilder();

    private TreeMarkdown(ModelNode model, int depth) {
        this.model = model;
        this.depth = depth;
    }

    static String of(ModelNode model, int depth) {
        var writer = new TreeMarkdown(model, depth);
        writer.out.append("**").append(text(model.root().type())).append("**: ")
                .append(text(String.join(", ", Words.facts(model)))).append('\n');
        writer.inside(model.root(), "", 0);
        return writer.out.toString().stripTrailing();
    }

    private void inside(ModuleNode module, String indent, int level) {
        if (!module.tensors().isEmpty()) {
            item(indent, module.tensors().stream().map(tensor -> tensor(tensor, module.frozen()))
                    .collect(Collectors.joining(", ")));
        }
        for (var field : module.unregistered()) {
            item(indent, code(field.name()) + ": " + text(Words.holds(field)) + ", **not registered**: "
                    + text(Words.reason(field)));
        }
        if (level == depth && !module.children().isEmpty()) {
            item(indent, "… " + Words.count(module.modules() - 1, "module") + " below");
            return;
        }
        for (var child : module.children()) {
            switch (child) {
                case ModuleNode inner -> module(inner, module, inner.name(), 1, indent, level);
                case RepeatNode repeat -> module(repeat.first(), module, repeat.name() + "-" + repeat.last(),
                        repeat.count(), indent, level);
                case SharedNode shared -> item(indent, code("(" + shared.name() + ")") + " " + code(shared.type())
                        + (shared.cycle() ? ", contains itself: " : ", shared: the same object as ")
                        + (shared.place().isEmpty() ? "the model itself" : code(shared.place())));
                case CutNode cut -> item(indent, code("(" + cut.name() + ")") + " " + code(cut.type())
                        + ", too deep to show");
            }
        }
    }

    private void module(ModuleNode module, ModuleNode parent, String name, int count, String indent, int level) {
        var extra = Words.clip(module.extra(), 400);
        var type = module.type() + (extra.isEmpty() && !module.children().isEmpty() ? "" : "(" + extra + ")");
        var line = code("(" + name + ")") + " " + (count > 1 ? Words.count(count) + " x " : "") + code(type);
        for (var mark : Words.marks(module, parent.frozen(), parent.training())) line += " *" + text(mark) + "*";
        var numbers = Words.numbers(module, model, count);
        item(indent, numbers.isEmpty() ? line : line + ", " + text(numbers));
        inside(module, indent + "  ", level + 1);
    }

    private String tensor(TensorNode tensor, boolean moduleFrozen) {
        var line = code(tensor.name() + " " + Words.shape(tensor));
        if (tensor.kind() == TensorNode.Kind.BUFFER) line += " *buffer*";
        for (var mark : Words.marks(tensor, model, moduleFrozen)) line += " *" + text(mark) + "*";
        return tensor.shared() == null ? line : line + " *shared:* the same as " + code(tensor.shared());
    }

    private void item(String indent, String line) { out.append(indent).append("- ").append(line).append('\n'); }

    /// Code between as many backticks as it does not hold.
    private static String code(String text) {
        var line = Words.clip(text, 500);
        var fence = "`";
        while (line.contains(fence)) fence += "`";
        var pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /// Text whose signs mean nothing.
    private static String text(String text) {
        return Words.clip(text, 500).replaceAll("([\\\\`*_{}\\[\\]<>#|&~])", "\\\\$1");
    }
}
