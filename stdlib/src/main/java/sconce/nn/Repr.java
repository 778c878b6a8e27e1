package sconce.nn;

import java.util.ArrayList;
import java.util.List;

/// PyTorch's printed form of a module.
final class Repr {
    private Repr() {}

    static String of(Module module) {
        var children = new ArrayList<String>();
        for (var entry : module.members().look().modules.entrySet()) {
            var child = entry.getValue();
            if (child == null) {
                children.add("(" + entry.getKey() + "): None");
                continue;
            }
            try (var trail = Trail.enter(module, entry.getKey(), child, "printing it")) {
                children.add("(" + entry.getKey() + "): " + indent(child.toString(), 2));
            }
        }
        return frame(module.moduleName(), module.extraRepr(), children);
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
