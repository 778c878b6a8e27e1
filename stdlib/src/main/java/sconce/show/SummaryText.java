package sconce.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sconce.show.Summary.Row;

/// A summary in torchinfo's layout, line by line and blank by blank.
final class SummaryText {
    static final Map<String, String> TITLES = Map.of("kernel_size", "Kernel Shape", "input_size", "Input Shape",
            "output_size", "Output Shape", "num_params", "Param #", "params_percent", "Param %", "mult_adds",
            "Mult-Adds", "trainable", "Trainable");
    private static final String NONE = "--";

    private final Summary summary;
    private final Summary.Options options;
    private final int nameWidth;

    private SummaryText(Summary summary) {
        this.summary = summary;
        options = summary.options();
        var widest = 0;
        for (var row : summary.rows()) widest = Math.max(widest, name(row, options).length() + 5 * row.depth() + 1);
        nameWidth = widest < 40 ? 40 : (widest + 4) / 5 * 5;
    }

    static String of(Summary summary) { return new SummaryText(summary).text(); }

    private String text() {
        var columns = options.columns();
        var divider = "=".repeat(columns.size() * options.colWidth + nameWidth) + "\n";
        var out = new StringBuilder(divider);
        line(head(options), columns.stream().map(column -> TITLES.getOrDefault(column, column)).toList(), out);
        out.append(divider);
        for (var row : shown(summary)) {
            line(indent(row.depth(), options) + name(row, options), cells(row, summary), out);
            weights(row, columns, out);
        }
        out.append(divider);
        out.append("Total params: ").append(Words.count(summary.totalParams())).append('\n')
                .append("Trainable params: ").append(Words.count(summary.trainableParams())).append('\n')
                .append("Non-trainable params: ")
                .append(Words.count(summary.totalParams() - summary.trainableParams())).append('\n');
        if (!options.inputs.isEmpty()) {
            out.append("Total mult-adds ").append(large(summary.totalMultAdds())).append('\n').append(divider)
                    .append("Input size (MB): ").append(megabytes(summary.totalInput())).append('\n')
                    .append("Forward/backward pass size (MB): ").append(megabytes(summary.totalOutputBytes()))
                    .append('\n').append("Params size (MB): ").append(megabytes(summary.totalParamBytes())).append('\n')
                    .append("Estimated Total Size (MB): ")
                    .append(megabytes(summary.totalInput() + summary.totalOutputBytes() + summary.totalParamBytes()))
                    .append('\n');
        }
        for (var note : summary.notes()) out.append(note).append('\n');
        return out.append(divider, 0, divider.length() - 1).toString();
    }

    private void line(String name, List<String> cells, StringBuilder out) {
        var line = new StringBuilder(pad(name, nameWidth)).append(' ');
        for (var cell : cells) line.append(pad(cell, options.colWidth)).append(' ');
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private void weights(Row row, List<String> columns, StringBuilder out) {
        for (var i = 0; i < row.weights().size(); i++) {
            var weight = row.weights().get(i);
            var last = i == row.weights().size() - 1;
            var cells = new ArrayList<String>();
            for (var column : columns) {
                cells.add(switch (column) {
                    case "num_params" -> (last ? "└─" : "├─") + Words.count(weight.numel());
                    case "kernel_size" -> PythonFormat.list(kernel(weight));
                    default -> "";
                });
            }
            line(indent(row.depth() + 1, options) + weight.name(), cells, out);
        }
    }

    /// As torchinfo has it: inputs before outputs.
    private static List<Long> kernel(Summary.Weight weight) {
        var shape = new ArrayList<>(weight.shape());
        if (weight.name().equals("weight") && shape.size() > 1) shape.set(0, shape.set(1, shape.getFirst()));
        return shape;
    }

    private static String pad(String text, int width) { return text + " ".repeat(Math.max(0, width - text.length())); }

    static List<Row> shown(Summary summary) {
        var options = summary.options();
        var hide = options.has("hide_recursive_layers");
        return summary.rows().stream().filter(row -> row.depth() <= options.depth && !(hide && row.recursive()))
                .toList();
    }

    static String head(Summary.Options options) {
        return "Layer (type" + (options.has("var_names") ? " (var_name)" : "")
                + (options.has("depth") ? ":depth-idx" : "") + ")";
    }

    static String name(Row row, Summary.Options options) {
        var name = row.className();
        if (options.has("var_names") && !row.varName().isEmpty()) name += " (" + row.varName() + ")";
        if (options.has("depth") && row.depth() > 0) name += ": " + row.depth() + "-" + row.depthIndex();
        return name;
    }

    static String indent(int depth, Summary.Options options) {
        var ascii = options.has("ascii_only");
        return switch (depth) {
            case 0 -> "";
            case 1 -> ascii ? "+ " : "├─";
            default -> (ascii ? "|    " : "│    ").repeat(depth - 1) + (ascii ? "+ " : "└─");
        };
    }

    /// What stands in the columns of a row.
    static List<String> cells(Row row, Summary summary) {
        var deepest = row.depth() == summary.options().depth;
        return summary.options().columns().stream().map(column -> switch (column) {
            case "input_size" -> size(row.inputSize());
            case "output_size" -> size(row.outputSize());
            case "kernel_size" -> row.kernelSize().isEmpty() ? NONE : row.kernelSize();
            case "num_params" -> parameters(row, deepest);
            case "params_percent" -> percent(row, deepest, summary.totalParams());
            case "mult_adds" -> multiplyAdds(row, deepest);
            default -> row.trainable();
        }).toList();
    }

    private static String size(List<Long> size) { return size.isEmpty() ? NONE : PythonFormat.list(size); }

    private static String parameters(Row row, boolean deepest) {
        if (row.numParams() == 0) return NONE;
        if (row.recursive()) return "(recursive)";
        if (!deepest && !row.leaf()) return row.leftoverParams() > 0 ? Words.count(row.leftoverParams()) : NONE;
        var count = Words.count(row.numParams());
        return row.trainableNumParams() > 0 ? count : "(" + count + ")";
    }

    private static String percent(Row row, boolean deepest, long total) {
        if (total == 0) return "     " + NONE;
        if (row.recursive()) return "(recursive)";
        var parameters = deepest || row.leaf() ? row.numParams() : row.leftoverParams();
        if (parameters == 0) return "     " + NONE;
        return "%7s".formatted(String.format(Locale.ROOT, "%.2f%%", 100.0 * parameters / total));
    }

    private static String multiplyAdds(Row row, boolean deepest) {
        var count = deepest || row.leaf() ? row.multAdds() : row.ownMultAdds();
        return count == 0 ? NONE : Words.count(count);
    }

    /// `(M): 6.51`, `(G): 1.20`.
    static String large(long number) {
        var unit = number >= 1e12 ? "T" : number >= 1e9 ? "G" : "M";
        var value = number / (unit.equals("T") ? 1e12 : unit.equals("G") ? 1e9 : 1e6);
        return "(" + unit + "): " + (value == Math.rint(value) ? Words.count((long) value)
                : String.format(Locale.ROOT, "%,.2f", value));
    }

    static String megabytes(long bytes) { return String.format(Locale.ROOT, "%.2f", bytes / 1e6); }
}
