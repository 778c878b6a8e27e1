package sconce.show;

/// A table whose heads say what its rows and columns are.
final class TableHtml {
    private TableHtml() {}

    static void write(TableNode table, HtmlRenderer.Budget budget, StringBuilder out) {
        out.append("<header><b>").append(Html.escape(table.title())).append("</b>");
        HtmlRenderer.facts(table.facts(), out);
        if (table.rows().isEmpty() && table.more() == 0) {
            out.append("</header>");
            return;
        }
        // A wide table scrolls inside a box that the keyboard can reach.
        out.append("</header><div tabindex=\"0\" role=\"region\" aria-label=\"").append(Html.escape(table.title()))
                .append("\"><table><thead><tr>");
        for (var column : table.columns()) {
            out.append("<th scope=\"col\"").append(align(column)).append('>').append(Html.escape(column.name()))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        var shown = 0;
        for (var cells : table.rows()) {
            var row = new StringBuilder("<tr>");
            for (var i = 0; i < cells.size(); i++) {
                var tag = i == 0 ? "th" : "td";
                row.append('<').append(tag).append(i == 0 ? " scope=\"row\"" : "").append(align(table.columns().get(i)))
                        .append('>').append(Html.escape(Words.clip(cells.get(i), 240))).append("</").append(tag)
                        .append('>');
            }
            row.append("</tr>");
            if (!budget.take(HtmlRenderer.Budget.bytes(row))) break;
            out.append(row);
            shown++;
        }
        out.append("</tbody></table></div>");
        var more = table.rows().size() - shown + table.more();
        if (more > 0) out.append("<p><small>… ").append(Words.count(more)).append(" more not shown here</small></p>");
    }

    // JupyterLab sets numbers and words to the right, and of what is not trusted it keeps this one style; others to the
    // left, and keep the attribute.
    private static String align(TableNode.Column column) {
        return column.numbers() ? " align=\"right\"" : " style=\"text-align:left\"";
    }
}
