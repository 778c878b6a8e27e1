package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words and numbers that all renderers share.
final class Words {
    private static final int MOST_TEXT = 100_000;

    private Words() {}

    /// `1,234,567`.
    static String count(long number) {
        var digits = Long.toString(number);
        if (number < 1000) return digits;
        var grouped = new StringBuilder(digits);
        for (var i = digits.length() - 3; i > 0; i -= 3) grouped.insert(i, ',');
        return grouped.toString();
    }

    /// `1 module`, `1,234 modules`.
    static String count(long number, String noun) { return count(number) + " " + noun + (number == 1 ? "" : "s"); }

    /// `512 B`, `4.6 MB`, in steps of 1,000.
    static String bytes(long bytes) {
        if (bytes < 1000) return bytes + " B";
        var value = (double) bytes;
        var unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.95);
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f %cB" : "%.1f %cB", value, "kMGTPE".charAt(unit));
    }

    /// `12%`, `0.3%`, `<0.1%`.
    static String share(long part, long whole) {
        var percent = 100.0 * part / whole;
        if (percent < 0.1) return "<0.1%";
        if (part < whole && percent > 99.9) return ">99.9%";
        if (percent >= 9.95 || percent == Math.rint(percent)) return Math.round(percent) + "%";
        var tenths = Math.round(percent * 10);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /// `[2, 3]`; `?` for a tensor without a shape yet.
    static String shape(TensorNode tensor) {
        var shape = tensor.shape();
        if (shape == null) return "[?]";
        return shape.toString();
    }

    /// `training`, `eval`, or `training, 3 of 12 modules in eval`.
    static String mode(ModelNode model) {
        var root = model.root();
        var other = root.training() ? model.evaluating() : root.modules() - model.evaluating();
        var mode = root.training() ? "training mode" : "eval mode";
        if (other == 0) return mode;
        return mode + ", but " + count(other) + " of " + count(root.modules(), "module") + " in "
                + (root.training() ? "eval" : "training");
    }

    /// What is true of the whole model: parameters, buffers, bytes, dtypes, devices, mode, and the hooks of its root.
    static List<String> facts(ModelNode model) {
        var total = model.root().total();
        var facts = new ArrayList<String>();
        facts.add(count(total.parameters(), "parameter"));
        if (total.parameters() > 0) {
            var frozen = total.parameters() - total.trainable();
            facts.add(frozen == 0 ? "all trainable"
                    : frozen == total.parameters() ? "all frozen"
                            : count(total.trainable()) + " trainable, " + count(frozen) + " frozen");
        }
        if (model.buffers() > 0) facts.add(count(model.buffers(), "buffer") + " of " + count(total.buffers(), "value"));
        if (total.bytes() > 0) facts.add(bytes(total.bytes()));
        if (!model.dtypes().isEmpty()) facts.add(String.join(", ", model.dtypes()));
        if (!model.devices().isEmpty()) facts.add(String.join(", ", model.devices()));
        facts.add(mode(model));
        model.root().hooks().forEach((kind, count) -> facts.add(count(count, kind)));
        return facts;
    }

    /// A module's parameters and their share of the model's; empty if it has none.
    ///
    /// @param count how many such modules there are
    static String numbers(ModuleNode module, ModelNode model, int count) {
        var total = module.total().parameters();
        var own = module.own().parameters();
        if (total == 0) return "";
        return count(total) + (own > 0 && own < total ? " (" + count(own) + " own)" : "") + " parameters"
                + (count > 1 ? " each, " : ", ") + share(total * count, model.root().total().parameters());
    }

    /// What distinguishes a module from the one it is in.
    static List<String> marks(ModuleNode module, boolean parentFrozen, boolean parentTraining) {
        var marks = new ArrayList<String>(2);
        if (module.frozen() && !parentFrozen) marks.add("frozen");
        if (module.training() != parentTraining) marks.add(module.training() ? "training" : "eval");
        if (!module.unregistered().isEmpty()) marks.add(count(module.unregistered().size()) + " not registered");
        module.hooks().forEach((kind, count) -> marks.add(count == 1 ? kind : count(count, kind)));
        return marks;
    }

    /// What distinguishes a tensor from an ordinary parameter or buffer of the model.
    static List<String> marks(TensorNode tensor, ModelNode model, boolean moduleFrozen) {
        var marks = new ArrayList<String>(2);
        if (tensor.shape() == null) marks.add("uninitialized");
        // A model's buffers are often of another dtype than its parameters; only a third one is worth a word.
        var common = tensor.dtype().equals(model.dtypes().getFirst());
        if (!common && (tensor.kind() == TensorNode.Kind.PARAMETER || model.dtypes().size() > 2))
            marks.add(tensor.dtype());
        if (!tensor.device().equals(model.devices().getFirst())) marks.add(tensor.device());
        if (tensor.kind() == TensorNode.Kind.PARAMETER && !tensor.requiresGrad() && !moduleFrozen) marks.add("frozen");
        if (tensor.kind() == TensorNode.Kind.BUFFER && tensor.requiresGrad()) marks.add("requires grad");
        if (!tensor.saved()) marks.add("not saved");
        return marks;
    }

    /// What an unregistered field holds: `List of 2 Add`.
    static String holds(UnregisteredNode field) {
        return field.reason() == UnregisteredNode.Reason.PLAIN_TENSOR
                ? field.type()
                : field.type() + " of " + count(field.count()) + " " + field.holds();
    }

    /// What it means that a field is not registered, and what to do.
    static String reason(UnregisteredNode field) {
        return switch (field.reason()) {
            case MODULES_IN_COLLECTION -> "its modules are not trained, saved or moved. Use ModuleList";
            case MODULES_IN_MAP -> "its modules are not trained, saved or moved. Use ModuleDict";
            case PARAMETERS_IN_COLLECTION ->
                "its parameters are not trained, saved or moved. Use ParameterList or ParameterDict";
            case PLAIN_TENSOR -> "not trained, saved or moved. Use Parameter to train it, Buffer to save it";
        };
    }

    /// The dotted path of a child.
    static String path(String parent, String name) { return parent.isEmpty() ? name : parent + "." + name; }

    /// At most so many characters, on one line.
    static String clip(String text, int most) {
        var line = text.indexOf('\n') < 0 ? text : text.strip().replaceAll("\\s*\\n\\s*", ", ");
        if (line.length() <= most) return line;
        var end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    /// The text, and of one that no front end takes well the beginning.
    static String cut(String text) {
        if (text.length() <= MOST_TEXT) return text;
        var line = text.lastIndexOf('\n', MOST_TEXT);
        var end = line > 0 ? line : Character.isHighSurrogate(text.charAt(MOST_TEXT - 1)) ? MOST_TEXT - 1 : MOST_TEXT;
        return text.substring(0, end) + "\n… cut here: the whole text has " + count(text.length(), "character")
                + ", print shows it";
    }

    /// How many columns a text takes where East Asian letters take two.
    static int columns(String text) {
        return text.codePoints().map(c -> c >= 0x1100 && (c <= 0x115f || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xff60)) ? 2
                        : 1)
                .sum();
    }
}
