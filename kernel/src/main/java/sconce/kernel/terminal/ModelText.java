package sconce.kernel.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// A model's text as PyTorch prints it, or its tree, coloured by what each module is and folded to the screen. Text that
/// is neither stays as it is.
final class ModelText {
    /// `  (fc1): Linear(in_features=2, ...)`, `│  ├─ (0-3): 4 x Layer  [frozen]`.
    private static final Pattern CHILD = Pattern
            .compile("((?:│  |   )*(?:[├└]─ )?|(?:  )+)(\\([\\w.-]+\\): )((?:\\d+ x )?)([A-Z]\\w*)(.*)");
    private static final Pattern ROOT = Pattern.compile("[A-Z]\\w*(?:\\(|  .*\\d.*)?");
    private static final Set<String> CONTAINERS = Set.of("Sequential", "ModuleList", "ModuleDict", "ParameterList",
            "ParameterDict");
    private static final Pattern NORM = Pattern.compile("\\w*Norm\\w*");
    private static final Pattern ACTIVATION = Pattern.compile(
            "\\w*(ReLU|ELU|GLU|Sigmoid|Tanh|Softmax|Softmin|Softplus|Shrink|Softsign|SiLU|Mish|Threshold|Hardswish)\\w*");
    private static final Pattern SHAPE = Pattern.compile(
            "(Dropout|AlphaDropout|FeatureAlphaDropout|Max|Avg|LP|Adaptive|Fractional|Flatten|Unflatten|Identity"
                    + "|Upsample|Upsampling|Fold|Unfold|Pixel|Channel|\\w*Pad\\d)\\w*");

    /// Lines with their ends.
    private static final Pattern LINES = Pattern.compile("(?<=\n)");

    /// About as wide as the hint is.
    private static final int HINT = 90;

    private ModelText() {}

    /// Text with colours in every whole line that names a module.
    static String colour(String text, Screen screen) {
        if (!screen.palette().coloured() || !text.contains("): ")) return text;
        var out = new StringBuilder();
        for (var line : LINES.splitAsStream(text).toList()) {
            boolean ended = line.endsWith("\n");
            var matcher = CHILD.matcher(ended ? line.substring(0, line.length() - 1) : line);
            if (!matcher.matches()) {
                out.append(line);
                continue;
            }
            var coloured = new AttributedStringBuilder();
            coloured.styled(AttributedStyle.DEFAULT.faint(), matcher.group(1));
            coloured.styled(AttributedStyle.DEFAULT.faint(), matcher.group(2));
            coloured.append(matcher.group(3));
            coloured.styled(style(matcher.group(4), screen.palette()), matcher.group(4));
            coloured.append(matcher.group(5));
            out.append(screen.ansi(coloured.toAttributedString())).append(ended ? "\n" : "");
        }
        return out.toString();
    }

    private static AttributedStyle style(String type, Palette colours) {
        if (CONTAINERS.contains(type)) return colours.bold();
        if (NORM.matcher(type).matches()) return colours.type();
        if (ACTIVATION.matcher(type).matches()) return colours.string();
        if (SHAPE.matcher(type).matches()) return colours.faint();
        return colours.keyword().bold();
    }

    /// A model's text in so many rows, where it is one and can be: what lies deepest goes first. The last line says so.
    ///
    /// @param width of a row: longer lines take several
    /// @param name  what was evaluated, for the hint
    static String fold(String text, int height, int width, String name) {
        var lines = text.lines().toList();
        if (WrappedText.rows(lines, width) <= height || !isModel(lines)) return text;
        int budget = Math.max(1, height - (width < HINT ? 2 : 1));
        var folded = foldBelow(lines, 1);
        for (int depth = 2;; depth++) {
            var more = foldBelow(lines, depth);
            if (WrappedText.rows(more, width) > budget || more.size() == lines.size()) break;
            folded = more;
        }
        while (folded.size() > 1 && WrappedText.rows(folded, width) > budget) {
            folded = folded.subList(0, folded.size() - 1);
        }
        var subject = name.matches("[\\w.]+") ? name : "model";
        return String.join("\n", folded) + "\n… " + (lines.size() - folded.size()) + " of " + lines.size()
                + " lines folded: print(" + subject + ") shows all, tree(" + subject + ", 2) two levels";
    }

    private static boolean isModel(List<String> lines) {
        return ROOT.matcher(lines.getFirst()).matches()
                && lines.stream().skip(1).limit(10).anyMatch(line -> CHILD.matcher(line).matches());
    }

    /// How deep a line lies: 0 for the model's own, 1 for its children.
    private static int depth(String line) {
        int at = 0;
        while (at < line.length() && " │├└─".indexOf(line.charAt(at)) >= 0) at++;
        return line.startsWith("│") || line.startsWith("├") || line.startsWith("└") ? (at + 2) / 3 : at / 2;
    }

    private static List<String> foldBelow(List<String> lines, int deepest) {
        var kept = new ArrayList<String>();
        boolean hidden = false;
        for (var line : lines) {
            if (depth(line) > deepest) {
                hidden = true;
            } else if (hidden && line.strip().equals(")") && kept.getLast().endsWith("(")) {
                kept.set(kept.size() - 1, kept.getLast() + "…)");
                hidden = false;
            } else {
                kept.add(line);
                hidden = false;
            }
        }
        return kept;
    }
}
