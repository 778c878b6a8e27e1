package sconce.show;

import sconce.show.ValueNode.Leaf;
import sconce.show.ValueNode.Several;

/// Values as Java writes them, with what is inside of arrays too.
final class ValueText {
    private ValueText() {}

    static String of(ValueNode value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(ValueNode value, StringBuilder out) {
        switch (value) {
            case Leaf leaf -> out.append(leaf.text());
            case Several several -> {
                out.append(several.open());
                var separator = "";
                for (var part : several.parts()) {
                    out.append(separator).append(part.name());
                    write(part.value(), out);
                    separator = ", ";
                }
                if (several.more() != 0) out.append(separator).append(more(several.more()));
                out.append(several.close());
            }
        }
    }

    private static String more(long count) { return count < 0 ? "… and more" : "… " + Words.count(count) + " more"; }
}
