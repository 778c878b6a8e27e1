package sconce.show;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Nodes as HTML that reads well as bare structure: lists, details, text. The style sheet at its head only makes it
/// prettier, so a front end may drop it, and no script is needed. Never larger than 200 kB.
///
/// Front ends that do not trust a notebook drop style sheets, `role`, `aria-*` and the `name` of details, and disable
/// inputs; hence plain elements carry the meaning, and the switch between the views is one details element whose
/// opening hides, where styles work, the other view.
final class HtmlRenderer {
    /// What the whole may weigh, in bytes of UTF-8, is the sum of these and of the style sheet and head.
    private static final int CHILDREN_BYTES = 112_000;
    private static final int MODULES_BYTES = 72_000;

    /// Stands for the output's own name in ids until its content, from which that is made, is known.
    private static final char NAME = '\uE000';

    private HtmlRenderer() {}

    static String html(WholeNode node) {
        var out = new StringBuilder(8_000).append("<div class=\"sconce\">");
        switch (node) {
            case ModelNode model -> model(model, out);
            case TableNode table -> TableHtml.write(table, new Budget(CHILDREN_BYTES), out);
            case ValueNode value -> out.append("<pre>").append(Html.escape(Words.cut(ValueText.of(value))))
                    .append("</pre>");
        }
        return STYLE + named(out.append("</div>"));
    }

    private static void model(ModelNode model, StringBuilder out) {
        head(model, out);
        if (model.root().modules() > 1) {
            out.append("<details class=\"all\"><summary data-tree=\"children ").append(Words.count(model.children()))
                    .append("\" title=\"children: what the model holds itself, each opening to its own. modules: ")
                    .append("everything in it, by the path that getSubmodule takes\"><b>modules ")
                    .append(Words.count(model.root().modules()))
                    .append("</b> <small>by path, namedModules()</small></summary>");
            new ModulesView(model, new Budget(MODULES_BYTES)).write(out);
            out.append("</details><p><b>children ").append(Words.count(model.children()))
                    .append("</b> <small>namedChildren()</small></p>");
        }
        new ChildrenView(model, new Budget(CHILDREN_BYTES), NAME).write(out);
    }

    private static void head(ModelNode model, StringBuilder out) {
        var root = model.root();
        out.append("<header><b>").append(Html.escape(Words.clip(root.type(), 120))).append("</b>");
        var extra = Words.clip(root.extra(), 300);
        if (!extra.isEmpty()) out.append("<code>(").append(Html.escape(extra)).append(")</code>");
        facts(Words.facts(model), out);
        if (model.unregistered() > 0) {
            out.append(" · <strong>").append(Words.count(model.unregistered(), "field"))
                    .append(" not registered</strong>");
        }
        out.append("</header>");
    }

    /// Facts about the whole, after its name.
    static void facts(List<String> facts, StringBuilder out) {
        var separator = " ";
        for (var fact : facts) {
            out.append(separator).append("<span>").append(Html.escape(fact)).append("</span>");
            separator = " · ";
        }
    }

    // From the content alone, so that the same model is the same output in every run.
    private static String named(StringBuilder out) {
        var text = out.toString();
        if (text.indexOf(NAME) < 0) return text;
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return text.replace(String.valueOf(NAME), "s" + Long.toHexString(sum.getValue()));
    }

    /// Class, extra repr, marks, numbers and share of a module, after its name.
    static void facts(ModuleNode module, ModelNode model, boolean parentFrozen, boolean parentTraining, int count,
            StringBuilder out) {
        out.append(count > 1 ? Words.count(count) + " x " : "");
        var extra = Words.clip(module.extra(), 240);
        // As in PyTorch's repr a leaf ends in parentheses, and what opens has them only around its extra repr.
        type(module.type(), extra.isEmpty() && !module.children().isEmpty() ? null : extra, out);
        for (var mark : Words.marks(module, parentFrozen, parentTraining)) mark(mark, out);
        var numbers = Words.numbers(module, model, count);
        if (numbers.isEmpty()) return;
        var share = 100.0 * module.total().parameters() * count / model.root().total().parameters();
        out.append(" <small>").append(numbers)
                .append(" <meter value=\"").append(Math.clamp(Math.round(share), 0L, 100L))
                .append("\" max=\"100\"></meter></small>");
    }

    /// A class name with what stands in its parentheses.
    static void type(String type, @Nullable String extra, StringBuilder out) {
        out.append("<code>").append(Html.escape(Words.clip(type, 120)));
        if (extra != null) out.append("<i>(").append(Html.escape(extra)).append(")</i>");
        out.append("</code>");
    }

    static void mark(String mark, StringBuilder out) { out.append(" <em>").append(mark).append("</em>"); }

    /// A limited number of bytes.
    static final class Budget {
        private int left;

        Budget(int bytes) { left = bytes; }

        boolean take(int bytes) {
            if (bytes > left) return false;
            left -= bytes;
            return true;
        }

        void giveBack(int bytes) { left += bytes; }

        static int bytes(CharSequence text) {
            var bytes = 0;
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : c == NAME ? 9 : 3;
            }
            return bytes;
        }
    }

    private static final String STYLE = "<style>" + Resources.text("model.css") + "</style>";
}
