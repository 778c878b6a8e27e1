package sconce.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a model or state dict differs from another. Made by [Show#diff]; prints a line for each difference.
///
/// ```java
/// diff(new Linear(2, 3), new Linear(2, 4)).changes().size()   // 3
/// ```
///
/// @param first   what the one is: a class name, `StateDict`, a file's name
/// @param second  what the other is
/// @param changes each difference, in the order of the first one's names; what only the second has comes last
/// @param same    how many entries of the state dicts are the same in both
/// @param withoutValues how many are of one shape and dtype, but have no values: on the meta device, or lazy
/// @param loading what `loadStateDict` of the one that is a model would say to the other; null if neither is
public record Diff(String first, String second, List<Change> changes, long same, long withoutValues,
        @Nullable String loading) implements Displayable {
    public Diff {
        changes = List.copyOf(changes);
    }

    /// Kinds of differences.
    public enum Kind {
        /// The second has it and the first has not.
        ADDED,
        /// The first has it and the second has not.
        MISSING,
        /// The shapes differ.
        SHAPE,
        /// The dtypes differ; values may differ too.
        DTYPE,
        /// The values differ, or what is no tensor does.
        VALUES,
        /// A module's class or its extra repr differs.
        MODULE
    }

    /// One difference.
    ///
    /// @param kind   which
    /// @param name   the dotted name of the entry or module
    /// @param before what the first has; empty if it has nothing
    /// @param after  what the second has
    /// @param values how far values are from each other, if they could be compared
    public record Change(Kind kind, String name, String before, String after, @Nullable Distance values) {}

    /// How far the values of two tensors of the same shape are from each other.
    ///
    /// @param norm     `‖b - a‖₂`, over what is finite in both
    /// @param relative the same divided by `‖a‖₂`; infinite if `a` is zero
    /// @param largest  the largest `|b - a|`
    /// @param elements how many elements differ
    /// @param of       how many there are
    /// @param notFinite how many elements of the second, and not of the first, are NaN or infinite
    public record Distance(double norm, double relative, double largest, long elements, long of, long notFinite) {
        /// In words.
        @Override
        public String toString() {
            var text = Words.count(elements) + " of " + Words.count(of, "element") + ", norm " + number(norm);
            if (Double.isFinite(relative)) text += " (" + percent(relative) + ")";
            text += ", at most " + number(largest);
            return notFinite == 0 ? text : text + ", " + Words.count(notFinite) + " became NaN or infinite";
        }

        private static String percent(double relative) {
            return relative < 0.001 ? number(relative * 100) + "%"
                    : String.format(Locale.ROOT, "%.1f%%", relative * 100);
        }

        private static String number(double value) {
            if (!Double.isFinite(value)) return PythonFormat.of(value);
            return PythonFormat.of(new BigDecimal(value).round(new MathContext(4)).doubleValue());
        }
    }

    /// Whether nothing differs.
    public boolean isEmpty() { return changes.isEmpty(); }

    /// `2 added, 1 changed, 5 the same`.
    List<String> facts() {
        var facts = new ArrayList<String>();
        count(facts, "added", Kind.ADDED);
        count(facts, "missing", Kind.MISSING);
        count(facts, "of another shape", Kind.SHAPE);
        count(facts, "of another dtype", Kind.DTYPE);
        count(facts, "changed", Kind.VALUES);
        var modules = changes.stream().filter(change -> change.kind == Kind.MODULE).count();
        if (modules > 0) facts.add(Words.count(modules, "other module"));
        facts.add(Words.count(same) + " the same");
        if (withoutValues > 0) facts.add(Words.count(withoutValues) + " alike, but without values to compare");
        return facts;
    }

    private void count(List<String> facts, String what, Kind kind) {
        var count = changes.stream().filter(change -> change.kind == kind).count();
        if (count > 0) facts.add(Words.count(count) + " " + what);
    }

    @Override
    public String toString() {
        var out = new StringBuilder("diff of ").append(first).append(" and ").append(second).append(": ")
                .append(String.join(", ", facts()));
        var width = changes.stream().mapToInt(change -> Math.min(60, change.name.length())).max().orElse(0);
        for (var change : changes) {
            out.append('\n').append(sign(change.kind)).append(' ').append(change.name)
                    .append(" ".repeat(Math.max(0, width - change.name.length()))).append("  ").append(line(change));
        }
        if (loading != null) out.append("\nloadStateDict would say: ").append(loading);
        return out.toString();
    }

    static char sign(Kind kind) {
        return switch (kind) {
            case ADDED -> '+';
            case MISSING -> '-';
            case SHAPE, DTYPE, VALUES, MODULE -> '~';
        };
    }

    private static String line(Change change) {
        var text = switch (change.kind) {
            case ADDED -> change.after;
            case MISSING -> change.before;
            case SHAPE, DTYPE, MODULE -> change.before + " -> " + change.after;
            case VALUES -> change.values == null ? change.before + " -> " + change.after : change.before;
        };
        return change.values == null ? text : text + "  " + change.values;
    }

    @Override
    public String toHtml() {
        var columns = List.of(new TableNode.Column("", false), new TableNode.Column("name", false),
                new TableNode.Column(first, false), new TableNode.Column(second, false),
                new TableNode.Column("values", false));
        var rows = changes.stream().limit(1_000).map(change -> List.of(word(change.kind), change.name, change.before,
                change.after, change.values == null ? "" : change.values.toString())).toList();
        var facts = new ArrayList<>(facts());
        if (loading != null) facts.add("loadStateDict would say: " + loading);
        return HtmlRenderer
                .html(new TableNode("diff of " + first + " and " + second, facts, columns, rows,
                        changes.size() - rows.size()));
    }

    private static String word(Kind kind) { return kind.name().toLowerCase(Locale.ROOT); }
}
