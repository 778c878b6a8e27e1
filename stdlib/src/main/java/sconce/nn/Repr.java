package sconce.nn;

import java.util.List;

/// PyTorch's printed form of a module.
final class Repr {
    private Repr() {}

    static String of(Module module) {
        var out = new StringBuilder();
        write(module, "\n", out);
        return out.toString();
    }

    /// Into one text, since moving to the right what is inside at every level anew takes a deep model minutes.
    ///
    /// @param newLine a line's end and the blanks before what the module begins with
    private static void write(Module module, String newLine, StringBuilder out) {
        var children = module.members().look().modules;
        var extra = module.extraRepr();
        out.append(module.moduleName()).append('(');
        if (children.isEmpty() && extra.indexOf('\n') < 0) {
            out.append(extra).append(')');
            return;
        }
        var inside = newLine + "  ";
        if (!extra.isEmpty()) out.append(inside).append(extra.replace("\n", inside));
        for (var entry : children.entrySet()) {
            out.append(inside).append('(').append(entry.getKey()).append("): ");
            var child = entry.getValue();
            if (child == null) out.append("None");
            else try (var trail = Trail.enter(module, entry.getKey(), child, "printing it")) {
                if (FieldPlan.of(child.getClass()).hasOwnText) out.append(child.toString().replace("\n", inside));
                else write(child, inside, out);
            }
        }
        out.append(newLine).append(')');
    }

    /// The name, and in brackets the extra lines and the children.
    static String frame(String name, String extra, List<String> children) {
        var extraLines = extra.isEmpty() ? List.<String>of() : List.of(extra.split("\n", -1));
        if (extraLines.size() + children.size() == 0) return name + "()";
        if (extraLines.size() == 1 && children.isEmpty()) return name + "(" + extra + ")";
        var text = new StringBuilder(name).append("(\n");
        for (var line : extraLines) text.append("  ").append(line).append('\n');
        for (var line : children) text.append("  ").append(line).append('\n');
        return text.append(')').toString();
    }

    /// The text with all lines but the first moved to the right.
    static String indent(String text, int by) {
        return text.indexOf('\n') < 0 ? text : text.replace("\n", "\n" + " ".repeat(by));
    }

    /// The module in one line: its name and what [Module#extraRepr()] says.
    static String line(Module module) {
        return module.moduleName() + "(" + module.extraRepr().replace("\n", ", ") + ")";
    }
}
