package sconce.show;

/// `namedModules`: every module by its dotted path, numbered as in the list of them; repeats are listed once.
final class ModulesView {
    private final ModelNode model;
    private final HtmlRenderer.Budget budget;
    private final StringBuilder rows = new StringBuilder();
    private long index;
    private boolean full;
    private boolean skipped;

    ModulesView(ModelNode model, HtmlRenderer.Budget budget) {
        this.model = model;
        this.budget = budget;
    }

    void write(StringBuilder out) {
        var root = model.root();
        module(root, "", root.frozen(), root.training());
        out.append("<ol start=\"0\">").append(rows).append("</ol>");
        if (full) {
            out.append("<p><small>… ").append(Words.count(root.modules() - index)).append(" of ")
                    .append(Words.count(root.modules()))
                    .append(" modules are not shown here. To see all paths: <code>model.namedModules().keySet()</code></small></p>");
        }
    }

    private void module(ModuleNode module, String path, boolean parentFrozen, boolean parentTraining) {
        if (full) return;
        var row = new StringBuilder();
        if (path.isEmpty()) row.append("<b>&quot;&quot;:</b> ");
        else row.append("<b><samp>").append(Html.escape(path)).append("</samp>:</b> ");
        HtmlRenderer.facts(module, model, parentFrozen, parentTraining, 1, row);
        if (!row(row, 1)) return;
        for (var child : module.children()) {
            if (full) return;
            var place = Words.path(path, child.name());
            switch (child) {
                case ModuleNode inner -> module(inner, place, module.frozen(), module.training());
                case RepeatNode repeat -> {
                    module(repeat.first(), place, module.frozen(), module.training());
                    if (!full) repeats(repeat, path);
                }
                case CutNode cut -> row(new StringBuilder("<b>").append(Html.escape(place)).append(":</b> <code>")
                        .append(Html.escape(Words.clip(cut.type(), 120)))
                        .append("</code> <small>too deep to show here</small>"), 1);
                case SharedNode shared -> {
                }
            }
        }
    }

    private void repeats(RepeatNode repeat, String path) {
        var more = repeat.count() - 1;
        var first = Words.path(path, repeat.first().name());
        var next = Words.path(path, String.valueOf(Long.parseLong(repeat.first().name()) + 1));
        var row = new StringBuilder("<b>").append(Html.escape(next)).append("</b>");
        if (more > 1) row.append(" … <b>").append(Html.escape(Words.path(path, repeat.last()))).append("</b>");
        row.append(": ").append(Words.count(more)).append(" more like <b>").append(Html.escape(first)).append("</b>");
        if (more * repeat.first().modules() > 1) {
            row.append(" <small>").append(Words.count(more * repeat.first().modules(), "module")).append("</small>");
        }
        row(row, more * repeat.first().modules());
    }

    private boolean row(StringBuilder row, long modules) {
        var start = skipped ? "<li value=\"" + index + "\">" : "<li>";
        full = !budget.take(HtmlRenderer.Budget.bytes(row) + start.length() + 5);
        if (full) return false;
        rows.append(start).append(row).append("</li>");
        index += modules;
        skipped = modules > 1;
        return true;
    }
}
